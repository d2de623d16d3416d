using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Tests.Cases;

namespace ReferralPathway.Domain.Tests.Access;

public sealed class ViewerTests
{
    internal static readonly DateTimeOffset Now = Acting.Jonas.At;

    internal static Viewer Of(Relation relation, DataGroups? groups = null, Role role = Role.SocialWorker, DateTimeOffset? glassUntil = null) => new(
        new(Acting.Jonas.By, PersonId.New(Now), Acting.Jonas.For, OrganisationKind.Municipality, role, IsManager: false),
        new() { CaseId = CaseId.New(Now), Reference = "2026-000001", Relation = relation, Groups = groups ?? Reach.OfLead(role), Status = CaseStatus.Open, GlassUntil = glassUntil },
        Now);

    [Theory]
    [InlineData(DataGroup.Facts, Sight.Full)]
    [InlineData(DataGroup.Identity, Sight.Locked)]
    [InlineData(DataGroup.SafeContact, Sight.Full)]
    [InlineData(DataGroup.Narrative, Sight.Full)]
    [InlineData(DataGroup.Health, Sight.Locked)]
    [InlineData(DataGroup.Investigation, Sight.Summary)]
    [InlineData(DataGroup.Migration, Sight.Summary)]
    public void The_team_of_a_municipality_reads_its_case_and_opens_name_and_health_by_acts(DataGroup group, Sight sight) => Assert.Equal(sight, Of(Relation.LeadTeam).Sees(group));

    [Theory]
    [InlineData(DataGroup.Facts, Sight.Full)]
    [InlineData(DataGroup.Identity, Sight.Locked)]
    [InlineData(DataGroup.SafeContact, Sight.Locked)]
    [InlineData(DataGroup.Whereabouts, Sight.None)]
    [InlineData(DataGroup.Narrative, Sight.Locked)]
    [InlineData(DataGroup.Health, Sight.Locked)]
    [InlineData(DataGroup.Investigation, Sight.None)]
    [InlineData(DataGroup.Plan, Sight.None)]
    [InlineData(DataGroup.Consents, Sight.None)]
    public void A_colleague_sees_one_line_and_what_is_behind_glass(DataGroup group, Sight sight)
    {
        Assert.Equal(sight, Of(Relation.LeadColleague).Sees(group));
        Assert.Equal(sight, Of(Relation.PartColleague).Sees(group));
    }

    [Fact]
    public void Broken_glass_opens_safe_contact_and_narrative_name_and_health_by_their_own_acts_and_nothing_else()
    {
        var viewer = Of(Relation.LeadColleague, glassUntil: Now.AddHours(1));

        Assert.Equal((Sight.Full, Sight.Full, Sight.Locked, Sight.Locked),
            (viewer.Sees(DataGroup.SafeContact), viewer.Sees(DataGroup.Narrative), viewer.Sees(DataGroup.Identity), viewer.Sees(DataGroup.Health)));
        Assert.Equal((Sight.Full, Sight.Full), ((viewer with { IdentityShown = true }).Sees(DataGroup.Identity), (viewer with { HealthShown = true }).Sees(DataGroup.Health)));
        Assert.Equal((Sight.None, Sight.None, Sight.None, Sight.None),
            (viewer.Sees(DataGroup.Whereabouts), viewer.Sees(DataGroup.Investigation), viewer.Sees(DataGroup.Migration), viewer.Sees(DataGroup.Plan)));
    }

    [Fact]
    public void Glass_heals_after_its_time() => Assert.Equal(Sight.Locked, Of(Relation.LeadColleague, glassUntil: Now.AddTicks(-1)).Sees(DataGroup.SafeContact));

    [Theory]
    [InlineData(Role.InvestigationLeader)]
    [InlineData(Role.MigrationOfficer)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.RegionalCoordinator)]
    public void A_lead_that_reads_only_its_own_health_entries_still_opens_those(Role role)
    {
        Assert.Equal(Sight.Locked, Of(Relation.LeadTeam, role: role).Sees(DataGroup.Health));
        Assert.Equal(Sight.None, Of(Relation.PartTeam, Reach.OfRecipient(role, DataGroups.Consentable, healthIsNamed: false), role).Sees(DataGroup.Health));
    }

    [Fact]
    public void The_migration_agency_is_shown_through_whom_the_person_is_reached_and_no_more()
    {
        var groups = Reach.OfRecipient(Role.MigrationOfficer, DataGroups.Consentable, healthIsNamed: true);

        Assert.Equal(Sight.Summary, Of(Relation.PartTeam, groups, Role.MigrationOfficer).Sees(DataGroup.SafeContact));
        Assert.Equal(Sight.None, Of(Relation.PartColleague, groups, Role.MigrationOfficer).Sees(DataGroup.SafeContact));
    }

    [Fact]
    public void A_group_that_nobody_opened_is_not_seen() => Assert.Equal(Sight.None, Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts)).Sees(DataGroup.Identity));
}
