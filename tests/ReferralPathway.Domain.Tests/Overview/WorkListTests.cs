using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using static ReferralPathway.Domain.Tests.Investigations.Some;

namespace ReferralPathway.Domain.Tests.Overview;

public sealed class WorkListTests
{
    private static readonly CaseId Id = CaseId.New(Monday);
    private static readonly ReferralId Referral = ReferralId.New(Monday);
    private static readonly InvestigationId Investigation = InvestigationId.New(Monday);

    [Fact]
    public void A_draft_is_finished_within_a_working_day_by_whoever_began_it()
    {
        var item = Opened(new CaseStarted(Id, SocialWorker()));

        Assert.Equal((WorkKind.FinishDraft, Umea, SocialWorker().By), (item.Kind, item.OrganisationId, item.UserId!.Value));
        Assert.Equal(EndOf(2026, 3, 17), item.DueAt);
        Assert.Contains(new WorkChange.Close(WorkKind.FinishDraft, Id.Value), WorkList.After(new CaseOpened(Id, false, false, SocialWorker())));
    }

    [Fact]
    public void A_safe_contact_holds_thirty_days_from_the_day_it_was_checked()
    {
        var item = Opened(new SafeContactRecorded(Id, new(2026, 3, 10), SocialWorker()));

        Assert.Equal((WorkKind.CheckSafeContact, EndOf(2026, 4, 9)), (item.Kind, item.DueAt));
    }

    [Fact]
    public void A_new_lead_checks_the_safe_contact_at_once()
    {
        var item = Opened(new LeadTransferred(Id, Umea, PoliceAuthority, Police()));

        Assert.Equal((WorkKind.CheckSafeContact, PoliceAuthority, EndOf(2026, 3, 17)), (item.Kind, item.OrganisationId, item.DueAt));
    }

    [Fact]
    public void An_assessment_is_reviewed_on_the_day_that_was_set()
    {
        var item = Opened(new Assessed(Id, Guid.Empty, new(2026, 3, 16), new(2026, 5, 4), SocialWorker()));

        Assert.Equal((WorkKind.ReviewAssessment, EndOf(2026, 5, 4)), (item.Kind, item.DueAt));
        Assert.Equal([new WorkChange.CloseForCase(WorkKind.ReviewAssessment, Id)], WorkList.After(new Assessed(Id, Guid.Empty, new(2026, 3, 16), null, SocialWorker())));
    }

    [Fact]
    public void Somebody_looks_into_the_right_to_stay_when_an_application_has_come_to_nothing()
    {
        var permit = PermitId.New(Monday);
        PermitEvent[] nothing =
        [
            new PermitRefused(Id, permit, PermitKind.ReflectionPeriod, PoliceAuthority, Umea, new(2026, 3, 16), null, Police()),
            new PermitWithdrawn(Id, permit, PermitKind.ReflectionPeriod, Umea, WasSubmitted: true, Police()),
        ];

        Assert.All(nothing, e => Assert.Equal((Umea, EndOf(2026, 3, 17)), Review(e)));
        Assert.Equal((Umea, EndOf(2026, 3, 17)), Review(new AsylumDecided(Id, permit.Value, AsylumState.Refused, new(2026, 3, 16), Umea, Police())));
        // As long as an appeal is open, or when nobody had applied, or when the answer was yes, there is nothing to look into.
        Assert.Null(Review(new PermitRefused(Id, permit, PermitKind.ReflectionPeriod, PoliceAuthority, Umea, new(2026, 3, 16), new(2026, 4, 7), Police())));
        Assert.Null(Review(new PermitWithdrawn(Id, permit, PermitKind.ReflectionPeriod, Umea, WasSubmitted: false, Police())));
        Assert.Null(Review(new AsylumDecided(Id, permit.Value, AsylumState.Granted, new(2026, 3, 16), Umea, Police())));

        static (OrganisationId, DateTimeOffset)? Review(CaseEvent e) =>
            WorkList.After(e).OfType<WorkChange.Open>().Select(o => o.Item).Where(i => i.Kind == WorkKind.ReviewLegalStatus).Select(i => ((OrganisationId, DateTimeOffset)?)(i.OrganisationId, i.DueAt)).SingleOrDefault();
    }

    [Fact]
    public void An_extension_that_nobody_decides_is_asked_about_after_five_working_days()
    {
        var (permit, extension) = (PermitId.New(Monday), Guid.CreateVersion7(Monday));
        var work = WorkList.After(new ExtensionSubmitted(Id, permit, PermitKind.ReflectionPeriod, extension, Umea, new(2026, 3, 16), Police())).OfType<WorkChange.Open>().Select(o => o.Item).ToList();

        Assert.Equal([(WorkKind.DecidePermit, Umea, EndOf(2026, 3, 23)), (WorkKind.ChasePermit, PoliceAuthority, EndOf(2026, 3, 23))], work.Select(i => (i.Kind, i.OrganisationId, i.DueAt)));
        Assert.Contains(new WorkChange.Close(WorkKind.ChasePermit, extension), WorkList.After(new ExtensionDecided(Id, permit, PermitKind.ReflectionPeriod, extension, ExtensionStatus.Refused, PoliceAuthority, Umea, new(2026, 3, 17), new(2026, 4, 1), Police())));
        Assert.Contains(new WorkChange.Close(WorkKind.ChasePermit, extension), WorkList.After(new ExtensionWithdrawn(Id, permit, PermitKind.ReflectionPeriod, extension, Police())));
    }

