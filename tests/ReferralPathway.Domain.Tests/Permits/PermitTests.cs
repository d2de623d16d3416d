using System.Globalization;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Permits;

/// <summary>The two permits of UtlL 5:15, from draft to end. The day is Monday 16 March 2026 unless the test says another.</summary>
public sealed class PermitTests
{
    private const ReflectionPeriodRuleSet Guide = ReflectionPeriodRuleSet.Guide;
    private const ReflectionPeriodRuleSet Law = ReflectionPeriodRuleSet.Law2022;
    private static readonly OrganisationId Agency = OrganisationId.New(Monday);
    private static readonly UserId Officer = UserId.New(Monday);

    private readonly Case _case = OpenCase();
    private readonly Investigation _investigation;

    public PermitTests() => _investigation = _case.InitiateInvestigation(null, Terms(new(2026, 3, 10)), Police());

    private static Act Migration(DateTimeOffset? at = null) => new(Officer, Role.MigrationOfficer, Agency, at ?? Monday);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Act System(DateTimeOffset at) => Act.BySystem(Umea, at);

    private static DateTimeOffset On(int year, int month, int day) => SwedishCalendar.InstantOf(new(year, month, day), new(10, 0));

    private static readonly Condition Yes = new(true, new(2026, 3, 12), "Told in interview.");

    private PermitForm Reflection => new()
    {
        Investigation = _investigation.Id, Wanted = true, WantedOn = new(2026, 3, 12), WantedIn = "uz", Needed = Yes, NothingAgainst = Yes, InSweden = true,
    };

    private PermitForm Direct => new()
    {
        Investigation = _investigation.Id, Needed = Yes, Cooperates = Yes, TiesBroken = Yes, NothingAgainst = Yes, InSweden = true, DeemedNecessary = "The trial begins in May.",
    };

    private PermitApplication Draft(PermitKind kind, PermitForm form, Act? act = null, ReflectionPeriodRuleSet rules = Guide) =>
        _case.DraftPermit(kind, Agency, OrganisationKind.MigrationAgency, form, rules, act ?? Police());

    private PermitApplication Submitted(DateOnly? on = null)
    {
        var permit = Draft(PermitKind.ReflectionPeriod, Reflection);
        _case.SubmitPermit(permit.Id, on ?? new(2026, 3, 16), "Form", Guide, Police());
        return permit;
    }

