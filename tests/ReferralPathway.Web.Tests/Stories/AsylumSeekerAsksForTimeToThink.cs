using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>A presumed victim who seeks asylum is supported by the Migration Agency (S1-12), until a reflection period is applied for: then a municipality is responsible.</summary>
public sealed class AsylumSeekerAsksForTimeToThink(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_agency_supports_until_a_reflection_period_is_applied_for_and_the_municipality_takes_over()
    {
        host.Clock.SetInSweden("2026-03-02 09:00");
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));
        var id = await host.As("sw.norrkoping").OpensCaseAsync("2026-03-02", FrontDoor.Worker());
        var (norrkoping, agency) = (host.As("sw.norrkoping"), host.As("ma.mottagning"));

        // The person says so. The agency is not told: it learns of the case only by consent.
        var told = await norrkoping.Submit(await norrkoping.Get($"/cases/{id}/asylum/record"), ("Input.On", "2026-02-27"));
        Assert.Contains("The Migration Agency has not confirmed it", told.Text);
        Assert.Equal("ASYLUM", await host.LegalStatusAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await agency.Get($"/cases/{id}/asylum")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await norrkoping.Get($"/cases/{id}/asylum/decide")).Status);

        await host.JoinsAsync("sw.norrkoping", id, "ma.mottagning");
        await agency.Submit(await agency.Get($"/cases/{id}/asylum/record"), ("Input.On", "2026-02-27"));
        Assert.Contains("Begin the support of an asylum seeker", (await agency.Get("/")).Text);
        var supported = await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"),
            ("Input.Step", "SupportByMigrationAgency"), ("Input.Municipality", (await host.OrganisationAsync("sw.norrkoping")).ToString()), ("Input.On", "2026-03-02"));
        Assert.Contains("supported by the Migration Agency", supported.Text);
        Assert.Contains("Migration Agency", (await norrkoping.Get($"/cases/{id}")).Text);

        // The police lead an investigation and apply for thirty days.
        host.Clock.SetInSweden("2026-03-10 09:00");
        await host.JoinsAsync("sw.norrkoping", id, "il.polis");
        var polis = host.As("il.polis");
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"),
            ("Input.Unit", "Gränspolisen"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K300201-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-10"), ("Input.Reason", "true"));
        var permit = await polis.ReflectionPeriodAsync(id, "2026-03-10");
        Assert.Equal("Reflection period", permit.Heading);

        Assert.Equal("LeftTrack", await StateAsync(id));
        Assert.Contains("See to it that the municipality takes over the support", (await norrkoping.Get("/")).Text);
        Assert.Contains("The reception ended", (await norrkoping.Get($"/cases/{id}/asylum")).Text);
        var again = await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"), ("Input.Step", "SupportByMigrationAgency"), ("Input.On", "2026-03-10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("is outside the reception", again.Text);
        await norrkoping.Submit(await norrkoping.Get($"/cases/{id}/asylum/record"), ("Input.On", "2026-03-10"));
        Assert.DoesNotContain("See to it that the municipality takes over the support", (await norrkoping.Get("/")).Text);

        // The period is granted and asylum refused meanwhile: it falls back on the refusal.
        host.Clock.SetInSweden("2026-03-16 09:00");
        await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-03-16"), ("Input.To", "2026-04-14"), ("Input.AsPrinted", "true"), ("Input.On", "2026-03-16"));
        var unsaid = await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"), ("Input.Step", "Granted"), ("Input.On", "2026-03-16"));
        Assert.Equal(["Choose one of the listed values."], unsaid.Errors);
        await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"), ("Input.Step", "Refused"), ("Input.On", "2026-03-16"));
        Assert.Equal(("Refused", "RP"), (await StateAsync(id), await host.LegalStatusAsync(id)));
        await agency.RevokesAsync(id, permit.Address, "2026-03-16");
        Assert.Equal("ASYLUM_REFUSED", await host.LegalStatusAsync(id));
    }

    [Fact]
    public async Task An_unaccompanied_child_is_assigned_a_municipality_that_is_told_nothing_by_it()
    {
        host.Clock.SetInSweden("2026-03-02 09:00");
        var id = await host.CaseAsync("ma.mottagning");
        await host.OnAsync("ma.mottagning", id, (c, act) => c.RecordPerson(new() { Gender = "F", AgeGroup = "12-14", Unaccompanied = "Yes" }, act));
        var agency = host.As("ma.mottagning");
        await agency.Submit(await agency.Get($"/cases/{id}/asylum/record"), ("Input.On", "2026-03-02"));
        Assert.Equal(["Choose one of the listed values."], (await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"), ("Input.Step", "SupportByMigrationAgency"), ("Input.On", "2026-03-02"))).Errors);
        var supported = await agency.Submit(await agency.Get($"/cases/{id}/asylum/decide"),
            ("Input.Step", "SupportByMigrationAgency"), ("Input.Municipality", (await host.OrganisationAsync("sw.dorotea")).ToString()), ("Input.On", "2026-03-02"));
        Assert.Contains("Assigned municipality", supported.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.dorotea").Get($"/cases/{id}")).Status);
    }

    private Task<string> StateAsync(CaseId id) => host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.asylum_tracks WHERE case_id = {id.Value}");
}
