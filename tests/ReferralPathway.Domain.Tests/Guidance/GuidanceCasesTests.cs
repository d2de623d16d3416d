using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using static ReferralPathway.Domain.Tests.Guidance.Asking;

namespace ReferralPathway.Domain.Tests.Guidance;

/// <summary>The cases E01–E34 of the domain reference, each as it is written there.</summary>
public sealed class GuidanceCasesTests
{
    private static readonly Situation Initiated = Usual with { Investigation = InvestigationState.Initiated, Cooperation = Cooperation.Undecided };

    [Fact]
    public void E01_without_a_permit_and_without_an_investigation_mostly_NGOs_help_and_the_right_stands()
    {
        var lines = Lines(Usual);

        Assert.Equal((Strength.Available, false), (lines.One("R01").Strength, lines.One("R01").ConsentNeeded));
        Assert.Equal(Strength.Right, lines.One("R03").Strength);
        Assert.Contains(PracticeNote.OnlyNgosLikely, lines.One("R03").Notes);
        Assert.Equal(Strength.LikelyOnly, lines.One("R05").Strength);
        Assert.Equal((Support.HealthCannotBeDeferred, Strength.Right), (lines.One("R07").Support, lines.One("R07").Strength));
        Assert.Equal(Strength.NotNow, lines.One("R08").Strength);
        Assert.Equal([Missing.Investigation], lines.One("R08").Missing);
        Assert.Contains(PracticeNote.ThresholdIsLow, lines.One("R08").Notes);
        Assert.Equal(Strength.NotNow, lines.One("R09").Strength);
        Assert.Equal(Strength.Available, lines.One(Support.NgoLongTerm).Strength);
    }

    [Fact]
    public void E02_acute_need_is_the_first_line_whatever_else_is_known()
    {
        var lines = Lines(Usual with { AcuteNeed = true });

        Assert.Equal(("R02", Provider.MunicipalityOfStay, Strength.Right, false), (lines[0].RuleId, lines[0].Provider, lines[0].Strength, lines[0].ConsentNeeded));
        Assert.Equal(Lines(Usual).Select(l => l.RuleId), lines.Skip(1).Select(l => l.RuleId));
    }

    [Fact]
    public void E03_an_initiated_investigation_identifies_and_opens_the_reflection_period_for_the_undecided()
    {
        var answer = GuidanceAnswer.To(Initiated);

        Assert.Equal(Identification.FormallyIdentified, answer.Position.Identification);
        Assert.Equal((Provider.InvestigationLeader, Strength.CanApply), (answer.Lines.One("R08").Provider, answer.Lines.One("R08").Strength));
        Assert.Equal(Strength.NotNow, answer.Lines.One("R09").Strength);
        Assert.Equal([Missing.WillToCooperate, Missing.TiesBroken], answer.Lines.One("R09").Missing);
        Assert.Equal(Strength.Available, answer.Lines.One("R05").Strength);
        Assert.Equal(Strength.Available, answer.Lines.One("R14").Strength);
    }

    [Fact]
    public void E04_since_2022_the_social_board_may_apply_without_an_investigation()
    {
        var answer = GuidanceAnswer.To(Initiated with { Investigation = InvestigationState.None, Settings = Law2022 });

        Assert.Equal(Identification.Presumed, answer.Position.Identification);
        Assert.Equal([(Provider.InvestigationLeader, Strength.NotNow), (Provider.SocialBoard, Strength.CanApply)], answer.Lines.Of("R08").Select(l => (l.Provider, l.Strength)));
        answer.Lines.HasNo("R13");
    }

    [Fact]
    public void E06_unbroken_ties_are_named_as_what_is_missing() =>
        Assert.Equal([Missing.TiesBroken], Lines(Initiated with { Cooperation = Cooperation.Willing, TiesBroken = YesNoUnknown.No }).One("R09").Missing);

