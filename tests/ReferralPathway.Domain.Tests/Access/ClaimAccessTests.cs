using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Domain.Tests.Access;

/// <summary>A26 and A27: the municipality's team claims, the agency decides, and nobody else knows of it.</summary>
public sealed class ClaimAccessTests
{
    private static readonly DateTimeOffset April = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId Municipality = OrganisationId.New(April);
    private static readonly OrganisationId Agency = OrganisationId.New(April);

    private static Actor As(Role role, OrganisationId organisation, OrganisationKind kind, bool manager = false) => new(UserId.New(April), PersonId.New(April), organisation, kind, role, manager);

    private static ReimbursementClaim Claim(bool submitted)
    {
        var act = As(Role.SocialWorker, Municipality, OrganisationKind.Municipality).ActAt(April);
        var claim = ReimbursementClaim.Begin(CaseId.New(April), "2026-000007", new(2026, 1), new(new(2026, 3, 1), new(2026, 3, 30)), [], Agency, OrganisationKind.MigrationAgency, act);
        claim.AddCost(new(CostKind.FinancialAid, new(2026, 3, 1), new(2026, 3, 2), 100), act);
        if (submitted) claim.Submit(act);
        return claim;
    }

    [Theory]
    [InlineData(ClaimStanding.None, "???")]
    [InlineData(ClaimStanding.Claimant, "AA-")]
    [InlineData(ClaimStanding.Colleague, "---")]
    [InlineData(ClaimStanding.Agency, "A-A")]
    public void The_table_is_small_and_whole(ClaimStanding standing, string said) =>
        Assert.Equal(said, string.Concat(Enum.GetValues<ClaimOperation>().Select(o => ClaimAccess.Decide(standing, o) switch { Verdict.Allowed => 'A', Verdict.Refused => '-', _ => '?' })));

    [Fact]
    public void A_draft_is_the_municipalitys_alone_and_what_is_handed_in_is_the_agencys_too()
    {
        var officer = As(Role.MigrationOfficer, Agency, OrganisationKind.MigrationAgency, manager: true);

        Assert.Equal(ClaimStanding.None, ClaimAccess.StandingOf(officer, Claim(submitted: false), onTeam: false));
        Assert.Equal(ClaimStanding.Agency, ClaimAccess.StandingOf(officer, Claim(submitted: true), onTeam: false));
        Assert.Equal(ClaimStanding.None, ClaimAccess.StandingOf(officer with { Organisation = OrganisationId.New(April) }, Claim(submitted: true), onTeam: true));
    }

    [Fact]
    public void Of_the_municipality_the_team_of_the_case_knows_the_costs_and_a_manager_outside_it_does_not()
    {
        var worker = As(Role.SocialWorker, Municipality, OrganisationKind.Municipality, manager: true);

        Assert.Equal(ClaimStanding.Claimant, ClaimAccess.StandingOf(worker, Claim(submitted: true), onTeam: true));
        Assert.Equal(ClaimStanding.Colleague, ClaimAccess.StandingOf(worker, Claim(submitted: true), onTeam: false));
        foreach (var role in Enum.GetValues<Role>().Except(ClaimAccess.Roles))
            Assert.Equal(ClaimStanding.None, ClaimAccess.StandingOf(worker with { Role = role }, Claim(submitted: true), onTeam: true));
    }
}
