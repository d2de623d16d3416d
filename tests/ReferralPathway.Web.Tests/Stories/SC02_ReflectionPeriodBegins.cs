using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC02, steps 1 and 2, of the domain reference.</summary>
public sealed class SC02_ReflectionPeriodBegins(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_police_record_report_and_investigation_and_the_person_agrees_to_two_recipients()
    {
        // Mon 2026-02-16: il.polis opens C2 and records the report.
        host.Clock.SetInSweden("2026-02-16 10:00");
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/report"), ("Input.On", "2026-02-16"), ("Input.Unit", "Gränspolisen Norrköping"));
        Assert.Equal("Presumed", await IdentificationAsync(id));

        // Tue 2026-02-17: the preliminary investigation is initiated.
        host.Clock.SetInSweden("2026-02-17 09:00");
        var initiate = await polis.Get($"/cases/{id}/investigations/initiate");
        var followed = await polis.Submit(initiate,
            ("Input.LeaderKind", "Police"), ("Input.Unit", "Gränspolisen Norrköping"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K214365-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-02-17"), ("Input.Reason", "true"));
        Assert.Equal(HttpStatusCode.OK, followed.Status);
        Assert.Equal("FormallyIdentified", await IdentificationAsync(id));
        Assert.Equal(new DateOnly(2026, 2, 17), await host.AskAsync<DateOnly>($"SELECT formally_identified_on AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));

        // The tasks of FUK 14 a § and of counsel stand on the leader's overview, and go away when they are done.
        host.Clock.SetInSweden("2026-02-20 08:00");
        var overview = await polis.Get("/");
        Assert.Contains("Tell the person about reflection period and permit", overview.Text);
        Assert.Contains("Request counsel for the injured party", overview.Text);
        await polis.Submit(await polis.Get(followed.Address), ("Input.Step", "Inform"), ("Input.On", "2026-02-18"));
        await polis.Submit(await polis.Get(followed.Address), ("Input.Step", "RequestCounsel"), ("Input.On", "2026-02-18"));
        overview = await polis.Get("/");
        Assert.DoesNotContain("Tell the person about reflection period and permit", overview.Document.QuerySelector("#today")!.ParentElement!.TextContent);
        Assert.DoesNotContain("Request counsel for the injured party", overview.Document.QuerySelector("#today")!.ParentElement!.TextContent);

        // Step 2: consent for the municipality and the regional coordinator.
        await host.ConsentAsync("il.polis", id, "sw.norrkoping");
        await host.ConsentAsync("il.polis", id, "rc.ost");
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value} AND state = 'Given'"));
        // Consent alone lets nobody in.
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.norrkoping").Get($"/cases/{id}")).Status);
    }

    private Task<string> IdentificationAsync(CaseId id) => host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
}
