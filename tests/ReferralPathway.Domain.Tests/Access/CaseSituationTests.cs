using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Tests.Cases;

namespace ReferralPathway.Domain.Tests.Access;

public sealed class CaseSituationTests
{
    private static readonly DateTimeOffset Now = ViewerTests.Now;
    private static readonly DateOnly Today = Acting.Jonas.Day;
    private static readonly OrganisationId Haven = OrganisationId.New(Now);

    private static readonly InvestigationId First = InvestigationId.New(Now);
    private static readonly InvestigationId Second = InvestigationId.New(Now.AddMinutes(1));
    private static readonly PermitId Period = PermitId.New(Now);

    private static readonly CaseRecord Record = new()
    {
        Core = new(CaseId.New(Now), "2026-000001", Acting.Jonas.For, "Malmö stad", "City of Malmö", CaseStatus.Open, IdentificationStatus.FormallyIdentified, new(2026, 3, 10), null, null, 127, Acting.Jonas.By, Now, Now, Now, 9),
        Facts = new() { AgeGroup = "15-17", Unaccompanied = "Yes", LegalStatus = "IRREGULAR", Exposure = "THB", AcuteNeed = true },
        InvestigationLines = [new(First, InvestigationStatus.Reported, new(2026, 3, 8)), new(First, InvestigationStatus.Discontinued, new(2026, 3, 14)), new(Second, InvestigationStatus.Initiated, new(2026, 3, 10))],
        PermitLines = [new(Period, PermitKind.ReflectionPeriod, PermitStatus.Submitted, new(2026, 3, 11), null, null), new(Period, PermitKind.ReflectionPeriod, PermitStatus.Granted, new(2026, 3, 12), new(2026, 3, 13), new(2026, 4, 11))],
        Consents = [Consent(2, OrganisationKind.Ngo, ConsentState.Withdrawn), Consent(3, OrganisationKind.Municipality, ConsentState.Refused)],
        ChosenRules = [new(1, new(2026, 3, 1), ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod)],
    };

    [Fact]
    public void The_team_asks_with_everything_that_it_reads()
    {
        var asked = Of(ViewerTests.Of(Relation.LeadTeam), Today);

        Assert.Equal((AgeClass.Child, YesNoUnknown.Yes, LegalStatus.Irregular, Exposure.Thb, true), (asked.AgeClass, asked.Unaccompanied, asked.LegalStatus, asked.Exposure, asked.AcuteNeed));
        Assert.Equal((InvestigationState.Initiated, Identification.FormallyIdentified), (asked.Investigation, asked.Identification));
        Assert.Equal(new(ApplicationState.Granted, new(2026, 3, 13), new(2026, 4, 11), new(2026, 3, 11)), asked.ReflectionPeriod);
        Assert.Equal((ConsentAnswer.Withdrawn, ConsentAnswer.Refused, ConsentAnswer.None), (asked.ConsentNgo, asked.ConsentMunicipality, asked.ConsentMigrationAgency));
        Assert.Equal((OrganisationKind.Municipality, ReflectionPeriodRuleSet.Guide), (asked.Asker!.Value, asked.Settings.RuleSet));
        Assert.Equal(RuleSettings.Default, Of(ViewerTests.Of(Relation.LeadTeam), new(2026, 2, 28)).Settings);
    }

