using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReferralPathway.Data;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// The application with invented persons, for a newcomer and for checks from outside: development only, loopback only, a private database only. Only here there are
/// sample accounts with one password, no second factor, and a clock that can be set.
/// </summary>
public static class SampleMode
{
    /// <exception cref="InvalidOperationException">This is not a place for sample data.</exception>
    public static void Demand(IHostEnvironment environment, Databases? given, IConfiguration configuration)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException("Sample mode starts in the environment Development only.");
        if (given is not null) throw new InvalidOperationException("Sample mode uses a private database of its own: unset ConnectionStrings__Pathway.");
        foreach (var url in Urls(configuration))
            if (!(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback)) throw new InvalidOperationException("Sample mode listens on this machine only.");
    }

    /// <summary><c>PATHWAY_URLS</c>, else http://localhost:5080.</summary>
    public static string[] Urls(IConfiguration configuration) =>
        configuration["PATHWAY_URLS"] is { Length: > 0 } urls ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : ["http://localhost:5080"];

    /// <summary>Loads organisations, accounts and cases into an empty database, gives every sample account the password of this start, and sets the clock.</summary>
    public static async Task FillAsync(IServiceProvider services, IConfiguration configuration, string local)
    {
        if (configuration["PATHWAY_CLOCK"] is { Length: > 0 } start)
            services.GetRequiredService<AppClock>().Set(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        if (await SampleData.LoadAsync(services, Password(configuration, local)))
        {
            var cases = new SampleCases(services, services.GetRequiredService<TimeProvider>().GetUtcNow().CutToMicroseconds());
            await cases.LoadAsync();
            await cases.LoadPastAsync();
        }
        if (Preset(configuration) is { } settings) await SampleData.PresetAsync(services, settings);
    }

    /// <summary><c>PATHWAY_RULESET</c> and <c>PATHWAY_REIMBURSEMENT_FROM</c>; null when neither is set.</summary>
    /// <exception cref="InvalidOperationException">One of them is none of the known names.</exception>
    public static RuleSettings? Preset(IConfiguration configuration)
    {
        var (ruleSet, from) = (configuration["PATHWAY_RULESET"], configuration["PATHWAY_REIMBURSEMENT_FROM"]);
        if (string.IsNullOrEmpty(ruleSet) && string.IsNullOrEmpty(from)) return null;
        return new(Read("PATHWAY_RULESET", ruleSet, RuleSettings.Default.RuleSet), Read("PATHWAY_REIMBURSEMENT_FROM", from, RuleSettings.Default.ReimbursementFrom));

        static T Read<T>(string name, string? text, T otherwise) where T : struct, Enum =>
            string.IsNullOrEmpty(text) ? otherwise : Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : throw new InvalidOperationException($"{name} is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public static string Password(IConfiguration configuration, string local)
    {
        if (configuration["PATHWAY_SAMPLE_PASSWORD"] is { Length: > 0 } given) return given;
        var file = Path.Combine(local, "sample-password");
        if (!File.Exists(file)) File.WriteAllText(file, RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16));
        return File.ReadAllText(file);
    }

    /// <summary>The settable clock, and practice that begins anew. Loopback and sample mode are what guards the clock: it has no form, and so nothing against forgery.</summary>
    public static void Map(WebApplication app, PrivateCluster cluster)
    {
        app.MapPost("/sample/clock", async (HttpContext context, AppClock clock, Sweeper sweeper) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (!DateTimeOffset.TryParse(form["now"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)) return Results.BadRequest();
            return await SetClockAsync(clock, sweeper, now, context.RequestAborted) ? Results.NoContent() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/sample/reset", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            await ResetAsync(app, cluster);
            return Results.LocalRedirect("/sample/practice?anew=true");
        }).AllowAnonymous();
    }

    /// <summary>The database is made anew, as on the first start, while nothing else in the program speaks to it.</summary>
    private static async Task ResetAsync(WebApplication app, PrivateCluster cluster)
    {
        SemaphoreSlim[] turns = [app.Services.GetRequiredService<Sweeper>().Turn, app.Services.GetRequiredService<Postman>().Turn];
        foreach (var turn in turns) await turn.WaitAsync();
        try
        {
            var databases = app.Services.GetRequiredService<Databases>();
            await cluster.Server.DropDatabaseAsync(Settings.Database);
            await cluster.Server.EnsureDatabaseAsync(Settings.Database);
            foreach (var source in new[] { databases.App, databases.Beside, databases.System, databases.Owner }) source?.Clear();
            app.Services.GetRequiredService<InstallationKeys>().Forget();
            app.Services.GetRequiredService<AppClock>().Set(TimeProvider.System.GetUtcNow());
            await Data.Migrations.Migrator.MigrateAsync(app.Services);
            await FillAsync(app.Services, app.Configuration, Settings.LocalDirectory(app.Environment));
            await DirectoryImport.LoadAsync(app.Services);
        }
        finally
        {
            foreach (var turn in turns) turn.Release();
        }
    }

    /// <summary>Sets the clock, and lives through what falls due on the way: each day's on its own day.</summary>
    /// <returns>Whether all of it was done.</returns>
    public static async Task<bool> SetClockAsync(AppClock clock, Sweeper sweeper, DateTimeOffset now, CancellationToken stopping)
    {
        // The days are lived through before the clock says so: else the sweeper's own round would do everything on the last of them.
        await sweeper.LiveThroughAsync(clock.GetUtcNow(), now, stopping);
        clock.Set(now);
        for (var tries = 0; tries < 50; tries++)
        {
            if (await sweeper.SweepAsync(stopping)) return true;
            await Task.Delay(100, stopping);
        }
        return false;
    }

    public static void Print(WebApplication app, PrivateCluster cluster, string database)
    {
        var configuration = app.Configuration;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine();
        Console.WriteLine($"Referral Pathway with sample data: {string.Join("  ", addresses)}");
        Console.WriteLine();
        foreach (var account in SampleData.Accounts) Console.WriteLine($"  {account.Email,-38} {account.Name}, {account.Role}");
        Console.WriteLine();
        Console.WriteLine($"  Password of them all: {Password(configuration, Settings.LocalDirectory(app.Environment))}");
        Console.WriteLine($"  Database: {cluster.PsqlCommand(DatabaseRole.App, database)}");
        Console.WriteLine("  Ctrl+C stops everything.");
    }
}