    private PermitApplication Granted()
    {
        var permit = Submitted();
        _case.GrantPermit(permit.Id, new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 4, 14), "MIG-1"), Migration());
        return permit;
    }

    private Rule RefusedSubmission(PermitForm form, PermitKind kind = PermitKind.ReflectionPeriod, DateOnly? on = null)
    {
        var permit = Draft(kind, form);
        return Broken(() => _case.SubmitPermit(permit.Id, on ?? new(2026, 3, 16), "Form", Guide, Police()));
    }

    [Fact]
    public void A_leader_applies_and_the_agency_grants_and_the_person_has_a_right_to_stay()
    {
        var permit = Granted();

        Assert.Equal(PermitStatus.Granted, permit.Status);
        Assert.Equal(("RP", new DateOnly(2026, 4, 14)), (_case.Facts.LegalStatus, _case.Facts.LegalStatusValidTo));
        Assert.True(permit.IsActiveOn(new(2026, 4, 14)));
        Assert.False(permit.IsActiveOn(new(2026, 4, 15)));
        Assert.Equal([PermitStatus.Submitted, PermitStatus.Granted], permit.Summaries.Select(s => s.Status));
    }

    [Fact]
    public void Under_the_guide_the_social_board_does_not_apply()
    {
        Assert.Equal(Rule.OnlyALeaderAppliesUnderTheGuide, Broken(() => Draft(PermitKind.ReflectionPeriod, Reflection, SocialWorker())));
        Assert.Equal(Rule.OnlyALeaderAppliesForTheTemporaryPermit, Broken(() => Draft(PermitKind.TemporaryPermit, Direct, SocialWorker(), Law)));
    }

    [Theory]
    [InlineData(Role.NgoWorker)]
    [InlineData(Role.RegionalCoordinator)]
    [InlineData(Role.Lawyer)]
    [InlineData(Role.MigrationOfficer)]
    [InlineData(Role.IomCaseworker)]
    public void Nobody_but_a_leader_and_the_social_board_applies_under_either_rule_set(Role role)
    {
        Assert.Equal(Rule.OnlyALeaderAppliesUnderTheGuide, Broken(() => Draft(PermitKind.ReflectionPeriod, Reflection, SocialWorker() with { As = role }, Law)));
        Assert.Equal(Rule.OnlyALeaderAppliesUnderTheGuide, Broken(() => Draft(PermitKind.ReflectionPeriod, Reflection, SocialWorker() with { As = role })));
    }

    [Fact]
    public void Under_the_law_of_2022_the_social_board_applies_without_an_investigation_and_says_why()
    {
        var theCase = OpenCase();
        var form = Reflection with { Investigation = null, WantedOn = new(2026, 3, 12) };
        var unexplained = theCase.DraftPermit(PermitKind.ReflectionPeriod, Agency, OrganisationKind.MigrationAgency, form, Law, SocialWorker());
        Assert.Equal(Rule.TheSocialBoardSaysWhy, Broken(() => theCase.SubmitPermit(unexplained.Id, new(2026, 3, 16), "Form", Law, SocialWorker())));

        theCase.RewritePermit(unexplained.Id, Agency, OrganisationKind.MigrationAgency, form with { Ground = "Works without pay and without papers." }, SocialWorker());
        theCase.SubmitPermit(unexplained.Id, new(2026, 3, 16), "Form", Law, SocialWorker());

        Assert.Equal((PermitStatus.Submitted, ApplicantKind.SocialBoard), (unexplained.Status, unexplained.ApplicantKind));
        Assert.Equal(IdentificationStatus.Presumed, theCase.Identification);
    }

    [Fact]
    public void The_draft_of_the_social_board_cannot_be_handed_in_once_the_guide_is_in_force()
    {
        var draft = Draft(PermitKind.ReflectionPeriod, Reflection with { Ground = "Works without pay." }, SocialWorker(), Law);

        Assert.Equal(Rule.OnlyALeaderAppliesUnderTheGuide, Broken(() => _case.SubmitPermit(draft.Id, new(2026, 3, 16), "Form", Guide, SocialWorker())));
    }

    [Fact]
    public void A_leader_needs_an_initiated_investigation_that_is_not_discontinued()
    {
        Assert.Equal(Rule.ThePermitNeedsAnInvestigation, RefusedSubmission(Reflection with { Investigation = null }));

        var reported = _case.ReportToPolice(new(2026, 3, 16), "Gränspolisen", null, null, Police());
        Assert.Equal(Rule.ThePermitNeedsAnInvestigation, RefusedSubmission(Reflection with { Investigation = reported.Id }));

        _case.FollowInvestigation(_investigation.Id, i => i.Discontinue(new(2026, 3, 16), "No suspect.", Police()), Police());
        Assert.Equal(Rule.ThePermitNeedsAnInvestigation, RefusedSubmission(Reflection));
    }

    [Fact]
    public void An_application_on_paper_may_be_older_than_its_record_but_not_than_the_investigation()
    {
        Assert.Equal(Rule.TheApplicationFollowsTheInvestigation, RefusedSubmission(Reflection with { WantedOn = new(2026, 3, 9) }, on: new(2026, 3, 9)));
        Assert.Equal(new DateOnly(2026, 3, 12), Submitted(new(2026, 3, 12)).SubmittedOn);
    }

    public static TheoryData<string, Func<PermitForm, PermitForm>, string> WantingReflections => new()
    {
        { "not asked", f => f with { Wanted = null }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "not wanted", f => f with { Wanted = false }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "no day", f => f with { WantedOn = null }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "wanted only after", f => f with { WantedOn = new(2026, 3, 17) }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "no language", f => f with { WantedIn = null }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "no such language", f => f with { WantedIn = "xx-none" }, nameof(Rule.ThePersonWantsTheReflectionPeriod) },
        { "condition 1 unanswered", f => f with { Needed = new() }, nameof(Rule.TheConditionsAreAnswered) },
        { "condition 4 unanswered", f => f with { NothingAgainst = new() }, nameof(Rule.TheConditionsAreAnswered) },
        { "whereabouts unanswered", f => f with { InSweden = null }, nameof(Rule.ThePersonIsInSweden) },
        { "abroad", f => f with { InSweden = false }, nameof(Rule.ThePersonIsInSweden) },
    };

    [Theory]
    [MemberData(nameof(WantingReflections))]
    public void A_reflection_period_is_asked_for_only_when_the_form_says_what_the_law_asks(string why, Func<PermitForm, PermitForm> wanting, string rule)
    {
        Assert.NotEmpty(why);
        Assert.Equal(rule, RefusedSubmission(wanting(Reflection)).Name);
    }

    [Fact]
    public void Cooperation_and_broken_ties_are_no_condition_of_a_reflection_period()
    {
        var permit = Draft(PermitKind.ReflectionPeriod, Reflection with { Cooperates = new(false), TiesBroken = new(false) });

        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());

        Assert.Equal(PermitStatus.Submitted, permit.Status);
    }

    public static TheoryData<string, Func<PermitForm, PermitForm>, string> WantingPermits => new()
    {
        { "not needed", f => f with { Needed = new(false) }, nameof(Rule.TheStayIsNeeded) },
        { "not cooperating", f => f with { Cooperates = new(false, new(2026, 3, 12)) }, nameof(Rule.ThePersonCooperates) },
        { "cooperation without a day", f => f with { Cooperates = new(true) }, nameof(Rule.ThePersonCooperates) },
        { "cooperation shown only later", f => f with { Cooperates = new(true, new(2026, 3, 17)) }, nameof(Rule.ThePersonCooperates) },
        { "ties not broken", f => f with { TiesBroken = new(false) }, nameof(Rule.TiesAreBroken) },
        { "public order unanswered", f => f with { NothingAgainst = new() }, nameof(Rule.NothingSpeaksAgainst) },
        { "abroad", f => f with { InSweden = false }, nameof(Rule.ThePersonIsInSweden) },
        { "no dialogue", f => f, nameof(Rule.ADirectApplicationFollowsADialogue) },
    };

    [Theory]
    [MemberData(nameof(WantingPermits))]
    public void A_temporary_permit_is_asked_for_only_when_every_condition_is_met(string why, Func<PermitForm, PermitForm> wanting, string rule)
    {
        Assert.NotEmpty(why);
        Assert.Equal(rule, RefusedSubmission(wanting(Direct), PermitKind.TemporaryPermit).Name);
    }

    [Fact]
    public void A_direct_application_follows_a_talk_with_the_person_and_one_with_a_provider_and_says_why()
    {
        var permit = Draft(PermitKind.TemporaryPermit, Direct with { DeemedNecessary = " " });
        void Submit() => _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());

        _case.RecordDialogue(permit.Id, DialogueWith.Person, new(2026, 3, 12), "Wants to testify.", Police());
        _case.RecordDialogue(permit.Id, DialogueWith.Person, new(2026, 3, 13), "Still does.", Police());
        Assert.Equal(Rule.ADirectApplicationFollowsADialogue, Broken(Submit));
        _case.RecordDialogue(permit.Id, DialogueWith.AssistanceProvider, new(2026, 3, 13), "Agrees.", Police());
        Assert.Equal(Rule.ADirectApplicationSaysWhy, Broken(Submit));
        Assert.Equal(Rule.ADirectApplicationFollowsADialogue, Broken(() => _case.SubmitPermit(permit.Id, new(2026, 3, 12), "Form", Guide, Police())));

        _case.RewritePermit(permit.Id, Agency, OrganisationKind.MigrationAgency, Direct, Police());
        Submit();
        Assert.Equal(PermitStatus.Submitted, permit.Status);
    }

    [Fact]
    public void After_a_reflection_period_a_temporary_permit_needs_no_dialogue()
    {
        Granted();
        var permit = Draft(PermitKind.TemporaryPermit, Direct with { DeemedNecessary = null });

        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());

        Assert.Equal(PermitStatus.Submitted, permit.Status);
    }

    [Fact]
    public void There_is_one_reflection_period_in_a_case_and_a_withdrawn_or_refused_application_is_none()
    {
        var first = Submitted();
        Assert.Equal(Rule.OneReflectionPeriodInACase, RefusedSubmission(Reflection));

        _case.WithdrawPermit(first.Id, "The person wants to think.", Police());
        var second = Submitted();
        _case.RefusePermit(second.Id, new(2026, 3, 16), "Not needed.", Migration());
        var third = Submitted();
        _case.GrantPermit(third.Id, new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 4, 14), null), Migration());
        _case.PermitsMoveOn(System(On(2026, 4, 15)));
        Assert.Equal(PermitStatus.Ended, third.Status);
        Assert.Equal(Rule.OneReflectionPeriodInACase, RefusedSubmission(Reflection));
    }

    [Fact]
    public void There_is_one_temporary_permit_at_a_time()
    {
        Granted();
        var permit = Draft(PermitKind.TemporaryPermit, Direct);
        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());
        Assert.Equal(Rule.OneTemporaryPermitAtATime, RefusedSubmission(Direct, PermitKind.TemporaryPermit));

        _case.GrantPermit(permit.Id, new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 9, 16), null), Migration());
        Assert.Equal(Rule.OneTemporaryPermitAtATime, RefusedSubmission(Direct, PermitKind.TemporaryPermit));
    }

    [Fact]
    public void An_application_goes_only_where_its_states_allow()
    {
        var permit = Granted();

        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police())));
        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.WithdrawPermit(permit.Id, "No more.", Police())));
        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.AppealPermit(permit.Id, new(2026, 3, 16), Police())));
        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.RewritePermit(permit.Id, Agency, OrganisationKind.MigrationAgency, Reflection, Police())));
        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.RefusePermit(permit.Id, new(2026, 3, 16), "No.", Migration())));
        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.DecideExtension(permit.Id, Guid.Empty, new(2026, 3, 16), null, Migration())));
    }

    [Fact]
    public void An_application_that_waits_keeps_the_case_open() =>
        Assert.Equal(Rule.ApplicationsKeepTheCaseOpen, Broken(() => _case.Close("LOST_CONTACT", 0, SocialWorker(), permitsWaiting: 1)));

    [Theory]
    [InlineData("2026-03-02", "2026-03-31", true)]
    [InlineData("2026-03-02", "2026-04-01", true)]
    [InlineData("2026-03-02", "2026-03-30", false)]
    [InlineData("2026-03-02", "2026-04-02", false)]
    public void A_reflection_period_is_thirty_days_however_the_first_is_counted(string from, string to, bool passes)
    {
        var permit = Submitted();
        void Grant() => _case.GrantPermit(permit.Id, new(new(2026, 3, 16), Day(from), Day(to), null), Migration());

        if (passes) Grant();
        else Assert.Equal(Rule.AReflectionPeriodIsThirtyDays, Broken(Grant));
        Assert.Equal(passes ? PermitStatus.Granted : PermitStatus.Submitted, permit.Status);
    }

    [Theory]
    [InlineData("2026-04-01", "2026-08-31", false)]
    [InlineData("2026-04-01", "2026-09-29", false)]
    [InlineData("2026-04-01", "2026-09-30", true)]
    [InlineData("2026-04-01", "2026-10-01", true)]
    [InlineData("2026-08-31", "2027-02-28", true)]
    public void A_temporary_permit_is_at_least_six_months(string from, string to, bool passes)
    {
        Granted();
        var permit = Draft(PermitKind.TemporaryPermit, Direct);
        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());
        void Grant() => _case.GrantPermit(permit.Id, new(new(2026, 3, 16), Day(from), Day(to), null), Migration());

        if (passes) Grant();
        else Assert.Equal(Rule.ATemporaryPermitIsAtLeastSixMonths, Broken(Grant));
        Assert.Equal(passes ? "TRP" : "RP", _case.Facts.LegalStatus);
    }

    [Fact]
    public void Only_the_agency_it_is_addressed_to_decides()
    {
        var permit = Submitted();
        PermitDecision decision = new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 4, 14), null);

        foreach (var other in new[] { Police(), SocialWorker(), Migration() with { For = OrganisationId.New(Monday) }, Migration() with { As = Role.InvestigationLeader } })
        {
            Assert.Equal(Rule.OnlyTheAgencyDecidesPermits, Broken(() => _case.GrantPermit(permit.Id, decision, other)));
            Assert.Equal(Rule.OnlyTheAgencyDecidesPermits, Broken(() => _case.RefusePermit(permit.Id, new(2026, 3, 16), "No.", other)));
        }
    }

    [Fact]
    public void An_application_is_addressed_to_the_agency_alone() =>
        Assert.Equal(Rule.PermitsAreDecidedByTheMigrationAgency, Broken(() => _case.DraftPermit(PermitKind.ReflectionPeriod, Umea, OrganisationKind.Municipality, Reflection, Guide, Police())));

    [Fact]
    public void A_decision_is_not_older_than_what_it_decides_nor_in_the_future()
    {
        var permit = Submitted();

        Assert.Equal(Rule.ADecisionFollowsTheApplication, Broken(() => _case.RefusePermit(permit.Id, new(2026, 3, 15), "No.", Migration())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.RefusePermit(permit.Id, new(2026, 3, 17), "No.", Migration())));
        Assert.Equal(Rule.AStepIsExplained, Broken(() => _case.RefusePermit(permit.Id, new(2026, 3, 16), " ", Migration())));
    }

    [Fact]
    public void A_refusal_is_appealed_by_its_applicant_and_the_court_may_grant()
    {
        var permit = Submitted();
        _case.RefusePermit(permit.Id, new(2026, 3, 16), "No investigation needs it.", Migration());
        Assert.Equal(new DateOnly(2026, 4, 7), permit.AppealBy);
        Assert.Equal(Rule.AnApplicationIsItsApplicants, Broken(() => _case.AppealPermit(permit.Id, new(2026, 3, 16), Prosecutor())));

        _case.AppealPermit(permit.Id, new(2026, 4, 7), Police(On(2026, 4, 7)));
        Assert.False(_case.Permits[0].TakeEvents().OfType<PermitAppealed>().Single().Late);
        _case.GrantPermit(permit.Id, new(new(2026, 4, 20), new(2026, 4, 20), new(2026, 5, 19), null), Migration(On(2026, 4, 20)));

        Assert.Equal((PermitStatus.Granted, "RP"), (permit.Status, _case.Facts.LegalStatus));
    }

    [Fact]
    public void A_late_appeal_is_said_to_be_late_and_not_barred()
    {
        var permit = Submitted();
        _case.RefusePermit(permit.Id, new(2026, 3, 16), "No.", Migration());

        _case.AppealPermit(permit.Id, new(2026, 4, 8), Police(On(2026, 4, 8)));

        Assert.True(permit.TakeEvents().OfType<PermitAppealed>().Single().Late);
        Assert.Equal(PermitStatus.Appealed, permit.Status);
        _case.RefusePermit(permit.Id, new(2026, 4, 9), "Too late.", Migration(On(2026, 4, 9)));
        Assert.Equal((PermitStatus.Refused, null), (permit.Status, permit.AppealBy));
    }

    [Fact]
    public void A_refusal_that_nobody_appeals_is_final_the_day_after_the_last()
    {
        var permit = Submitted();
        _case.RefusePermit(permit.Id, new(2026, 3, 16), "No.", Migration());

        _case.PermitsMoveOn(System(On(2026, 4, 7)));
        Assert.NotNull(permit.AppealBy);
        _case.PermitsMoveOn(System(On(2026, 4, 8)));
        Assert.Null(permit.AppealBy);
    }

    [Fact]
    public void The_period_ends_the_day_after_its_last_day_and_the_earlier_status_holds_again()
    {
        var permit = Granted();

        _case.PermitsMoveOn(System(On(2026, 4, 14)));
        Assert.Equal(("RP", PermitStatus.Granted), (_case.Facts.LegalStatus, permit.Status));
        _case.PermitsMoveOn(System(On(2026, 4, 15)));

        Assert.Equal(("IRREGULAR", PermitStatus.Ended), (_case.Facts.LegalStatus, permit.Status));
        Assert.Equal(new DateOnly(2026, 4, 15), _case.TakeEvents().OfType<LegalStatusChanged>().Last().From);
    }

    [Fact]
    public void A_temporary_permit_outlives_the_reflection_period_and_never_falls_back_on_it()
    {
        Granted();
        var permit = Draft(PermitKind.TemporaryPermit, Direct);
        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());
        _case.GrantPermit(permit.Id, new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 9, 16), null), Migration());

        _case.PermitsMoveOn(System(On(2026, 4, 15)));
        Assert.Equal("TRP", _case.Facts.LegalStatus);
        _case.PermitsMoveOn(System(On(2026, 9, 17)));
        Assert.Equal("IRREGULAR", _case.Facts.LegalStatus);
    }

    [Fact]
    public void An_application_for_a_temporary_permit_begins_when_an_investigation_has_and_one_for_a_reflection_period_may_before()
    {
        _case.FollowInvestigation(_investigation.Id, i => i.Discontinue(new(2026, 3, 16), "No suspect was found.", Police()), Police());
        Assert.Equal(Rule.ThePermitNeedsAnInvestigation, Broken(() => Draft(PermitKind.TemporaryPermit, Direct)));
        Draft(PermitKind.ReflectionPeriod, Reflection);
        _case.FollowInvestigation(_investigation.Id, i => i.Resume(new(2026, 3, 16), Police()), Police());
        Draft(PermitKind.TemporaryPermit, Direct);
    }

    [Fact]
    public void An_investigation_is_no_mistake_while_an_application_rests_on_it()
    {
        var permit = Submitted();
        Assert.Equal(Rule.AnApplicationRestsOnTheInvestigation, Broken(() => _case.InvestigationWasMistaken(_investigation.Id, "Another person was meant.", Police())));
        _case.WithdrawPermit(permit.Id, "Another person was meant.", Police());
        _case.InvestigationWasMistaken(_investigation.Id, "Another person was meant.", Police());
        Assert.Equal(IdentificationStatus.Presumed, _case.Identification);
    }

    [Fact]
    public void A_permit_that_is_revoked_leaves_the_person_with_the_one_that_runs()
    {
        Granted();
        var permit = Draft(PermitKind.TemporaryPermit, Direct);
        _case.SubmitPermit(permit.Id, new(2026, 3, 16), "Form", Guide, Police());
        _case.GrantPermit(permit.Id, new(new(2026, 3, 16), new(2026, 3, 16), new(2026, 9, 16), null), Migration());
        _case.RevokePermit(permit.Id, new(2026, 3, 16), new(2026, 3, 16), "Granted by mistake.", Migration());

        Assert.Equal(("RP", new DateOnly(2026, 4, 14)), (_case.Facts.LegalStatus, _case.Facts.LegalStatusValidTo));
        _case.PermitsMoveOn(System(On(2026, 4, 15)));
        Assert.Equal("IRREGULAR", _case.Facts.LegalStatus);
    }

    [Fact]
    public void What_was_recorded_of_the_person_while_more_time_was_asked_for_holds_again_when_the_permit_ends()
    {
        var permit = Granted();
        _case.ExtendPermit(permit.Id, new(2026, 3, 16), null, "The interpreter fell ill; two interviews remain.", true, Police());
        _case.RecordLegalStatus("VISIT", null, SocialWorker());
        _case.DecideExtension(permit.Id, permit.Extensions[0].Id, new(2026, 3, 16), new(2026, 5, 14), Migration());
        Assert.Equal("RP", _case.Facts.LegalStatus);

        _case.PermitsMoveOn(System(On(2026, 5, 15)));
        Assert.Equal("VISIT", _case.Facts.LegalStatus);
    }

    [Fact]
    public void What_was_revoked_is_not_made_longer_and_the_question_can_be_answered_with_no()
    {
        var permit = Granted();
        _case.ExtendPermit(permit.Id, new(2026, 3, 16), null, "The interpreter fell ill; two interviews remain.", true, Police());
        var extension = Assert.Single(permit.Extensions);
        _case.RevokePermit(permit.Id, new(2026, 3, 16), new(2026, 3, 16), "Ties were taken up again.", Migration());

        Assert.Equal(Rule.APermitFollowsItsStates, Broken(() => _case.DecideExtension(permit.Id, extension.Id, new(2026, 3, 16), new(2026, 5, 14), Migration())));
        Assert.Equal(new(2026, 4, 14), permit.ValidTo);
        _case.DecideExtension(permit.Id, extension.Id, new(2026, 3, 16), null, Migration());
        Assert.Equal(ExtensionStatus.Refused, extension.Status);
    }

    [Fact]
    public void More_time_is_asked_for_by_a_leader_while_the_period_runs()
    {
        var permit = Granted();
        void Extend(DateOnly on, Act act, string reasons = "The interpreter fell ill; two interviews remain.") => _case.ExtendPermit(permit.Id, on, null, reasons, true, act);

        Assert.Equal(Rule.OnlyALeaderExtends, Broken(() => Extend(new(2026, 3, 16), SocialWorker())));
        Assert.Equal(Rule.SpecialReasonsAreGiven, Broken(() => Extend(new(2026, 3, 16), Police(), "Too short.")));
        Assert.Equal(Rule.TheConditionsAreStillMet, Broken(() => _case.ExtendPermit(permit.Id, new(2026, 3, 16), null, "The interpreter fell ill; two remain.", false, Police())));
        Assert.Equal(Rule.AnExtensionIsAskedForInTime, Broken(() => Extend(new(2026, 4, 15), Police(On(2026, 4, 15)))));
        Extend(new(2026, 4, 14), Police(On(2026, 4, 14)));
        Assert.Equal(Rule.OneExtensionAtATime, Broken(() => Extend(new(2026, 4, 14), Police(On(2026, 4, 14)))));
        var extension = Assert.Single(permit.Extensions);
        Assert.Equal(Rule.AnExtensionIsLonger, Broken(() => _case.DecideExtension(permit.Id, extension.Id, new(2026, 4, 14), new(2026, 4, 14), Migration(On(2026, 4, 14)))));

        _case.DecideExtension(permit.Id, extension.Id, new(2026, 4, 14), new(2026, 5, 14), Migration(On(2026, 4, 14)));

        Assert.Equal((new DateOnly(2026, 5, 14), "RP", new DateOnly(2026, 5, 14)), (permit.ValidTo, _case.Facts.LegalStatus, _case.Facts.LegalStatusValidTo));
        _case.PermitsMoveOn(System(On(2026, 5, 14)));
        Assert.Equal(PermitStatus.Granted, permit.Status);
    }

    [Fact]
    public void An_extension_decided_after_the_last_day_takes_the_period_up_again()
    {
        var permit = Granted();
        _case.ExtendPermit(permit.Id, new(2026, 4, 14), null, "The interpreter fell ill; two interviews remain.", true, Police(On(2026, 4, 14)));
        _case.PermitsMoveOn(System(On(2026, 4, 15)));
        Assert.Equal((PermitStatus.Ended, "IRREGULAR"), (permit.Status, _case.Facts.LegalStatus));

        _case.DecideExtension(permit.Id, permit.Extensions[0].Id, new(2026, 4, 16), new(2026, 5, 14), Migration(On(2026, 4, 16)));

        Assert.Equal((PermitStatus.Granted, "RP"), (permit.Status, _case.Facts.LegalStatus));
        _case.PermitsMoveOn(System(On(2026, 5, 15)));
        Assert.Equal("IRREGULAR", _case.Facts.LegalStatus);
    }

    [Fact]
    public void A_refused_extension_changes_nothing()
    {
        var permit = Granted();
        _case.ExtendPermit(permit.Id, new(2026, 3, 16), new(2026, 5, 1), "The interpreter fell ill; two interviews remain.", true, Police());

        _case.DecideExtension(permit.Id, permit.Extensions[0].Id, new(2026, 3, 16), null, Migration());

        Assert.Equal((new DateOnly(2026, 4, 14), ExtensionStatus.Refused), (permit.ValidTo, permit.Extensions[0].Status));
    }

    [Fact]
    public void A_permit_is_revoked_by_the_agency_after_hearing_the_applicant()
    {
        var permit = Granted();
        Assert.Equal(Rule.OnlyTheAgencyDecidesPermits, Broken(() => _case.RevokePermit(permit.Id, new(2026, 3, 16), new(2026, 3, 16), "Contact with suspects.", Police())));
        Assert.Equal(Rule.TheApplicantIsHeardBeforeARevocation, Broken(() => _case.RevokePermit(permit.Id, new(2026, 3, 21), new(2026, 3, 20), "Contact.", Migration(On(2026, 3, 20)))));

        _case.RevokePermit(permit.Id, new(2026, 3, 18), new(2026, 3, 20), "Contact with suspects.", Migration(On(2026, 3, 20)));
        Assert.Equal((PermitStatus.Revoked, "IRREGULAR"), (permit.Status, _case.Facts.LegalStatus));
        Assert.Equal(new DateOnly(2026, 3, 18), permit.TakeEvents().OfType<PermitRevoked>().Single().HeardOn);

        _case.AppealPermit(permit.Id, new(2026, 3, 23), Police(On(2026, 3, 23)));
        _case.RefusePermit(permit.Id, new(2026, 3, 27), "The revocation stands.", Migration(On(2026, 3, 27)));
        Assert.Equal((PermitStatus.Revoked, null), (permit.Status, permit.AppealBy));
        Assert.Equal(Rule.OneReflectionPeriodInACase, RefusedSubmission(Reflection));
    }

    [Fact]
    public void A_discontinued_investigation_revokes_nothing()
    {
        var permit = Granted();

        _case.FollowInvestigation(_investigation.Id, i => i.Discontinue(new(2026, 3, 16), "No suspect.", Police()), Police());

        Assert.Equal((PermitStatus.Granted, "RP"), (permit.Status, _case.Facts.LegalStatus));
    }

    [Theory]
    [InlineData("2026-03-16", "2026-04-07")]
    [InlineData("2026-12-04", "2026-12-28")]
    [InlineData("2026-12-10", "2027-01-04")]
    [InlineData("2026-05-29", "2026-06-22")]
    public void An_appeal_has_three_weeks_and_the_sunday_rule(string decided, string last) => Assert.Equal(Day(last), PermitTimes.AppealBy(Day(decided)));

    [Theory]
    [InlineData("2026-03-02", "2026-03-31")]
    [InlineData("2026-02-27", "2026-03-28")]
    [InlineData("2028-02-10", "2028-03-10")]
    public void The_suggested_end_counts_the_first_day_and_never_rolls_over(string from, string to) => Assert.Equal(Day(to), PermitTimes.SuggestedEnd(Day(from)));

    [Theory]
    [InlineData("2026-03-30", "2026-03-16 2026-03-23 2026-03-27")]
    [InlineData("2026-07-09", "2026-06-25 2026-07-02 2026-07-06 2026-07-08")]
    [InlineData("2026-04-06", "2026-03-23 2026-03-30 2026-04-02 2026-04-03")]
    public void Reminders_come_14_7_and_3_days_before_and_on_the_last_working_day_before(string validTo, string days) =>
        Assert.Equal(days, string.Join(' ', PermitTimes.Reminders(Day(validTo)).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Five_working_days_later_the_applicant_asks_what_became_of_it() => Assert.Equal(new DateOnly(2026, 4, 10), PermitTimes.ChaseOn(new(2026, 4, 1)));
}
