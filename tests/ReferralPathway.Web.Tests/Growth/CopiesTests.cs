using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Growth;

/// <summary>What parts and teams copy of a case, so that lists walk one index, is what the case says: over every case of the sample, and everything that happened to them.</summary>
public sealed class CopiesTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly string Wrong = """
        FROM pathway.participations p
        LEFT JOIN pathway.cases c ON c.id = p.case_id AND p.groups & 2 <> 0
        LEFT JOIN pathway.facts_versions f ON f.id = c.facts_id
        LEFT JOIN pathway.team_members m ON m.case_id = p.case_id AND m.organisation_id = p.organisation_id AND m.removed_at IS NULL
        WHERE p.valid_until = '9999-12-31' AND (
          (p.case_status, p.case_identification, p.case_needs_interpreter) IS DISTINCT FROM (c.status, c.identification, f.interpreter_needed)
          OR p.case_municipality IS DISTINCT FROM CASE WHEN f.protected_identity = 'NONE' THEN f.municipality END
          OR p.case_due_at IS DISTINCT FROM (SELECT min(w.due_at) FROM pathway.work_items w WHERE w.case_id = p.case_id AND w.organisation_id = p.organisation_id AND w.closed_at IS NULL AND NOT w.managers_only)
          OR (SELECT coalesce(array_agg(k.mark ORDER BY k.mark), '{}') FROM pathway.list_marks k WHERE k.part_id = p.id AND k.case_changed_at = p.case_changed_at AND k.case_id = p.case_id AND k.organisation_id = p.organisation_id)
            IS DISTINCT FROM (SELECT coalesce(array_agg(w.mark ORDER BY w.mark), '{}') FROM (
              SELECT 'exploitation:' || unnest(f.exploitation_types) AS mark
              UNION SELECT 'region:' || pathway.coordination_region(f.municipality) WHERE f.protected_identity = 'NONE' AND f.municipality IS NOT NULL
              UNION SELECT 'provider:' || q.organisation_id FROM pathway.participations q WHERE q.case_id = p.case_id AND q.organisation_id <> p.organisation_id AND p.groups & (1 << 30) <> 0) w)
          OR m.id IS NOT NULL AND m.case_changed_at IS DISTINCT FROM (SELECT max(q.case_changed_at) FROM pathway.participations q WHERE q.case_id = p.case_id AND q.organisation_id = p.organisation_id))
        """;

    [Fact]
    public async Task What_is_copied_is_what_the_case_says()
    {
        await DirectoryImport.LoadAsync(host.Services);
        await new SampleCases(host.Services, host.Clock.GetUtcNow()).LoadAsync();
        Assert.True(await CountAsync("SELECT least(count(DISTINCT case_status), count(DISTINCT case_identification), count(DISTINCT case_needs_interpreter)) FROM pathway.participations") >= 2);

        Assert.Equal(3, await CountAsync("SELECT count(DISTINCT split_part(mark, ':', 1)) FROM pathway.list_marks"));
        Assert.NotEqual(0, await CountAsync("SELECT count(*) FROM pathway.participations WHERE case_due_at IS NOT NULL"));

        Assert.Equal(0, await CountAsync($"SELECT count(*) {Wrong}"));

        // And it would show.
        await host.Database.ExecuteAsSuperuserAsync("UPDATE pathway.participations SET case_identification = 'NotIdentified' WHERE case_identification = 'FormallyIdentified'");
        Assert.NotEqual(0, await CountAsync($"SELECT count(*) {Wrong}"));
    }

    [Fact]
    public async Task The_database_knows_the_coordination_region_of_every_municipality()
    {
        foreach (var municipality in Geography.Municipalities)
            Assert.Equal(Geography.RegionOf(municipality.Code).ToString(), await host.AskAsync<string>($"SELECT pathway.coordination_region({municipality.Code}) AS \"Value\""));
    }

    [Fact]
    public async Task A_part_without_facts_copies_nothing()
    {
        var id = await host.OpenCaseAsync("sw.umea");
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM pathway.participations WHERE case_id = '{id}' AND case_status = 'Open'"));

        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.participations SET groups = groups & ~2 WHERE case_id = '{id}'");

        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM pathway.participations WHERE case_id = '{id}' AND num_nonnulls(case_status, case_identification, case_municipality, case_needs_interpreter) = 0"));
    }

    private async Task<long> CountAsync(string question)
    {
        await using var superuser = Npgsql.NpgsqlDataSource.Create(host.Database.As("postgres"));
        await using var command = superuser.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
