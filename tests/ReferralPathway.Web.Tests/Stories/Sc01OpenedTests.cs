using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC01, step 1: a shelter opens a case of a woman without a name, who is reached through the shelter alone.</summary>
public sealed class Sc01OpenedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_shelter_opens_a_case_of_a_woman_whose_name_nobody_knows()
    {
        host.Clock.SetInSweden("2026-02-02 10:15");
        var haven = host.As("ngo.haven");
        var intake = await haven.Submit(await haven.Get("/cases/start"), "/cases/start");
        var address = intake.Address[..^"/intake".Length];
        var id = Guid.Parse(address["/cases/".Length..]);

        var page = await haven.Submit(await haven.Get($"{address}/intake/danger"), ("Input.Acute", "No"));
        page = await haven.Submit(page, ("Input.Direct", "Through"), ("Input.Organisation", "other"), ("Input.Through", "Haven"), ("Input.DeviceWatched", "Unknown"));
        page = await haven.Submit(page, ("Input.On", "2026-02-01"), ("Input.By", "NGO"));
        page = await haven.Submit(page, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Countries[0]", "NG"));
        page = await haven.Submit(page, ("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "en"), ("Input.Languages[1]", "pcm"), ("Input.Interpreter", "Yes"));
        page = await haven.Submit(page, ("Input.Status", "IRREGULAR"));
        page = await haven.Submit(page, ("Input.Informed", "Yes"));
        await haven.Submit(await haven.Get($"{address}/intake/identity"), ("Input.Nationalities[0]", "NG"));
        Assert.EndsWith("/intake/check", page.Address, StringComparison.Ordinal);
        var opened = await haven.Submit(await haven.Get(page.Address));

        // Open, and presumed: nothing but an investigation leader's act identifies her formally.
        Assert.Equal(address, opened.Address);
        Assert.Empty(opened.Errors);
        Assert.Equal("Open", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.cases WHERE id = {id}"));
        Assert.Equal("Presumed", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id}"));
        Assert.Contains("Presumed", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Formally identified on", opened.Text, StringComparison.Ordinal);

        // She is reached through Haven, and the page says so before anything else; no name was ever asked for.
        Assert.Contains("Haven", opened.Text[..opened.Text.IndexOf("Referrals", StringComparison.Ordinal)], StringComparison.Ordinal);
        var person = await host.DoAsync("ngo.haven", async doing => (await doing.CaseAsync(Domain.Foundations.CaseId.From(id))).Facts);
        Assert.Equal(new DateOnly(2026, 2, 1), person.DetectedOn);
        Assert.Equal(("F", "25-34", "IRREGULAR", "en pcm", "SEXUAL"), (person.Gender, person.AgeGroup, person.LegalStatus, string.Join(' ', person.Languages), string.Join(' ', person.ExploitationTypes)));

        // Nobody else has a part in it: no investigation, no consent, no other organisation.
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id}"));
        foreach (var other in new[] { "sw.malmo", "rc.syd", "il.polis", "ma.tillstand", "law.lind", "iom.hki", "ngo.platform" })
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.As(other).Get(address)).Status);
    }
}
