using ReferralPathway.Data;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Consultations;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Guidance;
using ReferralPathway.Web.Headers;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Measures;
using ReferralPathway.Web.Overview;
using ReferralPathway.Web.Pages.Cases.Intake;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Statistics;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

// No pattern looks for longer than this, whatever it is given.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(1));

var builder = WebApplication.CreateBuilder(args);
// Secrets as files, as a vault's agent writes them: each file a setting of its name.
if (builder.Configuration["PATHWAY_SECRETS"] is { Length: > 0 } secrets) builder.Configuration.AddKeyPerFile(secrets, optional: false);
builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
var environment = builder.Environment;
var sample = builder.Configuration.GetValue<bool>("sample");
// A command and its arguments come first; options follow.
var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
// Every few seconds, beside an instance that serves: it builds nothing first.
if (words is ["health"]) return await Health.AskAsync(builder.Configuration);
builder.Logging.AddPathwayLogging(builder.Configuration, Logging.IsJson(builder.Configuration, environment));

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
services.AddScoped<ReportDesk>();
services.AddScoped<ReferralInHand>();
services.AddScoped<ClaimInHand>();
services.AddScoped<ConsultationInHand>();
services.AddScoped<DisclosureInHand>();
services.AddScoped<QuestionCheck>();
services.AddScoped<IntakeDesk>();
services.AddScoped<Acts>();
services.AddScoped<IActId>(p => p.GetRequiredService<Acts>());
services.AddScoped<UnitOfWork>();
services.AddScoped<Drafts>();
services.AddScoped<DraftsTakenUp>();
services.AddScoped<ForgedForms>();
services.AddRazorPages(Guards.Hang);
services.AddTexts();
services.AddLook(sample);
services.AddScoped<INavigation, Navigation>();
services.AddScoped<Hotline>();
services.AddScoped<IHotline>(p => p.GetRequiredService<Hotline>());
services.AddScoped<CalendarFeeds>();
services.AddScoped<GuidanceDesk>();
services.AddSingleton<GuidanceRooms>();
services.AddScoped<CodeLabels>();
services.AddScoped<ICodeLabels>(p => p.GetRequiredService<CodeLabels>());
services.AddSingleton<ILetterPrinter>(p => LetterPrinter.Of(builder.Configuration, p.GetRequiredService<ILogger<LetterPrinter>>()));
services.AddDocuments(builder.Configuration);
services.AddSingleton<PaperStyle>();
services.AddScoped<LetterDesk>();
services.AddSingleton<WarmUp>();
services.AddHostedService(p => p.GetRequiredService<WarmUp>());
services.AddAccounts(sample);
services.AddLimits();
services.AddSingleton(_ => MailTransports.Of(builder.Configuration, environment));
services.AddMeasures();
services.AddSingleton<Sweeper>().AddHostedService(p => p.GetRequiredService<Sweeper>());
services.AddSingleton<Postman>().AddHostedService(p => p.GetRequiredService<Postman>());
Draining.Add(services, builder.Configuration, environment);
if (sample) services.AddSingleton<SampleNotice>();
if (sample) builder.WebHost.UseUrls(SampleMode.Urls(builder.Configuration));

var app = builder.Build();
if (cluster is not null) await Migrator.MigrateAsync(app.Services);
if (await Commands.RunAsync(words.FirstOrDefault(), app.Services, [.. words.Skip(1)], Console.Out) is { } code) return code;
if (sample) await SampleMode.FillAsync(app.Services, builder.Configuration, Settings.LocalDirectory(environment));
if (cluster is not null) await DirectoryImport.LoadAsync(app.Services);

app.UseProxies();
app.UseSecurityHeaders(onlyHttps: !sample);
app.UseLastResort();
app.UseExceptionHandler("/status/500");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseRequestLog();
app.UseReadableForms();
app.UseLook();
app.UseRouting();
app.UseAuthentication();
// Before anybody is sent to sign in: that is an answer too.
app.UseRateLimiter();
app.UseAuthorization();
Health.Map(app);
app.MapLanguage();
app.MapPolicyReports();
app.MapHotline();
app.MapGuidance();
CalendarFeeds.Map(app);
app.MapRazorPages();
if (sample) SampleMode.Map(app, cluster!);

// A setting that is wrong stops the program here, not the first person who meets it.
_ = app.Services.GetRequiredService<PasswordCheck>();
if (!await Listening.StartAsync(app, Console.Error)) return 1;
if (sample) SampleMode.Print(app, cluster!, Settings.Database);
await app.WaitForShutdownAsync();
return 0;
