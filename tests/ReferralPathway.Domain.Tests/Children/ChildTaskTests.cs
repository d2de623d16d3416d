using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Children;

/// <summary>The protection of a child (3.13). The police find a boy on Friday 5 June 2026, and report to the social board of Stockholm (SC07).</summary>
public sealed class ChildTaskTests
{
    private static readonly OrganisationId Stockholm = OrganisationId.New(Monday);
    private static readonly UserId Oberg = UserId.New(Monday);
    private static readonly OrganisationId Agency = OrganisationId.New(Monday);

    private readonly Case _case = OfChild();

    private static DateTimeOffset At(int day, int hour = 10, int minute = 0, int month = 6) => SwedishCalendar.InstantOf(new(2026, month, day), new(hour, minute));

    private static Act Leader(DateTimeOffset? at = null) => Police(at ?? At(5, 21, 55));

    private static Act Board(DateTimeOffset? at = null) => new(Oberg, Role.SocialWorker, Stockholm, at ?? At(8));

    private static Act Officer(DateTimeOffset at) => new(Oberg, Role.MigrationOfficer, Agency, at);

    private static Case OfChild(string age = "15-17", string unaccompanied = "Yes")
    {
        var child = OpenCase(Leader(At(5, 21, 40)));
        child.RecordPerson(new() { Gender = "M", AgeGroup = age, AgeUncertain = age == IntakeFacts.Uncertain, Unaccompanied = unaccompanied }, Leader(At(5, 21, 41)));
        return child;
    }

    private static ConcernReport Report(bool tellMe = false, bool works = true) => new(Stockholm, works, At(5, 21, 55), "Alone at night, and sells for others.", tellMe);

    private static Case Reported(bool tellMe = false, string unaccompanied = "Yes", string age = "15-17", bool works = true)
    {
        var child = OfChild(age, unaccompanied);
        child.ReportConcern(Report(tellMe, works), OrganisationKind.Municipality, Leader());
        child.TakeEvents();
        child.ChildTask!.TakeEvents();
        return child;
    }

    private static ChildStepTerms On(DateTimeOffset at, ChildOutcome? outcome = null, string? note = null) => new() { On = SwedishCalendar.DayOf(at), Outcome = outcome, Note = note };

    private static void Take(Case child, ChildStepKind kind, Act act, ChildOutcome? outcome = null, string? note = null) => child.ProtectChild(kind, On(act.At, outcome, note), act);

    private static IEnumerable<WorkItem> WorkOf(IEnumerable<CaseEvent> events) => events.SelectMany(WorkList.After).OfType<WorkChange.Open>().Select(o => o.Item);

    private static IEnumerable<CaseEvent> Happened(Case child) => child.ChildTask!.TakeEvents();

    [Theory]
    [InlineData("15-17")]
    [InlineData("0-11")]
    [InlineData(IntakeFacts.Uncertain)]
    public void A_case_of_a_child_or_of_somebody_who_may_be_one_has_a_task_by_itself(string age)
    {
        var task = OfChild(age).ChildTask!;

        Assert.True(task.IsOpen);
        var work = Assert.Single(WorkOf(task.TakeEvents()));
        Assert.Equal((WorkKind.ReportConcern, PoliceAuthority), (work.Kind, work.OrganisationId));
    }

    [Fact]
    public void A_draft_and_a_case_of_an_adult_have_none_and_it_comes_when_the_age_is_corrected()
    {
        var adult = OpenCase();
        Assert.Null(adult.ChildTask);
        var draft = Case.Start("2026-000009", SocialWorker());
        draft.RecordPerson(new() { Gender = "F", AgeGroup = "12-14" }, SocialWorker());
        Assert.Null(draft.ChildTask);

        adult.RecordIdentity(new() { BirthDate = new(2010, 1, 1) }, "NONE", SocialWorker());

        Assert.True(adult.ChildTask!.IsOpen);
    }