    [Fact]
    public void A_referral_is_the_recipients_turn_and_the_sender_waits()
    {
        var answerBy = AnswerClock.AnswerBy(Urgency.Urgent, Monday);
        var item = Opened(new ReferralSent(Id, Referral, PoliceAuthority, ReferralKind.Service, Urgency.Urgent, answerBy, SocialWorker()));

        Assert.Equal((WorkKind.AnswerReferral, PoliceAuthority, Umea), (item.Kind, item.OrganisationId, item.WatcherId!.Value));
        Assert.Equal((answerBy, Monday.AddHours(12)), (item.DueAt, item.RemindAt!.Value));
    }

    [Fact]
    public void Every_answer_ends_the_waiting_and_a_no_begins_a_new_search()
    {
        var closed = new WorkChange.Close(WorkKind.AnswerReferral, Referral.Value);
        var declined = new ReferralDeclined(Id, Referral, Umea, SocialWorker().By, "NO_CAPACITY", Police());

        Assert.Contains(closed, WorkList.After(new ReferralAccepted(Id, Referral, Umea, Police().By, Police())));
        Assert.Contains(closed, WorkList.After(new ReferralWithdrawn(Id, Referral, PoliceAuthority, false, SocialWorker())));
        Assert.Contains(closed, WorkList.After(declined));
        var search = Opened(declined);
        Assert.Equal((WorkKind.FindAnotherProvider, Umea, SocialWorker().By), (search.Kind, search.OrganisationId, search.UserId!.Value));
        Assert.Contains(new WorkChange.CloseForCase(WorkKind.FindAnotherProvider, Id), WorkList.After(new ReferralSent(Id, Referral, PoliceAuthority, ReferralKind.Service, Urgency.Normal, Monday, SocialWorker())));
    }

    [Fact]
    public void An_initiated_investigation_owes_information_and_counsel()
    {
        var items = WorkList.After(new InvestigationInitiated(Id, Investigation, LeaderKind.Police, new(2026, 3, 16), Police())).OfType<WorkChange.Open>().Select(o => o.Item).ToList();

        Assert.Equal([WorkKind.InformOfPermits, WorkKind.RequestCounsel], items.Select(i => i.Kind));
        Assert.All(items, i => Assert.Equal((Police().By, EndOf(2026, 3, 19)), (i.UserId!.Value, i.DueAt)));
        Assert.Equal([new WorkChange.Close(WorkKind.InformOfPermits, Investigation.Value)], WorkList.After(new PersonInformedOfPermits(Id, Investigation, new(2026, 3, 16), Police())));
        Assert.Equal([new WorkChange.Close(WorkKind.RequestCounsel, Investigation.Value)], WorkList.After(new CounselRecorded(Id, Investigation, false, Police())));
    }

    [Fact]
    public void The_next_leader_owes_what_the_last_has_not_done()
    {
        var items = WorkList.After(new InvestigationLeaderChanged(Id, Investigation, LeaderKind.Prosecutor, ProsecutionAuthority, new(2026, 3, 16), Informed: true, CounselRequested: false, Police()))
            .OfType<WorkChange.Open>().Select(o => o.Item).ToList();

        Assert.Equal([WorkKind.TakeOn, WorkKind.RequestCounsel], items.Select(i => i.Kind));
        Assert.All(items, i => Assert.Equal(ProsecutionAuthority, i.OrganisationId));
        Assert.Empty(WorkList.After(new InvestigationLeaderChanged(Id, Investigation, LeaderKind.Police, PoliceAuthority, new(2026, 3, 16), false, false, Police())));
    }

    [Fact]
    public void A_report_that_reaches_the_police_here_is_taken_on_by_somebody_there()
    {
        var item = Opened(new InvestigationReported(Id, Investigation, new(2026, 3, 16), PoliceAuthority, SocialWorker()));

        Assert.Equal((WorkKind.TakeOn, PoliceAuthority, Umea), (item.Kind, item.OrganisationId, item.WatcherId!.Value));
        Assert.Empty(WorkList.After(new InvestigationReported(Id, Investigation, new(2026, 3, 16), null, SocialWorker())));
        Assert.Empty(WorkList.After(new InvestigationReported(Id, Investigation, new(2026, 3, 16), PoliceAuthority, Police())));
        Assert.Equal([new WorkChange.CloseForCase(WorkKind.TakeOn, Id)], WorkList.After(new TakenOn(Id, Police())));
    }

