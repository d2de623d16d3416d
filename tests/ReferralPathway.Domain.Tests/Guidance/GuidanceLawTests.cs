using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using static ReferralPathway.Domain.Tests.Guidance.Asking;

namespace ReferralPathway.Domain.Tests.Guidance;

/// <summary>What the cases of the reference leave open.</summary>
public sealed class GuidanceLawTests
{
    private static readonly Situation Initiated = Usual with { Investigation = InvestigationState.Initiated };

    [Fact]
    public void The_codes_are_those_of_the_code_lists()
    {
        Assert.Equal(CodeLists.LegalStatus.Items.Select(i => i.Code).Order(), Codes.All<LegalStatus>().Order());
        Assert.Equal(CodeLists.ExposureCategory.Items.Select(i => i.Code).Order(), Codes.All<Exposure>().Order());
        Assert.Equal(CodeLists.Cooperation.Items.Select(i => i.Code).Order(), Codes.All<Cooperation>().Order());
        Assert.Equal(CodeLists.InvestigationStatus.Items.Select(i => i.Code).Order(), Codes.All<InvestigationState>().Order());
        Assert.Equal(CodeLists.IdentificationStatus.Items.Select(i => i.Code).Order(), Codes.All<Identification>().Order());
        Assert.Equal(Enum.GetValues<ResidenceClass>().Select(ResidenceClasses.Code), Codes.All<ResidenceClass>());
        Assert.All(Codes.All<LegalStatus>(), code => Assert.True(Codes.TryParse<LegalStatus>(code, out var read) && Codes.Of(read) == code));
        Assert.False(Codes.TryParse<LegalStatus>("Irregular", out _));
    }

    [Fact]
    public void The_lines_stand_in_the_order_of_the_reference()
    {
        string[] order = ["R02", "R12", "R06", "R03", "R04", "R05", "R08", "R09", "R07", "R14", "R14b", "R13", "R10", "R11", "R11b", "R15", "R16", "R17", "R20", "R01", "R18", "R19"];

        Assert.Equal(order, GuidanceRules.All.Select(r => r.Id).Distinct());
        Assert.Equal("R01", Lines(Usual with { AcuteNeed = true })[^1].RuleId);
    }

    [Theory]
    [InlineData("2022-07-31", 1)]
    [InlineData("2022-08-01", 2)]
    public void The_social_board_may_apply_since_1_August_2022(string day, int applicants) =>
        Assert.Equal(applicants, Lines(Usual with { AsOf = DateOnly.Parse(day, null), Settings = Law2022 }).Of("R08").Count);

    [Fact]
    public void The_social_board_needs_reason_to_assume_an_offence()
    {
        var line = Lines(Usual with { Exposure = Exposure.Prost, Settings = Law2022 }).Of("R08")[1];

        Assert.Equal((Provider.SocialBoard, Strength.NotNow), (line.Provider, line.Strength));
        Assert.Equal([Missing.ReasonToAssume], line.Missing);
        Assert.All([Exposure.Thb, Exposure.Expl], e => Assert.Equal(Strength.CanApply, Lines(Usual with { Exposure = e, Settings = Law2022 }).Of("R08")[1].Strength));
    }

    [Theory]
    [InlineData("2025-06-30", "SoL (2001:453) 4:1, 5:11; S1-25, S1-19, S1-20")]
    [InlineData("2025-07-01", "SoL 11:1, 12:1, 13:1, 29:4; S1-25, S1-19, S1-20")]
    public void The_basis_is_the_act_in_force_on_the_day(string day, string basis) =>
        Assert.Equal(basis, Lines(Usual with { AsOf = DateOnly.Parse(day, null) }).One("R03").LegalBasis);

