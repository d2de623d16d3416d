using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC05 of the domain reference: under the law of 2022 the social board applies, without an investigation.</summary>
public sealed class SC05_SocialBoardApplies(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Ground = "Works twelve hours a day without pay, and his passport was taken.";

    [Fact]
    public async Task The_social_board_applies_without_an_investigation_and_the_person_is_identified_only_when_one_is_initiated()
    {
        host.Clock.SetInSweden("2026-08-06 09:00");
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.Application));
        var umea = host.As("sw.umea");
        var id = await umea.OpensCaseAsync("2026-08-06", FrontDoor.Worker("vi", "VN", "25-34"));

        // Without saying why there is reason to assume an offence, nothing is handed in, and nothing typed is lost.
        var unexplained = await umea.ReflectionPeriodAsync(id, "2026-08-06");
        Assert.Contains("Enter why there is reason to assume", unexplained.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2026-08-06", unexplained.Document.QuerySelector("[name='Input.WantedOn']")!.GetAttribute("value"));
        var permit = await umea.ReflectionPeriodAsync(id, "2026-08-06", ("Input.Ground", Ground));
        Assert.Equal("Reflection period", permit.Heading);

        host.Clock.SetInSweden("2026-08-10 09:00");
        await host.As("ma.tillstand").DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-08-10"), ("Input.To", "2026-09-08"), ("Input.AsPrinted", "true"), ("Input.On", "2026-08-10"));
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        Assert.Equal("Presumed", await IdentificationAsync(id));
        Assert.Equal(HttpStatusCode.Forbidden, (await umea.Get($"{permit.Address}/extend")).Status);

        host.Clock.SetInSweden("2026-08-18 09:00");
        var (polis, police) = (host.As("il.polis"), await host.OrganisationAsync("il.polis"));
        Assert.Empty((await umea.RecordsConsentAsync(id, police, ("Input.On", "2026-08-18"))).Errors);
        Assert.Empty((await umea.Submit(await umea.Get($"/cases/{id}/investigations/report"), ("Input.On", "2026-08-18"), ("Input.Unit", "Gränspolisen"), ("Input.To", police.ToString()))).Errors);
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/take-on"));
        host.Clock.SetInSweden("2026-08-20 09:00");
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"),
            ("Input.Unit", "Gränspolisen"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K300200-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-08-20"), ("Input.Reason", "true"));
        Assert.Equal("FormallyIdentified", await IdentificationAsync(id));
    }

    [Fact]
    public async Task Under_the_guide_the_same_step_is_refused_to_the_social_board_and_to_a_leader_without_an_investigation()
    {
        host.Clock.SetInSweden("2026-08-06 09:00");
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));
        var board = await host.As("sw.umea").OpensCaseAsync("2026-08-06", FrontDoor.Worker("vi", "VN", "25-34"));
        var refused = await host.As("sw.umea").ReflectionPeriodAsync(board, "2026-08-06", ("Input.Ground", Ground));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It is done by the investigation leader", refused.Text);

        var leader = await host.As("il.polis").OpensCaseAsync("2026-08-06", FrontDoor.Worker());
        Assert.Contains("when a preliminary investigation has been initiated. None is recorded for this case.", (await host.As("il.polis").ReflectionPeriodAsync(leader, "2026-08-06")).Text);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_applications WHERE case_id IN ({board.Value}, {leader.Value})"));
    }

    private Task<string> IdentificationAsync(CaseId id) => host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
}