    [Fact]
    public void A_broken_glass_and_an_emergency_are_reviewed_by_managers()
    {
        var glass = Opened(new GlassBroken(Id, Guid.CreateVersion7(), SocialWorker()));
        var emergency = Opened(new Domain.Consents.LegalGroundRecorded(Id, LegalGroundId.New(Monday), PoliceAuthority, "EMERGENCY", SocialWorker()));

        Assert.Equal((WorkKind.ReviewBreakGlass, true, EndOf(2026, 3, 17)), (glass.Kind, glass.ManagersOnly, glass.DueAt));
        Assert.Equal((WorkKind.ReviewEmergency, true, Monday.AddHours(24)), (emergency.Kind, emergency.ManagersOnly, emergency.DueAt));
    }

    [Fact]
    public void The_end_of_a_case_ends_what_was_still_to_be_done_in_it() =>
        Assert.Equal(
            [new WorkChange.CloseForCase(WorkKind.CheckSafeContact, Id), new WorkChange.CloseForCase(WorkKind.ReviewAssessment, Id), new WorkChange.CloseForCase(WorkKind.FindAnotherProvider, Id), new WorkChange.CloseForCase(WorkKind.ReviewPlan, Id), new WorkChange.CloseForCase(WorkKind.ReviewIntegration, Id),
                new WorkChange.CloseForCase(WorkKind.AskAboutContact, Id), new WorkChange.CloseForCase(WorkKind.WriteReturn, Id), new WorkChange.CloseForCase(WorkKind.CompleteReturn, Id), new WorkChange.CloseForCase(WorkKind.DecideReturn, Id)],
            WorkList.After(new CaseClosed(Id, "LOST_CONTACT", SocialWorker())));

    [Fact]
    public void The_lead_is_told_of_the_identification_and_the_police_of_a_report()
    {
        Assert.Equal((NoticeKind.FormallyIdentified, Umea), Told(new FormallyIdentified(Id, new(2026, 3, 16), Umea, Police())));
        Assert.Equal((NoticeKind.PoliceReportArrived, PoliceAuthority), Told(new InvestigationReported(Id, Investigation, new(2026, 3, 16), PoliceAuthority, SocialWorker())));
        Assert.Equal((NoticeKind.InvestigationHandedOver, ProsecutionAuthority), Told(new InvestigationLeaderChanged(Id, Investigation, LeaderKind.Prosecutor, ProsecutionAuthority, new(2026, 3, 16), false, false, Police())));
        Assert.Empty(Notices.After(new FormallyIdentified(Id, new(2026, 3, 16), PoliceAuthority, Police())));
    }

    [Fact]
    public void What_is_due_when_a_day_ends_is_due_on_that_day()
    {
        var line = new WorkLine(Guid.Empty, WorkKind.CheckSafeContact, Id, Id.Value, EndOf(2026, 3, 16), Monday, false, false, null, null, null, null, null, null);
        var hour = line with { DueAt = new(2026, 3, 16, 14, 40, 0, TimeSpan.Zero) };

        Assert.Equal((new DateOnly(2026, 3, 16), true), (line.DueOn, line.IsDueByDay));
        Assert.Equal((new DateOnly(2026, 3, 16), false), (hour.DueOn, hour.IsDueByDay));
    }

    [Fact]
    public void Unanswered_referrals_are_among_the_things_of_today_and_young_drafts_are_not_among_those_of_the_week()
    {
        WorkLine Line(WorkKind kind, int day, bool waits = false, bool escalated = false) => new(Guid.CreateVersion7(), kind, Id, Id.Value, EndOf(2026, 3, day), Monday, waits, escalated, null, null, null, null, null, null);
        var desk = new Desk
        {
            Turn = [Line(WorkKind.CheckSafeContact, 12), Line(WorkKind.AnswerReferral, 16), Line(WorkKind.FinishDraft, 17), Line(WorkKind.ReviewAssessment, 18)],
            Waiting = [Line(WorkKind.AnswerReferral, 13, waits: true, escalated: true), Line(WorkKind.AnswerReferral, 19, waits: true)],
        };
        var today = new DateOnly(2026, 3, 16);

        Assert.Equal([12, 13, 16], desk.Today(today).Select(l => l.DueOn.Day));
        Assert.Equal([18], desk.Week(today).Select(l => l.DueOn.Day));
        Assert.Equal([19], desk.WaitingStill.Select(l => l.DueOn.Day));
    }

    private static WorkItem Opened(CaseEvent happened) => Assert.Single(WorkList.After(happened).OfType<WorkChange.Open>()).Item;

    private static (NoticeKind, OrganisationId) Told(CaseEvent happened)
    {
        var notice = Assert.Single(Notices.After(happened));
        return (notice.Kind, notice.OrganisationId);
    }

    private static DateTimeOffset EndOf(int year, int month, int day) => SwedishCalendar.StartOf(new DateOnly(year, month, day).AddDays(1));
}