    [Theory]
    [InlineData("2026-03-01", LegalStatus.Irregular)]
    [InlineData("2026-03-02", LegalStatus.Rp)]
    [InlineData("2026-03-31", LegalStatus.Rp)]
    [InlineData("2026-04-01", LegalStatus.Irregular)]
    public void A_granted_period_sets_the_status_from_its_first_day_to_its_last(string day, LegalStatus status) =>
        Assert.Equal(status, GuidanceAnswer.To(Initiated with { AsOf = DateOnly.Parse(day, null), ReflectionPeriod = Granted("2026-03-02", "2026-03-31") }).Position.Status);

    [Fact]
    public void A_reflection_period_is_granted_once_and_then_other_ways_are_shown()
    {
        var ended = Lines(Initiated with { AsOf = new(2026, 4, 1), ReflectionPeriod = Granted("2026-03-02", "2026-03-31"), Cooperation = Cooperation.Unwilling });

        Assert.Equal((Strength.NotNow, NextStep.ConsiderOtherWays), (ended.One("R08").Strength, ended.One("R08").NextStep));
        Assert.True(ended.One("R05").Highlighted);
        Assert.Equal(Strength.CanApply, Lines(Initiated with { ReflectionPeriod = new(ApplicationState.Refused) }).One("R08").Strength);
        Assert.Equal(Strength.NotNow, Lines(Initiated with { ReflectionPeriod = new(ApplicationState.Revoked) }).One("R08").Strength);
        Assert.Empty(Lines(Initiated with { ReflectionPeriod = new(ApplicationState.Submitted) }).Of("R08"));
        Assert.Empty(Lines(Initiated with { ReflectionPeriod = new(ApplicationState.Appealed) }).Of("R08"));
    }

    [Fact]
    public void An_extension_can_be_applied_for_until_the_last_day_and_is_then_pending()
    {
        var period = Initiated with { AsOf = new(2026, 6, 8), ReflectionPeriod = Granted("2026-05-11", "2026-06-09") };
        var line = Lines(period).One("R08");
        Assert.Equal((Support.RpExtension, Strength.CanApply, Provider.InvestigationLeader, new DateOnly(2026, 6, 9)), (line.Support, line.Strength, line.Provider, line.Day!.Value));

        var pending = Lines(period with { ReflectionPeriod = period.ReflectionPeriod with { State = ApplicationState.ExtensionSubmitted } }).One("R08");
        Assert.Equal((Support.RpExtension, Strength.NotNow), (pending.Support, pending.Strength));
        Assert.Equal([Missing.DecisionOnExtension], pending.Missing);

        var over = GuidanceAnswer.To(period with { AsOf = new(2026, 6, 10), ReflectionPeriod = period.ReflectionPeriod with { State = ApplicationState.ExtensionSubmitted } });
        Assert.Equal(LegalStatus.Irregular, over.Position.Status);
        Assert.Equal(Support.ReflectionPeriod, over.Lines.One("R08").Support);
    }

    [Fact]
    public void A_temporary_permit_needs_no_reflection_period_first_and_counts_over_one()
    {
        var willing = Initiated with { Cooperation = Cooperation.Willing, TiesBroken = YesNoUnknown.Yes };
        Assert.Equal(Strength.CanApply, Lines(willing).One("R09").Strength);
        Assert.Equal([Missing.Investigation], Lines(willing with { Investigation = InvestigationState.Discontinued }).One("R09").Missing);
        Assert.Equal(Strength.CanApply, Lines(willing with { LegalStatus = LegalStatus.Asylum }).One("R09").Strength);
        Assert.Empty(Lines(willing with { LegalStatus = LegalStatus.Asylum, Investigation = InvestigationState.Reported }).Of("R09"));
        Assert.Empty(Lines(willing with { TemporaryPermit = new(ApplicationState.Submitted) }).Of("R09"));
        var both = GuidanceAnswer.To(willing with { ReflectionPeriod = Granted("2026-03-02", "2026-03-31"), TemporaryPermit = Granted("2026-03-10", "2026-09-10") });
        Assert.Equal(LegalStatus.Trp, both.Position.Status);
        Assert.Empty(both.Lines.Of("R08"));
    }

