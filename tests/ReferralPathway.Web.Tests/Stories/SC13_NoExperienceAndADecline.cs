using System.Net;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Consultations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC13 of the domain reference: a small municipality asks its regional coordinator on a Friday afternoon, refers to a shelter that has no place, and to another that has.</summary>
public sealed class SC13_NoExperienceAndADecline(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Family = "Kanarienko";

    [Fact]
    public async Task A_small_municipality_is_advised_declined_and_helped()
    {
        await DirectoryImport.LoadAsync(host.Services, TestContext.Current.CancellationToken);
        var (dorotea, norr) = (host.As("sw.dorotea"), host.As("rc.norr"));

        // Fri 2026-09-11 16:35: the hotline is closed until Monday; the question goes to the coordinator of the region.
        host.Clock.SetInSweden("2026-09-11 16:35");
        var form = await dorotea.Get("/consultations/ask");
        Assert.Contains("Closed. The question is answered from next opening, Mon 09:00", form.Text, StringComparison.Ordinal);
        Assert.Contains("Stängd. Frågan besvaras från nästa öppning, mån 09.00", (await host.As("sw.dorotea", "sv").Get("/consultations/ask")).Text, StringComparison.Ordinal);
        foreach (var number in (string[])["112", "114 14", "socialjour"]) Assert.Contains(number, form.Text, StringComparison.Ordinal);
        var asked = await host.AskedAsync("sw.dorotea", ("Input.AskedOf", "Regional"), ("Input.Region", "Norr"));
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 9, 15)), await host.AskAsync<DateTimeOffset>($"SELECT answer_by AS \"Value\" FROM pathway.consultations WHERE id = {asked.Value}"));

        // Mon 09:20: rc.norr answers, and no other coordinator has it.
        host.Clock.SetInSweden("2026-09-14 09:20");
        Assert.Equal("No question waits for an answer", (await host.As("rc.syd").Get("/consultations/desk")).Heading);
        Assert.Contains("Answer a question without personal details", (await norr.Get("/")).Text, StringComparison.Ordinal);
        await norr.Submit(await norr.Get((await norr.Get("/consultations/desk")).Link("Protection and housing")), $"/consultations/{asked}/take-on");
        var answer = await norr.Get($"/consultations/{asked}/answer");
        var entry = answer.Document.QuerySelector("input[name='Input.Recommended']")!.GetAttribute("value");
        await norr.Submit(answer, ("Input.Text", "Ask for consent and refer to the shelter."), ("Input.Recommended", entry));
        var read = await dorotea.Get($"/consultations/{asked}");
        Assert.Contains("Ask for consent and refer to", read.Text, StringComparison.Ordinal);
        Assert.Contains($"/directory/{entry}", read.Links);

        // The case is opened, and referred to Haven with the person's consent.
        var id = await dorotea.OpensCaseAsync("2026-09-11", ("detected", [("Input.By", "SOCIAL_WORKER"), ("Input.Municipality", "2425")]), ("safe-contact", [("Input.Through", "The school nurse")]),
            ("identity", [("Input.GivenName", "Ada"), ("Input.FamilyName", Family)]));
        var (haven, platform) = (await host.OrganisationAsync("ngo.haven"), await host.OrganisationAsync("ngo.platform"));
        await dorotea.RecordsConsentAsync(id, haven);
        var first = await dorotea.RefersAsync(id, haven, ("Input.Message", "No bed words"));
        Assert.Equal("Haven (NGO) has not answered yet", first.Heading);
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 9, 18)), await host.AskAsync<DateTimeOffset>($"SELECT answer_by AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));

        // 2026-09-15: Haven sees no identity, and declines. Dorotea has the task to find somebody else.
        host.Clock.SetInSweden("2026-09-15 10:00");
        var shelter = host.As("ngo.haven");
        var list = await shelter.Get("/referrals");
        Assert.Equal("One referral waits for your answer", list.Heading);
        var waiting = await shelter.Get(list.Link("Dorotea"));
        Assert.DoesNotContain(Family, waiting.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("No bed words", waiting.Source, StringComparison.Ordinal);
        await shelter.Submit(await shelter.Get(waiting.Link("decline")), ("Input.Reason", "NO_CAPACITY"), ("Input.Text", "No bed until Friday."));
        Assert.Equal(HttpStatusCode.NotFound, (await shelter.Get($"/cases/{id}")).Status);
        Assert.Contains("Find another provider", (await dorotea.Get("/work")).Text, StringComparison.OrdinalIgnoreCase);
        var answered = await dorotea.Get(first.Address);
        Assert.Contains("No bed until Friday.", answered.Text, StringComparison.Ordinal);
        Assert.Contains("No capacity or resources", answered.Text, StringComparison.Ordinal);

        // The second without consent is blocked; with consent it is sent, and accepted on 2026-09-16.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dorotea.Get($"/cases/{id}/referrals/write/{platform}")).Status);
        await dorotea.RecordsConsentAsync(id, platform);
        await dorotea.RefersAsync(id, platform, ("Input.Message", "No bed words"));
        host.Clock.SetInSweden("2026-09-16 11:00");
        var other = host.As("ngo.platform");
        Assert.Equal($"/cases/{id}", (await other.AcceptsAsync("Dorotea", "2026-09-17")).Address);
        Assert.DoesNotContain("Find another provider", (await dorotea.Get("/work")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Declined", "Accepted"], await host.LookAsync(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            db.Referrals.Where(r => r.CaseId == id).OrderBy(r => r.DraftedAt).Select(r => r.Status))).ConvertAll(s => s.ToString())));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.team_members WHERE case_id = {id.Value} AND organisation_id = {platform.Value} AND is_responsible"));
    }
}
