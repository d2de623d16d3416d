using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Migrations;

/// <summary>Brings a database to the version of this program, as its owner. An explicit command in production, never a side effect of a start.</summary>
public static class Migrator
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken stopping = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.Owner;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        await db.Database.MigrateAsync(stopping);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pathway.reach", stopping);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pathway.reach_of_lead", stopping);
        foreach (var kind in Enum.GetValues<OrganisationKind>())
        {
            if (OrganisationKinds.CaseRoleOf(kind) is not { } role) continue;
            var name = kind.ToString();
            var lead = Reach.OfLead(role).Mask;
            await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.reach_of_lead (kind, grants) VALUES ({name}, {lead})", stopping);
            foreach (var group in DataGroups.Consentable)
            {
                var number = (int)group;
                var grants = Reach.OfRecipient(role, DataGroups.Of(group), healthIsNamed: true).Mask;
                await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.reach (kind, data_group, grants) VALUES ({name}, {number}, {grants})", stopping);
            }
        }
        var leader = Reach.OfInvestigation.Mask;
        var agency = Reach.OfApplication.Mask;
        var coordinator = Reach.OfReturnCoordinator.Mask;
        var iom = Reach.OfReturnIom.Mask;
        var board = Reach.OfChildReport.Mask;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO pathway.reach (kind, data_group, grants) VALUES ('Investigation', 0, {leader}), ('Application', 0, {agency}), ('ReturnCoordinator', 0, {coordinator}), ('ReturnIom', 0, {iom}), ('ChildReport', 0, {board})",
            stopping);
        await transaction.CommitAsync(stopping);
    }

    /// <summary>Whether every migration of this program has been applied.</summary>
    public static async Task<bool> IsCurrentAsync(PathwayDb db, CancellationToken stopping = default) =>
        !(await db.Database.GetPendingMigrationsAsync(stopping)).Any();

    /// <summary>The SQL that EF cannot say: functions, policies, grants.</summary>
    internal static void Run(this MigrationBuilder migration, string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"ReferralPathway.Data.Sql.{file}")!;
        using var reader = new StreamReader(stream);
        migration.Sql(reader.ReadToEnd());
    }
}