    [Fact]
    public void A_status_that_speaks_of_an_application_is_one()
    {
        var pending = Lines(Usual with { LegalStatus = LegalStatus.RpPending });
        Assert.Equal(Support.ExpulsionMayBeStayed, pending.One("R17").Support);
        Assert.Equal(Support.HealthCannotBeDeferred, pending.One("R07").Support);
        var granted = Lines(Usual with { LegalStatus = LegalStatus.Trp, LegalStatusValidTo = new(2026, 9, 16) });
        Assert.Equal(Support.WorkAllowed, granted.One("R15").Support);
        Assert.Equal(LegalStatus.Unknown, GuidanceAnswer.To(Usual with { LegalStatus = LegalStatus.Trp, LegalStatusValidTo = new(2026, 3, 15) }).Position.Status);
        Assert.Equal(LegalStatus.Unknown, GuidanceAnswer.To(Usual with { LegalStatus = LegalStatus.RpPending, ReflectionPeriod = new(ApplicationState.Refused) }).Position.Status);
    }

    [Fact]
    public void An_asylum_seeker_who_has_applied_is_the_municipalitys()
    {
        var lines = Lines(Initiated with { LegalStatus = LegalStatus.Asylum, ReflectionPeriod = new(ApplicationState.Submitted) });

        Assert.Empty(lines.Of("R06"));
        Assert.Equal(Strength.Right, lines.One("R03").Strength);
        Assert.Equal(Strength.Available, lines.One("R04").Strength);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-31", "2026-09-30", "2026-09-30")]
    [InlineData("2026-03-02", "2026-03-31", "2026-10-01", null)]
    [InlineData("2026-06-01", "2026-06-30", "2026-06-15", "2026-12-30")]
    [InlineData("2026-09-10", "2026-10-09", "2027-03-30", "2027-03-30")]
    [InlineData("2026-09-10", "2026-10-09", "2027-03-31", "2027-06-30")]
    [InlineData("2025-12-01", "2025-12-30", "2026-01-02", "2026-06-30")]
    // Half a year after 30 September 2024 is Sunday 30 March 2025, so Monday 31 March.
    [InlineData("2024-09-01", "2024-09-30", "2024-10-01", "2025-03-31")]
    public void The_next_deadline_for_a_claim_is_half_a_year_after_the_quarter(string from, string to, string asOf, string? deadline) =>
        Assert.Equal(deadline, Lines(Initiated with { AsOf = DateOnly.Parse(asOf, null), ReflectionPeriod = Granted(from, to) }).Of("R13").SingleOrDefault()?.Day?.ToString("O", null));

    [Fact]
    public void From_the_application_its_costs_count_before_any_decision()
    {
        var pending = Initiated with { ReflectionPeriod = new(ApplicationState.Submitted) };

        Lines(pending).HasNo("R13");
        Assert.Equal(new DateOnly(2026, 9, 30), Lines(pending with { Settings = RuleSettings.Default }).One("R13").Day);
        // Handed in on 5 March, in force from April: the first quarter's last day is the next one, as the claim's own page says.
        var direct = new Permission(ApplicationState.Granted, new(2026, 4, 1), new(2026, 10, 1), new(2026, 3, 5));
        Assert.Equal(new DateOnly(2026, 9, 30), Lines(Initiated with { AsOf = new(2026, 4, 2), TemporaryPermit = direct, Settings = RuleSettings.Default }).One("R13").Day);
        Assert.Equal(new DateOnly(2026, 9, 30), Lines(pending with { AsOf = new(2026, 4, 2), ReflectionPeriod = new(ApplicationState.Submitted, null, null, new(2026, 3, 31)), Settings = RuleSettings.Default }).One("R13").Day);
        Lines(Initiated with { Settings = RuleSettings.Default }).HasNo("R13");
        Lines(Initiated with { Settings = RuleSettings.Default, ReflectionPeriod = new(ApplicationState.Refused) }).HasNo("R13");
    }

    [Theory]
    [InlineData(InvestigationState.None, false, false)]
    [InlineData(InvestigationState.Reported, false, false)]
    [InlineData(InvestigationState.NotInitiated, false, false)]
    [InlineData(InvestigationState.Initiated, true, true)]
    [InlineData(InvestigationState.Prosecution, true, true)]
    [InlineData(InvestigationState.Judgment, true, true)]
    [InlineData(InvestigationState.Discontinued, true, false)]
    [InlineData(InvestigationState.Final, true, false)]
    public void An_investigation_that_was_ever_initiated_identifies_and_one_that_lives_opens_permits(InvestigationState state, bool identified, bool lives)
    {
        var answer = GuidanceAnswer.To(Usual with { Investigation = state });

        Assert.Equal(identified ? Identification.FormallyIdentified : Identification.Presumed, answer.Position.Identification);
        Assert.Equal(lives ? Strength.CanApply : Strength.NotNow, answer.Lines.One("R08").Strength);
        Assert.Equal(lives, answer.Lines.Of("R14").Count == 1);
        Assert.Equal(identified, !answer.Lines.One("R03").Notes.Contains(PracticeNote.ThresholdIsHigh));
    }

    [Fact]
    public void NGOs_are_the_only_likely_help_until_somebody_investigates_or_applies()
    {
        Assert.Equal(Strength.LikelyOnly, Lines(Usual with { LegalStatus = LegalStatus.EuNoRight }).One("R05").Strength);
        Assert.Equal(Strength.Available, Lines(Usual with { ReflectionPeriod = new(ApplicationState.Submitted) }).One("R05").Strength);
        Assert.Equal(Strength.Available, Lines(Usual with { TemporaryPermit = Granted("2026-03-20", "2026-09-20") }).One("R05").Strength);
        Assert.Equal(Strength.Available, Lines(Usual with { LegalStatus = LegalStatus.Unknown }).One("R05").Strength);
    }

    [Theory]
    [InlineData(ConsentAnswer.Given, NextStep.Refer)]
    [InlineData(ConsentAnswer.None, NextStep.AskForConsent)]
    [InlineData(ConsentAnswer.Refused, NextStep.AskForConsent)]
    [InlineData(ConsentAnswer.Withdrawn, NextStep.AskForConsent)]
    [InlineData(ConsentAnswer.Expired, NextStep.AskForConsent)]
    public void Each_recipient_is_asked_about_by_itself(ConsentAnswer said, NextStep step)
    {
        var lines = Lines(Usual with { LegalStatus = LegalStatus.Asylum, ConsentMigrationAgency = said });
        Assert.Equal(step, lines.One("R06").NextStep);
        Assert.Equal(NextStep.AskForConsent, lines.One("R03").NextStep);
        Assert.Equal(step, Lines(Usual with { ConsentMunicipality = said }).One("R03").NextStep);
        Assert.Equal(step, Lines(Usual with { ConsentNgo = said }).One("R14b").NextStep);
        Assert.Equal(step, Lines(Usual with { ConsentMunicipality = said, Settings = Law2022 }).Of("R08")[1].NextStep);
        Assert.Equal(NextStep.AskForConsent, Lines(Usual with { ConsentNgo = said }).One("R03").NextStep);
    }

    [Fact]
    public void Consent_is_needed_where_the_reference_says_so_and_never_for_ones_own_organisation()
    {
        string[] needed = ["R03", "R04", "R05", "R06", "R10", "R11", "R11b", "R14b"];
        foreach (var line in GuidanceSpace.Pairwise().SelectMany(s => Lines(s with { Asker = null })))
            Assert.Equal(needed.Contains(line.RuleId) || line is { RuleId: "R08", Provider: Provider.SocialBoard }, line.ConsentNeeded);

        var own = Lines(Usual with { Asker = OrganisationKind.Municipality, Settings = Law2022 });
        Assert.Equal((false, NextStep.DoItYourselves), (own.One("R03").ConsentNeeded, own.One("R03").NextStep));
        Assert.Equal((false, NextStep.SocialBoardApplies), (own.Of("R08")[1].ConsentNeeded, own.Of("R08")[1].NextStep));
        Assert.True(own.One("R05").ConsentNeeded);
        Assert.False(Lines(Usual with { Asker = OrganisationKind.Ngo }).One("R05").ConsentNeeded);
    }

    [Fact]
    public void Whoever_was_brought_to_Sweden_once_more_may_go_home_once_more_and_IOM_is_told_with_a_yes_to_IOM()
    {
        var again = Usual with { WishesReturn = YesNoUnknown.Yes, ReturnState = ReturnState.Returned, ReturnedOn = new(2025, 9, 1), ConsentCoordinator = ConsentAnswer.Given };
        Assert.Equal((Support.ReturnProgramme, NextStep.ContactCoordinator), (Lines(again).One("R10").Support, Lines(again).One("R10").NextStep));
        Assert.Empty(Lines(again with { InSweden = false }).Of("R10"));

        var under = Usual with { WishesReturn = YesNoUnknown.Yes, ReturnState = ReturnState.InProcess, Asker = OrganisationKind.RegionalCoordinator };
        Assert.Equal((true, NextStep.AskForConsent), (Lines(under).One("R10").ConsentNeeded, Lines(under).One("R10").NextStep));
        Assert.Equal(NextStep.ContinueReturn, Lines(under with { ConsentIom = ConsentAnswer.Given }).One("R10").NextStep);
    }

    [Fact]
    public void Temporary_protection_ends_with_its_day() =>
        Assert.Equal(LegalStatus.Unknown, GuidanceAnswer.To(Usual with { LegalStatus = LegalStatus.TempProtection, LegalStatusValidTo = new(2026, 3, 15) }).Position.Status);

    [Fact]
    public void What_if_the_investigation_begins_the_person_cooperates_or_the_permit_is_refused()
    {
        var begins = Difference(Usual, WhatIf.InvestigationBegins);
        Assert.Equal([Support.LegalCounsel], begins.New.Select(l => l.Support));
        Assert.Contains(begins.Changed, c => c is { Before: { RuleId: "R08", Strength: Strength.NotNow }, After.Strength: Strength.CanApply });

        var cooperates = Difference(Initiated with { TiesBroken = YesNoUnknown.Yes }, WhatIf.DecidesToCooperate);
        Assert.Equal(["R09"], cooperates.Changed.Select(c => c.After.RuleId));
        Assert.Equal(Strength.CanApply, cooperates.Changed[0].After.Strength);

        var pending = Initiated with { LegalStatus = LegalStatus.Asylum, ReflectionPeriod = new(ApplicationState.Submitted) };
        var refused = Difference(pending, WhatIf.PermitRefused);
        Assert.Contains(refused.New, l => l.RuleId == "R06");
        Assert.Contains(refused.Gone, l => l.RuleId == "R17");
        Assert.Contains(Difference(pending, WhatIf.PermitGranted).New, l => l.Support == Support.ExpulsionBarred);

        Assert.Equal("UtlL 12:12 b, 20:1", Lines(pending).One("R17").LegalBasis);
        Assert.Equal("UtlL 12:13 b", Lines(Initiated with { ReflectionPeriod = Granted("2026-03-02", "2026-03-31") }).One("R17").LegalBasis);
        Assert.DoesNotContain(GuidanceAnswer.To(Usual).WhatIfs(), w => w.If is WhatIf.PermitRefused or WhatIf.PermitGranted);
        Assert.Empty(GuidanceAnswer.To(Usual with { Identification = Identification.RuledOut }).WhatIfs());

        static GuidanceDifference Difference(Situation asked, WhatIf @if) => GuidanceAnswer.To(asked).WhatIfs().Single(w => w.If == @if).Difference;
    }
}
