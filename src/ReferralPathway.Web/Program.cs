using ReferralPathway.Data;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Consultations;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Headers;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Pages.Cases.Intake;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
var environment = builder.Environment;
var sample = builder.Configuration.GetValue<bool>("sample");
// A command and its arguments come first; options follow.
var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
builder.Logging.AddPathwayLogging(builder.Configuration);

// Where the data are: a deployment's server, or in development a private cluster that lives and dies with this host.
var given = Settings.Databases(builder.Configuration);
if (sample) SampleMode.Demand(environment, given, builder.Configuration);
if (given is null && !environment.IsDevelopment()) throw new InvalidOperationException("Set ConnectionStrings__Pathway to the database of this installation.");
await using var cluster = given is null ? await PrivateCluster.StartAsync(Path.Combine(Settings.LocalDirectory(environment), "postgres"), ClusterLifetime.Kept) : null;
if (cluster is not null) await cluster.Server.EnsureDatabaseAsync(Settings.Database);

var services = builder.Services;
services.AddSingleton<AppClock>();
services.AddSingleton<TimeProvider>(p => p.GetRequiredService<AppClock>());
services.AddSingleton(_ => given ?? Settings.Databases(cluster!));
services.AddSingleton(_ => Settings.MasterKeys(builder.Configuration, environment));
services.AddPathwayData();
services.AddHttpContextAccessor();
services.AddScoped<CurrentPerson>();
services.AddScoped<CaseInHand>();
services.AddScoped<CurrentRules>();
services.AddScoped<ReferralInHand>();
services.AddScoped<ConsultationInHand>();
services.AddScoped<QuestionCheck>();
services.AddScoped<IntakeDesk>();
services.AddScoped<Acts>();
services.AddScoped<IActId>(p => p.GetRequiredService<Acts>());
services.AddScoped<UnitOfWork>();
services.AddRazorPages(Guards.Hang);
services.AddTexts();
services.AddLook();
services.AddScoped<INavigation, Navigation>();
services.AddScoped<Hotline>();
services.AddScoped<IHotline>(p => p.GetRequiredService<Hotline>());
services.AddSingleton<ICodeLabels, CodeLabels>();
services.AddSingleton<WarmUp>();
services.AddHostedService(p => p.GetRequiredService<WarmUp>());
services.AddAccounts(sample);
services.AddSingleton(_ => MailTransports.Of(builder.Configuration, environment));
services.AddSingleton<Sweeper>().AddHostedService(p => p.GetRequiredService<Sweeper>());
services.AddSingleton<Postman>().AddHostedService(p => p.GetRequiredService<Postman>());
if (sample) services.AddSingleton<SampleNotice>();
if (sample) builder.WebHost.UseUrls(SampleMode.Urls(builder.Configuration));

var app = builder.Build();
if (cluster is not null) await Migrator.MigrateAsync(app.Services);
if (await Commands.RunAsync(words.FirstOrDefault(), app.Services, [.. words.Skip(1)]) is { } code) return code;
if (sample) await SampleMode.FillAsync(app.Services, builder.Configuration, Settings.LocalDirectory(environment));
if (cluster is not null) await DirectoryImport.LoadAsync(app.Services);

app.UseSecurityHeaders(onlyHttps: !sample);
app.UseLastResort();
app.UseExceptionHandler("/status/500");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseRequestLog();
app.UseLook();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
Health.Map(app);
app.MapLanguage();
app.MapHotline();
app.MapRazorPages();
if (sample) SampleMode.Map(app);

if (!await Listening.StartAsync(app, Console.Error)) return 1;
if (sample) SampleMode.Print(app, cluster!, Settings.Database);
await app.WaitForShutdownAsync();
return 0;
