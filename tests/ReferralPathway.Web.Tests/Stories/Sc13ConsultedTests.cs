using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Consultations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC13, the consultation: a small municipality asks its regional coordinator on a Friday afternoon, when the hotline has closed.</summary>
public sealed class Sc13ConsultedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_question_on_friday_afternoon_is_answered_by_the_regional_coordinator_on_monday()
    {
        await DirectoryImport.LoadAsync(host.Services, TestContext.Current.CancellationToken);
        host.Clock.SetInSweden("2026-09-11 16:35");
        var dorotea = host.As("sw.dorotea");
        var form = await dorotea.Get("/consultations/ask");
        Assert.Contains("Closed. The question is answered from next opening, Mon 09:00", form.Text, StringComparison.Ordinal);
        Assert.Contains("Stängd. Frågan besvaras från nästa öppning, mån 09.00", (await host.As("sw.dorotea", "sv").Get("/consultations/ask")).Text, StringComparison.Ordinal);
        foreach (var number in (string[])["112", "114 14", "socialjour"]) Assert.Contains(number, form.Text, StringComparison.Ordinal);
        var id = await host.AskedAsync("sw.dorotea", ("Input.AskedOf", "Regional"), ("Input.Region", "Norr"));
        Assert.Equal(new StoppedClock().At("2026-09-15 00:00"), await host.AskAsync<DateTimeOffset>($"SELECT answer_by AS \"Value\" FROM pathway.consultations WHERE id = {id.Value}"));

        host.Clock.SetInSweden("2026-09-14 09:20");
        Assert.Equal("No question waits for an answer", (await host.As("rc.syd").Get("/consultations/desk")).Heading);
        var norr = host.As("rc.norr");
        Assert.Contains("Answer a question without personal details", (await norr.Get("/")).Text, StringComparison.Ordinal);
        await norr.Submit(await norr.Get((await norr.Get("/consultations/desk")).Link("Protection and housing")), $"/consultations/{id}/take-on");
        var answer = await norr.Get($"/consultations/{id}/answer");
        var entry = answer.Document.QuerySelector("input[name='Input.Recommended']")!.GetAttribute("value");
        await norr.Submit(answer, ("Input.Text", "Ask for consent and refer to the shelter."), ("Input.Recommended", entry));

        var read = await dorotea.Get($"/consultations/{id}");
        Assert.Contains("Ask for consent and refer to", read.Text, StringComparison.Ordinal);
        Assert.Contains($"/directory/{entry}", read.Links);
        Assert.Contains("Regional coordinator Norr", read.Text, StringComparison.Ordinal);
    }
}