    [Fact]
    public void An_adult_after_all_needs_no_task_and_a_child_again_takes_it_up_with_what_was_done()
    {
        var child = Reported();
        child.RecordPerson(new() { Gender = "M", AgeGroup = "18-20" }, Leader(At(6)));
        Assert.Equal((ChildTaskState.Ended, ChildTaskEnd.NotAChild), (child.ChildTask!.State, child.ChildTask.EndedBecause));
        Assert.Equal(7, Happened(child).SelectMany(WorkList.After).OfType<WorkChange.Close>().Select(c => c.Kind).Distinct().Count());
        Assert.Equal(Rule.AConcernIsAboutAChild, Broken(() => Take(child, ChildStepKind.Assessed, Board(), ChildOutcome.NoneNow)));

        child.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Unaccompanied = "Yes" }, Leader(At(7)));

        Assert.True(child.ChildTask.IsOpen);
        Assert.Equal(Stockholm, child.ChildTask.Board);
        // The board takes it up again, and now for a child alone; its days are counted from now.
        Assert.Equal(
            [(WorkKind.AssessProtection, Stockholm), (WorkKind.DecideInquiry, Stockholm), (WorkKind.ApplyForGuardian, Stockholm), (WorkKind.DecideTracing, Stockholm)],
            WorkOf(Happened(child)).Select(w => (w.Kind, w.OrganisationId)));
    }

    [Fact]
    public void A_child_that_turns_out_to_be_alone_is_given_somebody_who_speaks_for_it()
    {
        var child = Reported(unaccompanied: "No");
        Happened(child);
        child.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Unaccompanied = "Yes" }, Leader(At(6)));

        Assert.Equal([WorkKind.ApplyForGuardian, WorkKind.DecideTracing], WorkOf(Happened(child)).Select(w => w.Kind));
        child.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Unaccompanied = "Yes", Dialect = "Tarifit" }, Leader(At(6)));
        Assert.Empty(WorkOf(Happened(child)));
    }

    [Fact]
    public void A_report_of_concern_needs_no_consent_and_opens_the_work_of_the_social_board()
    {
        _case.ReportConcern(Report(), OrganisationKind.Municipality, Leader());

        var ground = Assert.Single(_case.LegalGrounds);
        Assert.Equal(("CHILD_REPORT", Stockholm, Case.ConcernCarries, new DateOnly(2026, 10, 19)), (ground.Ground, ground.Recipient, ground.Groups, ground.ValidUntil));
        var events = Happened(_case).ToList();
        var work = WorkOf(events.OfType<ConcernReported>()).ToDictionary(w => w.Kind, w => w);
        Assert.All(work.Values, w => Assert.Equal((Stockholm, (OrganisationId?)null), (w.OrganisationId, w.WatcherId)));
        Assert.Equal(
            [WorkKind.TakeOn, WorkKind.AssessProtection, WorkKind.DecideInquiry, WorkKind.ApplyForGuardian, WorkKind.DecideTracing],
            work.Keys.Order());
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 6, 6)), work[WorkKind.AssessProtection].DueAt);
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 6, 20)), work[WorkKind.DecideInquiry].DueAt);
        Assert.Equal(At(12, 8), work[WorkKind.DecideInquiry].RemindAt);
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 6, 9)), work[WorkKind.ApplyForGuardian].DueAt);
        Assert.Contains(events.SelectMany(Notices.After), n => n.Kind == NoticeKind.ConcernArrived && n.OrganisationId == Stockholm);
        Assert.Contains(events.SelectMany(WorkList.After).OfType<WorkChange.Close>(), c => c.Kind == WorkKind.ReportConcern);
    }

    [Fact]
    public void What_the_board_reads_from_the_report_is_what_protects_the_child()
    {
        Assert.Equal(Case.ConcernCarries | DataGroups.Of(DataGroup.SafeContactSummary), Reach.OfChildReport);
        Assert.False(Reach.OfChildReport.Has(DataGroup.Investigation) || Reach.OfChildReport.Has(DataGroup.Consents) || Reach.OfChildReport.Has(DataGroup.AnswersForCase));
    }

    [Fact]
    public void A_report_goes_to_a_social_board_about_a_child_and_once()
    {
        Assert.Equal(Rule.AChildReportGoesToTheSocialBoard, Broken(() => _case.ReportConcern(Report(), OrganisationKind.Ngo, Leader())));
        Assert.Equal(Rule.AConcernIsAboutAChild, Broken(() => OpenCase(Leader()).ReportConcern(Report(), OrganisationKind.Municipality, Leader())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => _case.ReportConcern(Report() with { At = At(6) }, OrganisationKind.Municipality, Leader())));
        Assert.Equal(Rule.AStepIsExplained, Broken(() => OfChild().ReportConcern(Report() with { Concern = " " }, OrganisationKind.Municipality, Leader())));
        Assert.Equal(Rule.AConcernIsReportedOnce, Broken(() => Reported().ReportConcern(Report(), OrganisationKind.Municipality, Leader())));
    }

    [Fact]
    public void A_municipality_that_leads_the_case_needs_no_ground_for_its_own_board()
    {
        var own = OpenCase(Board(At(5, 21, 40)));
        own.RecordPerson(new() { Gender = "F", AgeGroup = "12-14", Unaccompanied = "No" }, Board(At(5, 21, 41)));
        own.ReportConcern(Report(), OrganisationKind.Municipality, Board(At(5, 22)));

        Assert.Empty(own.LegalGrounds);
        Assert.DoesNotContain(WorkOf(Happened(own).OfType<ConcernReported>()), w => w.Kind is WorkKind.TakeOn or WorkKind.ApplyForGuardian);
    }

    [Fact]
    public void The_social_board_assesses_decides_and_finishes_its_inquiry_and_nobody_else_does()
    {
        var child = Reported();
        Assert.Equal(Rule.OnlyTheSocialBoardProtects, Broken(() => Take(child, ChildStepKind.Assessed, Leader(), ChildOutcome.ProtectNow)));
        Assert.Equal(Rule.OnlyAnOpenedInquiryIsFinished, Broken(() => Take(child, ChildStepKind.Finished, Board(), ChildOutcome.Measures)));
        Take(child, ChildStepKind.Assessed, Board(At(5, 22, 30)), ChildOutcome.ProtectNow, "Cannot go back tonight.");
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.Opened);

        var events = Happened(child).ToList();
        Assert.All(events, e => Assert.IsType<ChildStepKept>(e));
        var inquiry = Assert.Single(WorkOf(events));
        Assert.Equal((WorkKind.FinishInquiry, Stockholm, SwedishCalendar.StartOf(new(2026, 10, 13))), (inquiry.Kind, inquiry.OrganisationId, inquiry.DueAt));
        Assert.All(child.ChildTask!.Steps.Where(s => s.Kind != ChildStepKind.Reported), s => Assert.Equal(Stockholm, s.ToldTo));
        Assert.Equal(Rule.AStepForAChildIsTakenOnce, Broken(() => Take(child, ChildStepKind.Decided, Board(At(13)), ChildOutcome.NotOpened)));
        Assert.Equal(Rule.CodesAreListed, Broken(() => Take(child, ChildStepKind.Placed, Board(At(13)), ChildOutcome.Opened)));
    }

    [Fact]
    public void Nothing_is_done_before_the_report_nor_dated_before_it()
    {
        Assert.Equal(Rule.AConcernIsReportedFirst, Broken(() => Take(_case, ChildStepKind.Heard, Leader(), ChildOutcome.Spoke)));
        Assert.Equal(Rule.AStepForAChildFollows, Broken(() => Reported().ProtectChild(ChildStepKind.Decided, new() { On = new(2026, 6, 4), Outcome = ChildOutcome.Opened }, Board())));
        Assert.Equal(Rule.DatesAreNotInTheFuture, Broken(() => Reported().ProtectChild(ChildStepKind.Decided, new() { On = new(2026, 6, 9), Outcome = ChildOutcome.Opened }, Board())));
    }

    [Theory]
    [InlineData("15-17")]
    [InlineData("U18")]
    [InlineData(IntakeFacts.Uncertain)]
    public void From_fifteen_the_child_speaks_for_itself_before_the_inquiry_ends(string age)
    {
        var child = Reported(age: age);
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.Opened);
        Assert.Equal(Rule.AChildOfFifteenSpeaksForItself, Broken(() => Take(child, ChildStepKind.Finished, Board(At(1, month: 9)), ChildOutcome.Measures)));
        Take(child, ChildStepKind.Heard, Leader(At(15)), ChildOutcome.Spoke, "Wants to go to school.");
        Take(child, ChildStepKind.Finished, Board(At(1, month: 9)), ChildOutcome.Measures);

        var younger = Reported(age: "12-14");
        Take(younger, ChildStepKind.Decided, Board(At(12)), ChildOutcome.Opened);
        Take(younger, ChildStepKind.Finished, Board(At(1, month: 9)), ChildOutcome.NoMeasures);
    }

    [Fact]
    public void Whoever_reported_is_told_on_request_and_after_the_decision()
    {
        var child = Reported();
        Assert.Equal(Rule.OnlyTheReporterIsTold, Broken(() => Take(child, ChildStepKind.Asked, Board())));
        Assert.Equal(Rule.OnlyTheReporterIsTold, Broken(() => Take(child, ChildStepKind.Informed, Board())));
        Take(child, ChildStepKind.Asked, Leader(At(8)));
        Assert.Equal(SwedishCalendar.StartOf(new(2026, 6, 27)), Assert.Single(WorkOf(Happened(child))).DueAt);
        Assert.Equal(Rule.AStepForAChildIsTakenOnce, Broken(() => Take(child, ChildStepKind.Asked, Leader(At(8)))));
        Assert.Equal(Rule.TheReporterIsToldAfterTheDecision, Broken(() => Take(child, ChildStepKind.Informed, Board())));

        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.Opened);
        Assert.Equal((SwedishCalendar.StartOf(new(2026, 6, 20)), (OrganisationId?)PoliceAuthority), Assert.Single(WorkOf(Happened(child)), w => w.Kind == WorkKind.InformReporter) is { } told ? (told.DueAt, told.WatcherId) : default);
        Take(child, ChildStepKind.Informed, Board(At(15)));

        var step = child.ChildTask!.Steps[^1];
        Assert.Equal((ChildOutcome.Opened, (OrganisationId?)PoliceAuthority), (step.Outcome, step.ToldTo));
        Assert.Contains(Happened(child).SelectMany(Notices.After), n => n.Kind == NoticeKind.ReporterTold && n.OrganisationId == PoliceAuthority);
    }

    [Fact]
    public void A_reporter_who_asks_with_the_report_has_asked() =>
        Assert.Equal(new DateOnly(2026, 6, 5), Reported(tellMe: true).ChildTask!.AskedOn);

    [Fact]
    public void A_guardian_is_applied_for_by_the_board_or_the_agency_and_only_for_a_child_who_came_alone()
    {
        Assert.Equal(Rule.TheBoardOrTheAgencyAppliesForAGuardian, Broken(() => Take(Reported(), ChildStepKind.GuardianApplied, Leader(At(8)))));
        Assert.Equal(Rule.AGodManIsForAnUnaccompaniedChild, Broken(() => Take(Reported(unaccompanied: "No"), ChildStepKind.GuardianApplied, Board())));
        Assert.Equal(Rule.AGodManIsForAnUnaccompaniedChild, Broken(() => Take(Reported(unaccompanied: "No"), ChildStepKind.GuardianAppointed, Board(), ChildOutcome.GodMan, "Nils Ek")));
        Take(Reported(), ChildStepKind.GuardianApplied, Officer(At(8)));

        var child = Reported();
        Take(child, ChildStepKind.GuardianApplied, Board());
        Assert.Equal(Rule.AStepIsExplained, Broken(() => Take(child, ChildStepKind.GuardianAppointed, Leader(At(15)), ChildOutcome.GodMan)));
        Take(child, ChildStepKind.GuardianAppointed, Leader(At(15)), ChildOutcome.GodMan, "Nils Ek");
        Assert.True(child.ChildTask!.IsRepresented);
    }

    [Fact]
    public void The_family_is_not_looked_for_against_the_childs_interest()
    {
        var child = Reported();
        Assert.Equal(Rule.TracingIsNotAgainstTheChildsInterest, Broken(() => child.ProtectChild(ChildStepKind.TracingDecided, On(At(8), ChildOutcome.Trace) with { AgainstInterest = true }, Board())));
        Take(child, ChildStepKind.TracingDecided, Board(), ChildOutcome.AgainstInterest);
        Assert.False(child.MayTrace);
        Assert.True(child.ChildTask!.TracingIsDecided);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public void Protected_housing_is_for_a_child_only_with_an_adult_custodian_who_is_granted_it_too(bool with, bool granted, bool may)
    {
        var child = Reported();
        var terms = On(At(8), ChildOutcome.ProtectedHousing) with { WithCustodian = with, CustodianIsGranted = granted };
        if (may) child.ProtectChild(ChildStepKind.Placed, terms, Board());
        else Assert.Equal(Rule.ProtectedHousingIsWithACustodian, Broken(() => child.ProtectChild(ChildStepKind.Placed, terms, Board())));
        Take(child, ChildStepKind.Placed, Board(), ChildOutcome.FamilyHome);
    }

    [Fact]
    public void A_suspected_guardian_decides_nothing_until_somebody_else_represents_the_child()
    {
        var child = Reported(unaccompanied: "No");
        Take(child, ChildStepKind.GuardianSuspected, Leader(At(8)), ChildOutcome.Suspected, "The uncle.");
        Assert.Equal(Rule.ASuspectedGuardianDecidesNothing, Broken(() => Consents(child)));
        child.RefuseConsent(Terms(child), Leader(At(8)));

        Take(child, ChildStepKind.GuardianAppointed, Leader(At(9)), ChildOutcome.SpecialRepresentative, "Advokat Lind");
        Consents(child);

        var cleared = Reported();
        Take(cleared, ChildStepKind.GuardianSuspected, Leader(At(8)), ChildOutcome.Suspected);
        Take(cleared, ChildStepKind.GuardianSuspected, Leader(At(9)), ChildOutcome.NotSuspected);
        Consents(cleared);
    }

    [Fact]
    public void It_ends_by_itself_when_everything_is_done_and_not_before()
    {
        var child = Reported();
        Take(child, ChildStepKind.Assessed, Board(At(5, 22, 30)), ChildOutcome.NoneNow);
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.NotOpened);
        Assert.True(child.ChildTask!.BoardIsDone);
        Take(child, ChildStepKind.GuardianAppointed, Leader(At(15)), ChildOutcome.GodMan, "Nils Ek");
        Assert.True(child.ChildTask.IsOpen);
        Assert.Equal(Rule.AChildTaskKeepsTheCaseOpen, Broken(() => child.Close("ASSISTANCE_COMPLETED", 0, Leader(At(15)))));

        Take(child, ChildStepKind.TracingDecided, Board(At(16)), ChildOutcome.Trace);

        Assert.Equal((ChildTaskState.Ended, ChildTaskEnd.Done), (child.ChildTask.State, child.ChildTask.EndedBecause));
        child.Close("ASSISTANCE_COMPLETED", 0, Leader(At(17)));
    }

    [Fact]
    public void A_child_that_turns_out_to_be_alone_when_all_seemed_done_has_its_task_again_until_somebody_represents_it()
    {
        var child = Reported(unaccompanied: "No");
        Take(child, ChildStepKind.Assessed, Board(At(5, 22, 30)), ChildOutcome.NoneNow);
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.NotOpened);
        Assert.False(child.ChildTask!.IsOpen);

        child.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Unaccompanied = "Yes" }, Leader(At(13)));

        Assert.True(child.ChildTask.IsOpen);
        Take(child, ChildStepKind.TracingDecided, Board(At(15)), ChildOutcome.Trace);
        Take(child, ChildStepKind.GuardianAppointed, Leader(At(15)), ChildOutcome.GodMan, "Nils Ek");
        Assert.Equal((ChildTaskState.Ended, ChildTaskEnd.Done), (child.ChildTask.State, child.ChildTask.EndedBecause));
    }

    [Fact]
    public void Whoever_reported_asks_also_when_everything_else_is_done_and_is_told()
    {
        var child = Reported(unaccompanied: "No");
        Take(child, ChildStepKind.Assessed, Board(At(5, 22, 30)), ChildOutcome.NoneNow);
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.NotOpened);
        Assert.False(child.ChildTask!.IsOpen);
        Assert.Equal(Rule.AConcernIsAboutAChild, Broken(() => Take(child, ChildStepKind.Heard, Leader(At(15)), ChildOutcome.Spoke)));
        Happened(child);

        Take(child, ChildStepKind.Asked, Leader(At(15)));

        Assert.True(child.ChildTask.IsOpen);
        Assert.Equal((WorkKind.InformReporter, Stockholm), Assert.Single(WorkOf(Happened(child))) is { } work ? (work.Kind, work.OrganisationId) : default);
        Take(child, ChildStepKind.Informed, Board(At(16)));
        Assert.Equal((ChildTaskState.Ended, ChildTaskEnd.Done), (child.ChildTask.State, child.ChildTask.EndedBecause));

        // A board that does not work here answers by telephone.
        Assert.Equal(Rule.AConcernIsAboutAChild, Broken(() => Take(Reported(unaccompanied: "No", works: false), ChildStepKind.Asked, Leader(At(15)))));
    }

    [Fact]
    public void It_does_not_end_before_the_reporter_who_asked_is_told()
    {
        var child = Reported(tellMe: true, unaccompanied: "No");
        Take(child, ChildStepKind.Assessed, Board(At(5, 22, 30)), ChildOutcome.NoneNow);
        Take(child, ChildStepKind.Decided, Board(At(12)), ChildOutcome.NotOpened);
        Assert.True(child.ChildTask!.IsOpen);

        Take(child, ChildStepKind.Informed, Board(At(12)));

        Assert.False(child.ChildTask.IsOpen);
    }

    [Fact]
    public void A_board_that_does_not_work_here_has_the_report_and_answers_for_the_rest_elsewhere()
    {
        Assert.False(Reported(unaccompanied: "No", works: false).ChildTask!.IsOpen);
        var alone = Reported(works: false);
        Assert.True(alone.ChildTask!.IsOpen);
        Take(alone, ChildStepKind.GuardianAppointed, Leader(At(15)), ChildOutcome.GodMan, "Nils Ek");
        Assert.False(alone.ChildTask.IsOpen);
    }

    [Theory]
    [InlineData("2026-06-05", "2026-06-19")]
    // A Monday in December: fourteen days, and neither a holiday nor a Sunday moves it.
    [InlineData("2026-11-23", "2026-12-07")]
    [InlineData("2026-12-12", "2026-12-26")]
    public void Fourteen_days_are_fourteen_days(string received, string by) => Assert.Equal(DateOnly.Parse(by, null), ChildTimes.DecideBy(DateOnly.Parse(received, null)));

    [Theory]
    [InlineData("2026-06-12", "2026-10-12")]
    [InlineData("2026-10-31", "2027-02-28")]
    [InlineData("2026-02-15", "2026-06-15")]
    public void Four_months_end_on_the_same_number_of_the_month(string opened, string by) => Assert.Equal(DateOnly.Parse(by, null), ChildTimes.FinishBy(DateOnly.Parse(opened, null)));

    [Theory]
    [InlineData("2026-06-12", "2026-06-05", "2026-06-19")]
    [InlineData("2026-06-12", "2026-06-18", "2026-06-22")]
    public void The_reporter_is_told_within_a_week_or_the_working_day_after_a_late_request(string decided, string asked, string by) =>
        Assert.Equal(DateOnly.Parse(by, null), ChildTimes.TellBy(DateOnly.Parse(decided, null), DateOnly.Parse(asked, null)));

    private static ConsentTerms Terms(Case child) => new()
    {
        Recipient = Agency, RecipientKind = OrganisationKind.Ngo, Purpose = Purposes.Referral, Groups = DataGroups.Of(DataGroup.Facts), DecidedOn = child.Facts.DetectedOn!.Value,
        Method = CodeLists.ConsentMethod.Items[0].Code, FullyInformed = true, Notes = new() { Guardian = "The uncle", ChildsOpinion = "Yes" },
    };

    private static void Consents(Case child) => child.GiveConsent(Terms(child), Leader(At(15)));
}
