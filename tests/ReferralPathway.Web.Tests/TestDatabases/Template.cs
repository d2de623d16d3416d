using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.TestDatabases;

/// <summary>What every test database begins with: the migrated schema, the sample organisations and the sample accounts.</summary>
internal static class Template
{
    public const string Password = "a password of nobody 4711";

    /// <summary>A hash as cheap as can be: one of the program takes a third of a second of a core, and <c>PasswordTests</c> holds that it does.</summary>
    public static void QuickHash(PasswordHasherOptions options) => options.IterationCount = 1;

    public static async Task FillAsync(string owner)
    {
        string As(string role) => new NpgsqlConnectionStringBuilder(owner) { Username = role, Pooling = false }.ConnectionString;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new StoppedClock());
        services.AddSingleton(new Databases(As("pathway_app"), As("pathway_system"), As("pathway_owner")));
        services.AddSingleton(MasterKeys.Read(TestKeys.Master));
        services.AddPathwayData();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(QuickHash);
        await using var provider = services.BuildServiceProvider();
        await Migrator.MigrateAsync(provider);
        await SampleData.LoadAsync(provider, Password);
    }
}
