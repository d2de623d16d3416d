using Npgsql;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.RowLevelSecurity;

/// <summary>Requests for disclosure, past the application: the asker's half, the holder's half, and nothing for anybody else.</summary>
public sealed class DisclosureTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_asker_reads_the_request_the_deciders_both_halves_and_nobody_else_a_row()
    {
        var id = await AssessedAsync();

        // Requests, assessments, keys.
        Assert.Equal((1L, 0L, 1L), await SeesAsync("il.polis", id));
        Assert.Equal((1L, 1L, 2L), await SeesAsync("sw.malmo.chef", id));
        foreach (var account in new[] { "sw.malmo", "sw.umea", "il.aklagare", "ngo.haven.chef", "rc.ost", "ma.tillstand", "law.lind", "iom.hki", "nc.jamy", "admin", "audit" })
            Assert.Equal((0L, 0L, 0L), await SeesAsync(account, id));
        // Whether somebody is a manager stands with the account: who says so of another organisation, or in another role, is not believed.
        var chief = await host.ActorAsync("sw.malmo.chef");
        Assert.Equal((0L, 0L, 0L), await SeesAsync(chief with { Role = Role.MigrationOfficer }, id));
        Assert.Equal((0L, 0L, 0L), await SeesAsync((await host.ActorAsync("ngo.haven.chef")) with { Organisation = chief.Organisation, Role = Role.SocialWorker }, id));
    }

    [Theory]
    [InlineData("il.polis", "UPDATE pathway.disclosure_requests SET revision = 9 WHERE id = '{0}' RETURNING 1", null)]
    [InlineData("sw.malmo", "UPDATE pathway.disclosure_requests SET revision = 9 WHERE id = '{0}' RETURNING 1", null)]
    [InlineData("sw.malmo.chef", "UPDATE pathway.disclosure_requests SET asked_for = addressed_to WHERE id = '{0}' RETURNING 1", "42501")]
    [InlineData("il.polis", "INSERT INTO pathway.disclosure_assessments (id, request_id, status, begun_by, begun_at) VALUES (gen_random_uuid(), '{0}', 'UnderAssessment', '{1}', now()) RETURNING 1", "42501")]
    [InlineData("il.polis", "INSERT INTO pathway.disclosure_keys (id, request_id, wrapped, master, created_at) VALUES (gen_random_uuid(), '{0}', 'x', 1, now()) RETURNING 1", "42501")]
    [InlineData("sw.malmo.chef", "UPDATE pathway.disclosure_assessments SET case_id = gen_random_uuid() WHERE request_id = '{0}' RETURNING 1", "42501")]
    [InlineData("il.polis", "INSERT INTO pathway.disclosure_requests (id, reference, asked_for, written_by, addressed_to, ground, received_on, answer_by, written_at, question, revision) SELECT gen_random_uuid(), 'U-X', addressed_to, '{1}', addressed_to, ground, received_on, answer_by, written_at, question, 1 FROM pathway.disclosure_requests WHERE id = '{0}' RETURNING 1", "42501")]
    [InlineData("il.polis", "INSERT INTO pathway.disclosure_requests (id, reference, asked_for, written_by, addressed_to, ground, received_on, answer_by, written_at, question, revision) SELECT gen_random_uuid(), 'U-X', asked_for, '{1}', asked_for, ground, received_on, answer_by, written_at, question, 1 FROM pathway.disclosure_requests WHERE id = '{0}' RETURNING 1", "42501")]
    [InlineData("il.polis", "INSERT INTO pathway.disclosure_requests (id, reference, asked_for, written_by, addressed_to, ground, received_on, answer_by, written_at, question, revision) SELECT gen_random_uuid(), 'U-X', NULL, '{1}', addressed_to, ground, received_on, answer_by, written_at, question, 1 FROM pathway.disclosure_requests WHERE id = '{0}' RETURNING 1", "42501")]
    public async Task What_is_forged_is_refused(string account, string statement, string? state)
    {
        var (id, actor) = (await AssessedAsync(), await host.ActorAsync(account));
        var forged = string.Format(null, statement, id, actor.User);

        if (state is null) Assert.Null(await AskAsync(actor, forged));
        else Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => AskAsync(actor, forged))).SqlState);
    }

    [Fact]
    public async Task What_is_decided_stays_decided_and_an_answer_is_given_once()
    {
        var (id, chief) = (await AssessedAsync(), await host.ActorAsync("sw.malmo.chef"));
        await host.DoAsync("sw.malmo.chef", async doing =>
            (await doing.Db.DisclosureAsync(id, doing.Sealer, Stopping))!.Decide(new(DisclosureStatus.Refused, "Skäl", null, "Vi lämnar inte ut något."), doing.Act));

        foreach (var forged in new[] { $"UPDATE pathway.disclosure_assessments SET status = 'Granted' WHERE request_id = '{id}' RETURNING 1", $"UPDATE pathway.disclosure_requests SET answer = NULL, answered_at = NULL WHERE id = '{id}' RETURNING 1" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AskAsync(chief, forged))).SqlState);
        // The words of the answer are the asker's to open, and theirs alone beside the holder's.
        var read = await host.DoAsync("il.polis", async doing => await doing.Db.DisclosureAsync(id, doing.Sealer, Stopping));
        Assert.Equal(("Vi lämnar inte ut något.", null), (read!.Answer!.Value, read.Assessment));
    }

    private async Task<DisclosureId> AssessedAsync()
    {
        var malmo = await host.OrganisationAsync("sw.malmo");
        var id = await host.DoAsync("il.polis", async doing =>
        {
            var asked = DisclosureRequest.Ask(await doing.Db.NextDisclosureReferenceAsync(doing.Act.At, Stopping),
                new(DisclosureDesk.ContactRequest, doing.Act.Day, new() { Officer = "P. Ledare", About = "Född 1999", Asked = "Telefon" }), malmo, OrganisationKind.Municipality, doing.Act);
            doing.Db.Disclosures.Add(asked);
            return asked.Id;
        });
        await host.DoAsync("sw.malmo.chef", async doing => (await doing.Db.DisclosureAsync(id, doing.Sealer, Stopping))!.Assess(doing.Act));
        return id;
    }

    private async Task<(object?, object?, object?)> SeesAsync(string account, DisclosureId id) => await SeesAsync(await host.ActorAsync(account), id);

    private async Task<(object?, object?, object?)> SeesAsync(Actor actor, DisclosureId id) =>
    (
        await AskAsync(actor, $"SELECT count(*) FROM pathway.disclosure_requests WHERE id = '{id}'"),
        await AskAsync(actor, $"SELECT count(*) FROM pathway.disclosure_assessments WHERE request_id = '{id}'"),
        await AskAsync(actor, $"SELECT count(*) FROM pathway.disclosure_keys WHERE request_id = '{id}'")
    );

    private Task<object?> AskAsync(Actor actor, string statement) => DirectTests.AskAsync(host, actor, statement);
}