    [Fact]
    public void What_the_person_wants_counts_from_the_day_it_was_said()
    {
        var record = Record with { Facts = Record.Facts! with { Cooperation = "UNWILLING", WishesReturn = "Yes", InSweden = "No", WishesSaidOn = Today } };
        var asked = CaseSituation.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Today, Now, []);
        var before = CaseSituation.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Today.AddDays(-1), Now, []);

        Assert.Equal((Cooperation.Unwilling, YesNoUnknown.Yes, false), (asked.Cooperation, asked.WishesReturn, asked.InSweden));
        Assert.Equal((Cooperation.NotAsked, YesNoUnknown.Unknown, true), (before.Cooperation, before.WishesReturn, before.InSweden));
        Assert.True(GuidanceAnswer.To(asked with { InSweden = true, AgeClass = AgeClass.Adult, LegalStatus = LegalStatus.Irregular, ReflectionPeriod = default }).Lines.Single(l => l.RuleId == "R05").Highlighted);
    }

    [Fact]
    public void What_the_person_wants_is_for_whoever_answers_for_the_case_and_nobody_else()
    {
        var record = Record with { Facts = Record.Facts! with { Cooperation = "UNWILLING", WishesReturn = "Yes", InSweden = "No", WishesSaidOn = Today } };
        var police = CaseView.Of(record, ViewerTests.Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts), Role.InvestigationLeader));

        Assert.Equal((null, null, null, (DateOnly?)null), (police.Facts.Cooperation, police.Facts.WishesReturn, police.Facts.InSweden, police.Facts.WishesSaidOn));
        Assert.Equal("IRREGULAR", police.Facts.LegalStatus);
        Assert.Equal((Cooperation.NotAsked, YesNoUnknown.Unknown), (CaseSituation.Of(police, Today, Now, []).Cooperation, CaseSituation.Of(police, Today, Now, []).WishesReturn));
    }

    [Fact]
    public void What_a_viewer_may_not_read_counts_as_unknown()
    {
        var viewer = ViewerTests.Of(Relation.PartTeam, DataGroups.Of(DataGroup.Facts), Role.NgoWorker);
        var asked = Of(viewer, Today);

        Assert.Equal((InvestigationState.None, ApplicationState.None, ApplicationState.None), (asked.Investigation, asked.ReflectionPeriod.State, asked.TemporaryPermit.State));
        Assert.Equal(LegalStatus.Irregular, GuidanceAnswer.To(asked).Position.Status);
        Assert.DoesNotContain(GuidanceAnswer.To(asked).Lines, l => l.RuleId is "R13" or "R14" or "R17");
        Assert.Equal([DataGroup.Investigation, DataGroup.Migration], CaseSituation.Unseen(CaseView.Of(Record, viewer)));
        Assert.Empty(CaseSituation.Unseen(CaseView.Of(Record, ViewerTests.Of(Relation.LeadTeam))));
        var colleague = Of(ViewerTests.Of(Relation.LeadColleague), Today);
        Assert.Equal((InvestigationState.None, ApplicationState.None, ConsentAnswer.None), (colleague.Investigation, colleague.ReflectionPeriod.State, colleague.ConsentNgo));
    }

    [Theory]
    [InlineData("2026-03-07", InvestigationState.None, Identification.Presumed, ApplicationState.None)]
    [InlineData("2026-03-09", InvestigationState.Reported, Identification.Presumed, ApplicationState.None)]
    [InlineData("2026-03-11", InvestigationState.Initiated, Identification.FormallyIdentified, ApplicationState.Submitted)]
    [InlineData("2026-03-10", InvestigationState.Initiated, Identification.FormallyIdentified, ApplicationState.None)]
    [InlineData("2026-03-12", InvestigationState.Initiated, Identification.FormallyIdentified, ApplicationState.Granted)]
    public void Of_a_day_that_has_passed_counts_what_had_happened(string day, InvestigationState investigation, Identification identification, ApplicationState permit)
    {
        var asked = Of(ViewerTests.Of(Relation.LeadTeam), DateOnly.Parse(day, null));

        Assert.Equal((investigation, identification, permit), (asked.Investigation, asked.Identification, asked.ReflectionPeriod.State));
    }

    /// <summary>The days of a period that is over, was made longer or was taken back are asked about as they were.</summary>
    [Theory]
    [InlineData(PermitStatus.Ended, "2026-04-12")]
    [InlineData(PermitStatus.Granted, "2026-04-09")]
    [InlineData(PermitStatus.Revoked, "2026-03-20")]
    public void A_later_step_of_a_permit_changes_nothing_about_an_earlier_day(PermitStatus later, string on)
    {
        var record = Record with { PermitLines = [.. Record.PermitLines, new(Period, PermitKind.ReflectionPeriod, later, DateOnly.Parse(on, null), new(2026, 3, 13), later == PermitStatus.Granted ? new(2026, 5, 11) : new(2026, 4, 11))] };

        var asked = CaseSituation.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), new(2026, 3, 15), Now, []);

        Assert.Equal(new(ApplicationState.Granted, new(2026, 3, 13), new(2026, 4, 11), new(2026, 3, 11)), asked.ReflectionPeriod);
        Assert.Equal(LegalStatus.Rp, GuidanceAnswer.To(asked).Position.Status);
        Assert.Contains(GuidanceAnswer.To(asked).Lines, l => l.Support == Support.FullPlan);
    }

    [Fact]
    public void Who_is_ruled_out_or_of_uncertain_age_is_asked_about_as_that()
    {
        var record = Record with { Core = Record.Core! with { Identification = IdentificationStatus.RuledOut }, Facts = Record.Facts! with { AgeUncertain = true } };
        var asked = CaseSituation.Of(CaseView.Of(record, ViewerTests.Of(Relation.LeadTeam)), Today, Now, []);

        Assert.Equal((Identification.RuledOut, AgeClass.Uncertain), (asked.Identification, asked.AgeClass));
    }

    private static Situation Of(Viewer viewer, DateOnly day) => CaseSituation.Of(CaseView.Of(Record, viewer), day, Now, []);

    private static ConsentRow Consent(int number, OrganisationKind kind, ConsentState state) =>
        new(ConsentId.New(Now), number, kind == OrganisationKind.Ngo ? Haven : OrganisationId.New(Now), "", "", kind, "REFERRAL", state, 0, new(2026, 3, 11), null, null, null, null, Now);
}