    [Fact]
    public void E07_a_granted_reflection_period_opens_plan_care_and_reimbursement_and_bars_expulsion()
    {
        var lines = Lines(Initiated with { ReflectionPeriod = Granted("2026-03-02", "2026-03-31") });

        Assert.Equal((Support.FullPlan, Strength.Available), (lines.One("R04").Support, lines.One("R04").Strength));
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal((Strength.CanApply, new DateOnly(2026, 9, 30)), (lines.One("R13").Strength, lines.One("R13").Day));
        lines.HasNo("R15");
        Assert.Equal(Support.ExpulsionBarred, lines.One("R17").Support);
        Assert.Equal(Strength.NotNow, lines.One("R09").Strength);
    }

    [Fact]
    public void E09_a_temporary_permit_opens_work_and_its_costs_count_from_the_application_only()
    {
        var permit = Usual with { AsOf = new(2026, 5, 4), TemporaryPermit = Granted("2026-04-01", "2026-10-01"), Cooperation = Cooperation.Willing };
        var lines = Lines(permit with { Settings = new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.Application) });

        Assert.Equal(Strength.Available, lines.One("R04").Strength);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal(Support.WorkAllowed, lines.One("R15").Support);
        Assert.Equal([(Support.IntegrationPublic, Strength.NotNow), (Support.NgoLongTerm, Strength.Available)], lines.Of("R11b").Select(l => (l.Support, l.Strength)));
        Assert.Equal((Strength.CanApply, new DateOnly(2026, 12, 30)), (lines.One("R13").Strength, lines.One("R13").Day));
        Lines(permit).HasNo("R13");
    }

    [Fact]
    public void E10_the_Migration_Agency_supports_an_asylum_seeker()
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.Asylum });

        Assert.Equal((Support.AsylumSupport, Provider.MigrationAgency, Strength.Right), (lines.One("R06").Support, lines.One("R06").Provider, lines.One("R06").Strength));
        Assert.Equal(Strength.Available, lines.One("R03").Strength);
        Assert.Contains(PracticeNote.OnlyWhatReceptionDoesNotCover, lines.One("R03").Notes);
        Assert.Equal(Support.HealthCannotBeDeferred, lines.One("R07").Support);
        Assert.Empty(lines.Of("R08"));
        Assert.Equal(Strength.Available, lines.One("R05").Strength);
    }

    [Fact]
    public void E12_in_the_evening_the_hotline_is_closed_and_acute_help_is_not()
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.Asylum, AcuteNeed = true, At = new(2026, 3, 16, 19, 0, 0, TimeSpan.Zero) });

        Assert.Equal((Strength.Right, NextStep.CallSocialServicesOnCall), (lines.One("R02").Strength, lines.One("R02").NextStep));
        Assert.Equal(NextStep.HotlineIsClosed, lines.One("R01").NextStep);
        Assert.Equal(NextStep.CallHotline, Lines(Usual).One("R01").NextStep);
    }

    [Fact]
    public void E13_a_permanent_permit_opens_public_integration_and_needs_no_other_permit()
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.Permanent });

        Assert.Equal(Strength.Available, lines.One("R04").Strength);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal((Support.IntegrationPublic, Strength.Available), (lines.One("R11").Support, lines.One("R11").Strength));
        Assert.Empty(lines.Of("R08"));
        Assert.Empty(lines.Of("R09"));
    }

    [Fact]
    public void E14_a_work_permit_opens_public_integration_and_the_return_programme_to_who_wishes_it()
    {
        var worker = Usual with { LegalStatus = LegalStatus.Work, Exposure = Exposure.Expl };

        Assert.Equal(Strength.Available, Lines(worker).One("R11").Strength);
        Assert.Equal(Support.InformAboutReturn, Lines(worker).One("R10").Support);
        Assert.Equal((Support.ReturnProgramme, Strength.Available), (Lines(worker with { WishesReturn = YesNoUnknown.Yes }).One("R10").Support, Lines(worker with { WishesReturn = YesNoUnknown.Yes }).One("R10").Strength));
    }

    [Fact]
    public void E16_an_EU_citizen_in_prostitution_may_return_with_support_whatever_the_will_to_cooperate()
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.EuNoRight, Citizenship = ResidenceClass.EuEea, Exposure = Exposure.Prost, WishesReturn = YesNoUnknown.Yes, Cooperation = Cooperation.Unwilling });

        Assert.Equal((Support.ReturnProgramme, Strength.Available), (lines.One("R10").Support, lines.One("R10").Strength));
        Assert.Equal((Strength.LikelyOnly, true), (lines.One("R05").Strength, lines.One("R05").Highlighted));
        Assert.Equal(Strength.NotNow, lines.One("R08").Strength);
    }

    [Fact]
    public void E18_a_Swedish_citizen_has_the_services_and_neither_return_nor_permits()
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.Se, Citizenship = ResidenceClass.Swedish });

        Assert.Equal(Strength.Right, lines.One("R03").Strength);
        Assert.Equal(Strength.Available, lines.One("R04").Strength);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal(Strength.Available, lines.One("R11").Strength);
        Assert.DoesNotContain(lines, l => l.RuleId is "R08" or "R09" or "R10");
        Assert.Empty(Lines(Usual with { LegalStatus = LegalStatus.Se, WishesReturn = YesNoUnknown.Yes }).Of("R10"));
    }

    [Fact]
    public void E19_a_child_alone_is_reported_at_once_also_against_a_refused_consent()
    {
        var child = Usual with { AgeClass = AgeClass.Child, Unaccompanied = YesNoUnknown.Yes, ConsentMunicipality = ConsentAnswer.Refused, ConsentNgo = ConsentAnswer.Refused };
        var lines = Lines(child);

        Assert.Equal([Support.ChildProtection, Support.Guardian, Support.Tracing], lines.Of("R12").Select(l => l.Support));
        Assert.All(lines.Of("R12"), l => Assert.Equal((Strength.Right, false), (l.Strength, l.ConsentNeeded)));
        Assert.Equal(NextStep.ReportConcern, lines.One(Support.ChildProtection).NextStep);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal(Strength.Right, lines.One("R03").Strength);
        Assert.NotEmpty(lines.Of("R05"));
        Assert.Equal(Strength.NotNow, lines.One("R08").Strength);
        Assert.Equal(lines.Select(l => l.Support), Lines(child with { AgeClass = AgeClass.Uncertain }).Select(l => l.Support));
    }

    [Fact]
    public void E20_an_asylum_seeking_child_alone_is_housed_by_an_assigned_municipality_and_goes_to_school()
    {
        var lines = Lines(Usual with { AgeClass = AgeClass.Child, Unaccompanied = YesNoUnknown.Yes, LegalStatus = LegalStatus.Asylum });

        Assert.Contains(PracticeNote.AssignedMunicipalityHouses, lines.One("R06").Notes);
        Assert.Equal(3, lines.Of("R12").Count);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal((Support.School, Strength.Right), (lines.One("R16").Support, lines.One("R16").Strength));
    }

    [Fact]
    public void E22_a_child_with_a_reflection_period_keeps_its_protection_and_its_guardian_agrees_to_the_plan()
    {
        var lines = Lines(Initiated with { AgeClass = AgeClass.Child, ReflectionPeriod = Granted("2026-03-02", "2026-03-31") });

        Assert.Equal(Strength.Right, lines.One(Support.ChildProtection).Strength);
        Assert.Contains(PracticeNote.GuardianAgrees, lines.One("R04").Notes);
        Assert.Equal(Support.HealthFull, lines.One("R07").Support);
        Assert.Equal(Strength.Right, lines.One("R16").Strength);
    }

    [Fact]
    public void E24_consent_for_NGOs_alone_leads_to_a_referral_there_and_to_a_question_elsewhere()
    {
        var lines = Lines(Usual with { ConsentNgo = ConsentAnswer.Given });

        Assert.Equal((true, NextStep.Refer), (lines.One("R05").ConsentNeeded, lines.One("R05").NextStep));
        Assert.Equal((true, NextStep.AskForConsent), (lines.One("R03").ConsentNeeded, lines.One("R03").NextStep));
    }

    [Fact]
    public void E25_a_withdrawn_consent_leads_back_to_the_question() =>
        Assert.Equal(NextStep.AskForConsent, Lines(Usual with { ConsentNgo = ConsentAnswer.Withdrawn }).One("R05").NextStep);

    [Fact]
    public void E27_while_an_application_is_pending_expulsion_may_be_stayed_and_the_municipality_helps()
    {
        var lines = Lines(Initiated with { LegalStatus = LegalStatus.AsylumRefused, ReflectionPeriod = new(ApplicationState.Submitted) });

        Assert.Equal(Support.ExpulsionMayBeStayed, lines.One("R17").Support);
        Assert.Equal(Strength.Right, lines.One("R03").Strength);
    }

    [Theory]
    [InlineData(false, "R07 R01")]
    [InlineData(true, "R02 R07 R01")]
    public void E29_somebody_ruled_out_is_shown_the_ordinary_way_and_nothing_that_is_for_victims(bool acute, string rules)
    {
        var lines = Lines(Usual with { Identification = Identification.RuledOut, AcuteNeed = acute });

        Assert.Equal(rules.Split(' '), lines.Select(l => l.RuleId));
        Assert.Contains(PracticeNote.OrdinarySocialServices, lines[^1].Notes);
        Assert.Equal(rules.Split(' '), Lines(Initiated with { Identification = Identification.RuledOut, AcuteNeed = acute }).Select(l => l.RuleId));
    }

    [Fact]
    public void E31_a_returnee_decides_alone_whether_contact_goes_on()
    {
        var returned = Usual with { InSweden = false, AsOf = new(2026, 5, 4), ReturnState = ReturnState.Returned, ReturnedOn = new(2026, 4, 20), ConsentMonitoring = ConsentAnswer.Withdrawn };
        var lines = Lines(returned);

        Assert.Equal([Support.Monitoring, Support.Justice, Support.MethodSupport], lines.Select(l => l.Support));
        Assert.Equal((Strength.NotNow, NextStep.RespectTheEnd), (lines[0].Strength, lines[0].NextStep));
        Assert.Contains(PracticeNote.EndedByTheReturnee, lines[0].Notes);
        Assert.Equal((Strength.Info, NextStep.AskTheReturnee), (lines[1].Strength, lines[1].NextStep));
        Assert.Contains(PracticeNote.OnlyWithOwnConsent, lines[1].Notes);
        var willing = Lines(returned with { ConsentMonitoring = ConsentAnswer.Given, ConsentJustice = ConsentAnswer.Given });
        Assert.Equal((Strength.Available, new DateOnly(2026, 10, 20)), (willing[0].Strength, willing[0].Day));
        Assert.Equal(NextStep.RelayJustice, willing[1].NextStep);
    }

    [Fact]
    public void E33_a_visitor_applies_before_the_stay_ends()
    {
        var line = Lines(Initiated with { LegalStatus = LegalStatus.Visit, LegalStatusValidTo = new(2026, 4, 30) }).One("R08");

        Assert.Equal((Strength.CanApply, new DateOnly(2026, 4, 30)), (line.Strength, line.Day));
        Assert.Contains(PracticeNote.ApplyBeforeTheStayEnds, line.Notes);
    }

    [Fact]
    public void E34_an_asylum_seeker_may_return_when_the_application_is_dealt_with()
    {
        var line = Lines(Usual with { LegalStatus = LegalStatus.Asylum, WishesReturn = YesNoUnknown.Yes }).One("R10");

        Assert.Equal((Support.ReturnProgramme, Strength.Available), (line.Support, line.Strength));
        Assert.Contains(PracticeNote.AsylumIsHandledFirst, line.Notes);
    }
}
