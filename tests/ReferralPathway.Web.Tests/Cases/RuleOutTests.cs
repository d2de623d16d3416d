using System.Net;
using ReferralPathway.Data.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class RuleOutTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Reason = "The employer had paid the wages after all, and nobody was held.";

    [Fact]
    public async Task A_person_is_ruled_out_with_a_reason_and_put_back()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        var browser = host.As("sw.umea");
        var form = await browser.Get($"/cases/{id}/rule-out");
        Assert.Contains("Write at least 20 characters.", (await browser.Submit(form, ("Reason", "no"))).Errors);

        var ruledOut = await browser.Submit(form, ("Reason", Reason));
        Assert.Contains("Ruled out: the signs did not hold.", ruledOut.Text, StringComparison.Ordinal);

        var back = await browser.Submit(await browser.Get(ruledOut.Link("Presume again")), ("Reason", "She has told us more, and the debt is real."));
        Assert.Contains("The person is presumed again.", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_loses_a_race_is_told_who_changed_what_and_keeps_what_was_typed()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");
        var chef = (await host.ActorAsync("sw.malmo.chef")).User;
        await host.ActAsync("sw.malmo", id, CaseParts.Core, (theCase, act) => theCase.AddToTeam(chef, responsible: false, act));
        var before = host.Clock.GetUtcNow();
        var (slow, fast) = (host.As("sw.malmo"), host.As("sw.malmo.chef"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var slowForm = await slow.Get($"/cases/{id}/rule-out");
        var fastForm = await fast.Get($"/cases/{id}/rule-out");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await fast.Submit(fastForm, ("Reason", Reason));

        var lost = await slow.Submit(slowForm, ("Reason", Reason + " So I thought too."));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        var since = lost.Document.QuerySelector(".govuk-inset-text")!.TextContent;
        Assert.Contains("Ruled out: the signs did not hold", since, StringComparison.Ordinal);
        Assert.Contains("Birgitta Nyman", since, StringComparison.Ordinal);
        Assert.DoesNotContain("Case opened", since, StringComparison.Ordinal);
        Assert.Contains(Reason + " So I thought too.", lost.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Stale' AND at >= {before}"));

        // What was seen now counts as read: the same form goes through.
        Assert.Equal(HttpStatusCode.OK, (await slow.Submit(lost)).Status);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_errors_still_stands_on_what_the_person_saw()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");
        var browser = host.As("sw.malmo");
        var form = await browser.Get($"/cases/{id}/rule-out");
        await host.ActAsync("sw.malmo", id, CaseParts.Core, (theCase, act) => theCase.RecordDanger(true, act));

        var corrected = await browser.Submit(form, ("Reason", "too short"));

        Assert.Equal(HttpStatusCode.Conflict, (await browser.Submit(corrected, ("Reason", Reason))).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
