using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>
/// The real program on a database of its own, with a clock that stands still. One per test class: <c>IClassFixture&lt;PathwayHost&gt;</c>.
/// Only the sign-in is shortened: <see cref="As"/> gives a browser that is signed in as a sample account, and a hash costs nothing; everything behind it is real.
/// </summary>
public sealed class PathwayHost(TemplateDatabase template) : IAsyncLifetime
{
    // A host watches files by a handle of the system, and a machine gives a user 128 of them: fewer than there are hosts in a run. Here they are looked at instead.
    static PathwayHost() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    private readonly TemplateDatabase _template = template;
    private WebApplicationFactory<Program>? _factory;
    private bool _shared;
    private TestDatabase? _database;

    public StoppedClock Clock { get; private init; } = new();

    /// <summary>The database, reachable as each role.</summary>
    public TestDatabase Database => _database!;

    public IServiceProvider Services => _factory!.Services;

    /// <summary>No shortened sign-in: browsers begin as nobody and sign in at /sign-in. Set before the host starts, in a class of its own.</summary>
    public bool RealSignIn { get; init; }

    /// <summary>0: as many as a test likes.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Where the database comes from; null: a fresh copy of the template.</summary>
    internal Func<Task<TestDatabase>>? From { get; init; }

    /// <summary>What a class changes of the host: services after the program's own.</summary>
    public Action<IServiceCollection>? Configure { get; set; }

    public async ValueTask InitializeAsync()
    {
        _database = From is null ? await _template.CloneAsync() : await From();
        _factory = Factory(_database, Clock, services => Configure?.Invoke(services), RealSignIn, RequestsPerMinute);
    }

    /// <summary>Another host on the same database, with something changed in it.</summary>
    internal static PathwayHost Leaking(PathwayHost of, Action<IServiceCollection> configure, bool realSignIn = false) => On(of._template, of.Database, of.Clock, configure, realSignIn);

    /// <summary>A host on a database that it does not take with it when it goes.</summary>
    internal static PathwayHost On(TemplateDatabase template, TestDatabase database, StoppedClock clock, Action<IServiceCollection>? configure = null, bool realSignIn = false) =>
        new(template) { _database = database, _shared = true, _factory = Factory(database, clock, configure, realSignIn), Clock = clock };

    public static WebApplicationFactory<Program> Factory(TestDatabase database, TimeProvider clock, Action<IServiceCollection>? configure = null, bool realSignIn = false, int requestsPerMinute = 0) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:Pathway", database.App);
            builder.UseSetting("ConnectionStrings:PathwaySystem", database.System);
            builder.UseSetting("PATHWAY_MASTER_KEY", TestKeys.Master);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            // Tests sweep and deliver when they say so.
            builder.UseSetting("PATHWAY_SWEEP_SECONDS", "0");
            // Tests ask faster than anybody.
            builder.UseSetting("PATHWAY_REQUESTS_PER_MINUTE", $"{requestsPerMinute}");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(clock);
                services.AddSingleton<ILetterPrinter, ProofPrinter>();
                services.Configure<PasswordHasherOptions>(Template.QuickHash);
                configure?.Invoke(services);
                if (realSignIn) return;
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
                // With Identity the default scheme alone is ignored.
                services.PostConfigure<AuthenticationOptions>(options =>
                    (options.DefaultScheme, options.DefaultAuthenticateScheme, options.DefaultChallengeScheme, options.DefaultForbidScheme) = (TestSignIn.Scheme, TestSignIn.Scheme, TestSignIn.Scheme, TestSignIn.Scheme));
            });
        });

    /// <summary>A browser of somebody who is signed in: "sw.umea", "ngo.haven" …</summary>
    /// <param name="language">"sv" or "en".</param>
    /// <param name="provedAgo">How long ago they showed who they are; null: just now.</param>
    public Browser As(string account, string language = "en", TimeSpan? provedAgo = null)
    {
        var client = _factory!.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, $"{account}@sample.example");
        if (provedAgo is { } ago) client.DefaultRequestHeaders.Add(TestSignIn.ProvedAgo, ago.ToString("c"));
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return new(client);
    }

    /// <summary>A browser of nobody.</summary>
    public Browser Anonymous(string language = "en")
    {
        var client = _factory!.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return new(client);
    }

    /// <summary>Looks into the database as the system, which sees every row.</summary>
    public async Task<T> LookAsync<T>(Func<PathwayDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(Clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await look(db);
    }

    /// <summary>One value from the database, as the system.</summary>
    public Task<T> AskAsync<T>(FormattableString question) => LookAsync(async db => (await db.Database.SqlQuery<T>(question).ToListAsync()).Single());

    /// <summary>The acting person of a sample account, for tests that go straight to the domain or the database.</summary>
    public Task<Actor> ActorAsync(string account) => LookAsync(async db =>
    {
        var found = await db.Users.SingleAsync(a => a.Email == $"{account}@sample.example");
        var organisation = await db.Organisations.SingleAsync(o => o.Id == found.OrganisationId);
        return new Actor(found.UserId, found.PersonId, found.OrganisationId, organisation.Kind, found.Role, found.IsManager);
    });

    /// <summary>The organisation of a sample account.</summary>
    public async Task<OrganisationId> OrganisationAsync(string account) => (await ActorAsync(account)).Organisation;

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null) await _factory.DisposeAsync();
        if (_database is not null && !_shared) await _database.DisposeAsync();
    }
}

/// <summary>A letter as it would be printed, readable to tests; that it becomes a PDF is seen in a browser.</summary>
internal sealed class ProofPrinter : ILetterPrinter
{
    public bool CanPrint => true;

    public Task<byte[]?> PrintAsync(string html, CancellationToken stopping) => Task.FromResult<byte[]?>(Encoding.UTF8.GetBytes(html));
}

/// <summary>Signs in whoever the header names, with the principal that a real sign-in would make.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IUserClaimsPrincipalFactory<Account> principals, PathwayDb db, CurrentSession session, RealClock real)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string Header = "X-Test-Account";
    public const string ProvedAgo = "X-Test-Proved-Ago";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } email) return AuthenticateResult.NoResult();
        db.Acting = ActingAs.Nobody(TimeProvider.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var normal = email.ToUpperInvariant();
        var found = await db.Users.Where(a => a.NormalizedEmail == normal).Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { Account = a, Organisation = o }).SingleAsync();
        var principal = await principals.CreateAsync(found.Account);
        // As if they had signed in just now, or a while ago.
        var proved = real.Now - (TimeSpan.TryParse(Request.Headers[ProvedAgo], out var ago) ? ago : TimeSpan.Zero);
        session.Found = new([], SessionStage.Open, proved, real.Now, false, proved, found.Account, found.Organisation);
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
        return AuthenticateResult.Success(new(principal, Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }
}
