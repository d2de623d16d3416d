using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Returns;

/// <summary>
/// An application for voluntary return (R1–R13), from the first talk with a regional coordinator to the end of the contact afterwards. A professional writes part A, the coordinator
/// part B and the decision, IOM does the rest. No condition speaks of an investigation, of cooperation, or of the right to stay (S1-35).
/// </summary>
public sealed class ReturnApplication : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<ReturnPaper> _papers = [];
    private readonly List<ReturnStep> _steps = [];
    private readonly List<ReturnHealth> _health = [];
    private readonly List<PickUp> _pickUps = [];
    private readonly List<ContactPoint> _points = [];

    private ReturnApplication() { }

    internal ReturnApplication(CaseId caseId, OrganisationId lead, string nationality, PersonId writer, Act act)
    {
        Lead = lead;
        Id = ReturnId.New(act.At);
        CaseId = caseId;
        Author = act.For;
        Writer = act.By;
        DraftedAt = act.At;
        Status = ReturnStatus.Draft;
        Writers = [writer.Value];
        Put(PaperKind.PartA, new() { PartA = new() { Nationality = nationality } }, act.Day, null, act);
        Step(null, act.Day, null, null, act);
    }

    public ReturnId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Whoever leads the case while somebody acts on it. It is told, and not kept here.</summary>
    internal OrganisationId Lead { get; set; }

    public ReturnStatus Status { get; private set; }

    /// <summary>The organisation that writes part A.</summary>
    public OrganisationId Author { get; private set; }

    public UserId Writer { get; private set; }

    /// <summary>The staff persons who wrote in part A, whatever account they used: none of them decides (G-RET-4).</summary>
    public IReadOnlyList<Guid> Writers { get; private set; } = [];

    /// <summary>The regional coordinator who was contacted first, completes the application and decides.</summary>
    public OrganisationId? Coordinator { get; private set; }

    public DateOnly? FirstContactOn { get; private set; }

    /// <summary>IOM, to whom it goes when it is approved.</summary>
    public OrganisationId? Iom { get; private set; }

    /// <summary>The day of the journey, as planned, and then as made.</summary>
    public DateOnly? TravelOn { get; private set; }

    public DateTimeOffset? DepartedAt { get; private set; }

    /// <summary>Name of the time zone in which the departure was, as IANA writes it.</summary>
    public string? DepartureZone { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    public string? ArrivalZone { get; private set; }

    /// <summary>The day of arrival there; from it the months are counted.</summary>
    public DateOnly? MonitoringStart { get; private set; }

    public DateOnly? MonitoringEarliestEnd { get; private set; }

    /// <summary>Whether support to reintegration is planned and not yet delivered: until it is, IOM keeps its part.</summary>
    public bool SupportIsOpen { get; private set; }

    /// <summary>Where in the world the country of destination is, for statistics: the country itself is sealed.</summary>
    public WorldRegion? Destination { get; private set; }

    /// <summary>How the support to reintegration is given, for statistics: by its pieces, and while there are none as the journey plans it. The rest is sealed.</summary>
    public ReintegrationKind? Reintegration { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<ReturnPaper> Papers => _papers;

    public IReadOnlyList<ReturnStep> Steps => _steps;

    public IReadOnlyList<ReturnHealth> Health => _health;

    public IReadOnlyList<PickUp> PickUps => _pickUps;

    public IReadOnlyList<ContactPoint> Points => _points;

    /// <summary>Whether another one cannot be begun beside it.</summary>
    public bool IsUnderWay => Status is not (ReturnStatus.RejectedByCoordinator or ReturnStatus.IomNotPossible or ReturnStatus.MonitoringEnded or ReturnStatus.Withdrawn);

    /// <summary>Whether it keeps the case open (C6).</summary>
    public bool KeepsCaseOpen => Status is ReturnStatus.ApprovedByCoordinator or ReturnStatus.SentToIom or ReturnStatus.IomProcessing or ReturnStatus.IomAccepted or ReturnStatus.PreDeparture
        or ReturnStatus.Travelled or ReturnStatus.Monitoring || SupportIsOpen;

    public bool HasTravelled => ArrivedAt is not null;

    private bool IsWithIom => Status is ReturnStatus.SentToIom or ReturnStatus.IomProcessing or ReturnStatus.IomAccepted or ReturnStatus.PreDeparture;

    private bool RestsOnConsent => Status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete or ReturnStatus.ApprovedByCoordinator || IsWithIom;

    private bool AuthorWrites => Status is ReturnStatus.Draft or ReturnStatus.CoordinatorContacted or ReturnStatus.ReturnedForChanges;

    internal ReturnContent? Latest(PaperKind kind) => _papers.Where(p => p.Kind == kind).MaxBy(p => p.Number)?.Content?.Value;

    /// <summary>The first talk with a regional coordinator (R2, G-RET-1).</summary>
    internal void Contact(OrganisationId coordinator, DateOnly on, Act act)
    {
        ByAuthor(act);
        In(ReturnStatus.Draft, ReturnStatus.CoordinatorContacted);
        NotInTheFuture(on, act);
        Coordinator = coordinator;
        FirstContactOn = on;
        Move(ReturnStatus.CoordinatorContacted, on, null, null, act);
    }

    internal void Write(PartA part, PersonId writer, Act act)
    {
        ByAuthor(act);
        if (!AuthorWrites) throw new RuleBrokenException(Rule.AReturnFollowsItsStates, ("status", Status));
        if (part.TravelFrom < act.Day || part.TravelTo < (part.TravelFrom ?? act.Day)) throw new RuleBrokenException(Rule.TheTravelWindowLiesAhead, ("earliest", act.Day));
        Wrote(writer);
        Destination = Countries.Find(part.Country)?.WorldRegion;
        Put(PaperKind.PartA, new() { PartA = part }, act.Day, null, act);
        Record(new ReturnWritten(CaseId, Id, PaperKind.PartA, act));
    }

    /// <summary>Travel-relevant health: by the author in part A, by IOM in its assessment.</summary>
    internal void WriteHealth(string details, PersonId writer, Act act)
    {
        ByAuthor(act);
        if (!AuthorWrites) throw new RuleBrokenException(Rule.AReturnFollowsItsStates, ("status", Status));
        Wrote(writer);
        _health.Add(new(this, Revision + 1, details, act));
        Record(new ReturnWritten(CaseId, Id, PaperKind.Health, act));
    }

    internal void Plan(SupportPlan plan, Act act)
    {
        if (act.For != Author && act.For != Coordinator) throw new RuleBrokenException(Rule.AReturnIsItsAuthors);
        if (!AuthorWrites && Status is not (ReturnStatus.PartAComplete or ReturnStatus.PartBComplete)) throw new RuleBrokenException(Rule.AReturnFollowsItsStates, ("status", Status));
        NotInTheFuture(plan.InDialogueOn, act);
        Put(PaperKind.SupportPlan, new() { Plan = plan }, plan.InDialogueOn, null, act);
        Record(new ReturnWritten(CaseId, Id, PaperKind.SupportPlan, act));
    }

    /// <summary>Part A is handed to the coordinator (R3).</summary>
    /// <param name="unasked">Of what comes afterwards, what the person has not been asked.</param>
    internal void Complete(OrganisationId iom, IReadOnlyList<string> unasked, Act act)
    {
        ByAuthor(act);
        if (Coordinator is null) throw new RuleBrokenException(Rule.TheCoordinatorIsContactedFirst);
        In(ReturnStatus.CoordinatorContacted, ReturnStatus.ReturnedForChanges);
        var part = Latest(PaperKind.PartA)!.PartA!;
        var missing = part.Missing;
        if (missing.Contains(PartASection.Declaration)) throw new RuleBrokenException(Rule.AReturnIsVoluntary);
        if (missing.Count > 0) throw new RuleBrokenException(Rule.PartAIsComplete, ("count", missing.Count));
        // It lay ahead when it was written, which may be long ago.
        if (part.TravelFrom < act.Day) throw new RuleBrokenException(Rule.TheTravelWindowLiesAhead, ("earliest", act.Day));
        if (unasked.Count > 0) throw new RuleBrokenException(Rule.ThePersonIsAskedWhatIsWantedAfterwards, ("purpose", unasked[0]));
        Iom = iom;
        Move(ReturnStatus.PartAComplete, act.Day, null, null, act);
    }

    internal void Assess(PartB part, Act act)
    {
        ByCoordinator(act);
        In(ReturnStatus.PartAComplete, ReturnStatus.PartBComplete);
        if (part.Components.Count == 0 || string.IsNullOrWhiteSpace(part.TargetGroup) || string.IsNullOrWhiteSpace(part.SafetyCheck) || string.IsNullOrWhiteSpace(part.InformationGiven))
            throw new RuleBrokenException(Rule.PartBIsComplete);
        Put(PaperKind.PartB, new() { PartB = part }, act.Day, null, act);
        Record(new ReturnWritten(CaseId, Id, PaperKind.PartB, act));
        if (Status == ReturnStatus.PartAComplete) Move(ReturnStatus.PartBComplete, act.Day, null, null, act);
    }

    /// <param name="ofChild">Both countries must have found the return best for a child (G-RET-6).</param>
    internal void Approve(PersonId decider, bool ofChild, Act act)
    {
        Decides(decider, act);
        In(ReturnStatus.PartBComplete);
        if (_papers.All(p => p.Kind != PaperKind.SupportPlan)) throw new RuleBrokenException(Rule.ASupportPlanComesFirst);
        var part = Latest(PaperKind.PartB)!.PartB!;
        if (ofChild && (string.IsNullOrWhiteSpace(part.BestInterestsInSweden) || string.IsNullOrWhiteSpace(part.BestInterestsAbroad)))
            throw new RuleBrokenException(Rule.TwoCountriesFindTheReturnBestForTheChild);
        Move(ReturnStatus.ApprovedByCoordinator, act.Day, null, null, act);
    }

    /// <summary>R6: it goes back to the author, or no further.</summary>
    internal void Decline(bool mayChange, string because, string reason, PersonId decider, Act act)
    {
        Decides(decider, act);
        In(ReturnStatus.PartAComplete, ReturnStatus.PartBComplete);
        if (!DeclineReasons.Contains(because)) throw new RuleBrokenException(Rule.CodesAreListed);
        Explained(reason);
        Move(mayChange ? ReturnStatus.ReturnedForChanges : ReturnStatus.RejectedByCoordinator, act.Day, because, reason, act);
    }

    public static IReadOnlyList<string> DeclineReasons { get; } = ["INCOMPLETE", "NOT_TARGET_GROUP", "NOT_VOLUNTARY", "NOT_SAFE", "CHILD_NOT_BEST", "OTHER"];

    internal void Send(Act act)
    {
        ByCoordinator(act);
        In(ReturnStatus.ApprovedByCoordinator);
        Move(ReturnStatus.SentToIom, act.Day, null, null, act);
    }

    internal void Begin(DateOnly on, Act act)
    {
        ByIom(act);
        In(ReturnStatus.SentToIom);
        NotInTheFuture(on, act);
        Move(ReturnStatus.IomProcessing, on, null, null, act);
    }

    internal void Assess(PaperKind kind, AssessmentResult result, DateOnly on, string note, Act act)
    {
        ByIom(act);
        In(ReturnStatus.IomProcessing);
        NotInTheFuture(on, act);
        if (kind is not (PaperKind.Risk or PaperKind.Needs or PaperKind.Health)) throw new RuleBrokenException(Rule.CodesAreListed);
        // What was found of the health stands among what is known of the health, and nowhere else.
        if (kind == PaperKind.Health) _health.Add(new(this, Revision + 1, note, act));
        Put(kind, kind == PaperKind.Health ? null : new() { Note = note }, on, result.ToString(), act);
        Record(new ReturnWritten(CaseId, Id, kind, act));
    }

    internal void Accept(Act act)
    {
        ByIom(act);
        In(ReturnStatus.IomProcessing);
        var missing = new[] { PaperKind.Risk, PaperKind.Needs, PaperKind.Health }.Count(kind => !_papers.Any(p => p.Kind == kind && p.Code is not null));
        if (missing > 0) throw new RuleBrokenException(Rule.ThreeAssessmentsComeFirst, ("count", missing));
        Move(ReturnStatus.IomAccepted, act.Day, null, null, act);
    }

    internal void IsNotPossible(string reason, Act act)
    {
        ByIom(act);
        In(ReturnStatus.IomProcessing);
        Explained(reason);
        Move(ReturnStatus.IomNotPossible, act.Day, null, reason, act);
    }

    /// <summary>The journey is arranged, and may be arranged anew until it is made (R9).</summary>
    internal void Arrange(Journey journey, Act act)
    {
        ByIom(act);
        In(ReturnStatus.IomAccepted, ReturnStatus.PreDeparture);
        if (!journey.HasTravelDocument || journey.On < act.Day) throw new RuleBrokenException(Rule.AJourneyIsPlannedAhead, ("earliest", act.Day));
        Put(PaperKind.Journey, new() { Journey = journey }, journey.On, null, act);
        TravelOn = journey.On;
        if (Support.Count == 0) Reintegration = journey.Reintegration;
        Move(ReturnStatus.PreDeparture, act.Day, null, null, act);
    }

    /// <summary>The pieces of support as they stand.</summary>
    internal IReadOnlyList<ReintegrationItem> Support => Latest(PaperKind.Reintegration)?.Reintegration ?? [];

    /// <summary>A piece of support to reintegration is planned, or planned anew while it is not delivered. The person need not be in touch for it to be given.</summary>
    internal void PlanSupport(ReintegrationItem item, Act act)
    {
        ByIom(act);
        InSupport();
        if (item.Form == SupportForm.Cash ? item.Amount is not (> 0 and <= ReintegrationItem.Most) || !ReintegrationItem.Currencies.Contains(item.Currency) : string.IsNullOrWhiteSpace(item.What))
            throw new RuleBrokenException(Rule.SupportSaysWhatIsGiven);
        if (Support.FirstOrDefault(s => s.Id == item.Id) is { Outcome: not null }) throw new RuleBrokenException(Rule.SupportIsSettledOnce);
        var others = Support.Where(s => s.Id != item.Id);
        PutSupport([.. others, item with { Outcome = null, SettledOn = null, Why = null }], act);
        Record(new SupportPlanned(CaseId, Id, item.Id, Iom!.Value, item.Form, item.PlannedOn, act));
    }

    /// <summary>A piece of support was delivered, or will not be, and why.</summary>
    internal void SettleSupport(Guid id, SupportOutcome outcome, DateOnly on, string? why, Act act)
    {
        ByIom(act);
        InSupport();
        NotInTheFuture(on, act);
        var item = Support.Single(s => s.Id == id);
        if (item.Outcome is not null) throw new RuleBrokenException(Rule.SupportIsSettledOnce);
        if (outcome == SupportOutcome.NotDelivered) Explained(why);
        PutSupport([.. Support.Select(s => s.Id == id ? s with { Outcome = outcome, SettledOn = on, Why = why } : s)], act);
        Record(new SupportSettled(CaseId, Id, id, item.Form, outcome, on, act));
    }

    private void PutSupport(IReadOnlyList<ReintegrationItem> items, Act act)
    {
        Put(PaperKind.Reintegration, new() { Reintegration = items }, act.Day, null, act);
        SupportIsOpen = items.Any(s => s.Outcome is null);
        Reintegration = items.Select(s => s.Form).Distinct().Count() > 1 ? ReintegrationKind.Both : items[0].Form == SupportForm.Cash ? ReintegrationKind.Cash : ReintegrationKind.InKind;
    }

    private void InSupport()
    {
        if (!(Status is ReturnStatus.IomAccepted or ReturnStatus.PreDeparture or ReturnStatus.Travelled or ReturnStatus.Monitoring || Status == ReturnStatus.MonitoringEnded && SupportIsOpen))
            throw new RuleBrokenException(Rule.AReturnFollowsItsStates, ("status", Status));
    }

    /// <summary>Whoever knows where the person is says where to fetch them: for the day of travel alone.</summary>
    internal PickUp Release(DateOnly on, string address, Act act)
    {
        In(ReturnStatus.PreDeparture);
        if (on != TravelOn || on < act.Day || string.IsNullOrWhiteSpace(address)) throw new RuleBrokenException(Rule.APickUpIsForTheDayOfTravel, ("on", TravelOn!.Value));
        var released = new PickUp(this, on, address, act);
        _pickUps.Add(released);
        Record(new PickUpReleased(CaseId, Id, released.Id, on, act));
        return released;
    }

    /// <summary>The person has travelled (R10); what follows depends on what the person wants (R11, R11b).</summary>
    internal void Travel(LocalTime departed, LocalTime arrived, bool wantsContact, Act act)
    {
        ByIom(act);
        In(ReturnStatus.PreDeparture);
        var (from, to) = (departed.Instant, arrived.Instant);
        if (to < from) throw new RuleBrokenException(Rule.ArrivalFollowsDeparture);
        if (to > act.At) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        (DepartedAt, DepartureZone, ArrivedAt, ArrivalZone) = (from, departed.Zone, to, arrived.Zone);
        TravelOn = departed.Day;
        Move(ReturnStatus.Travelled, arrived.Day, null, null, act);
        MonitoringStart = arrived.Day;
        if (!wantsContact)
        {
            Move(ReturnStatus.MonitoringEnded, arrived.Day, nameof(MonitoringEnd.NotWanted), null, act);
            return;
        }
        MonitoringEarliestEnd = ReturnTimes.EarliestEnd(arrived.Day);
        _points.AddRange(ReturnTimes.ContactMonths.Select(month => new ContactPoint(this, month, act)));
        Move(ReturnStatus.Monitoring, arrived.Day, null, null, act);
        Record(new MonitoringPlanned(CaseId, Id, Iom!.Value, [.. _points], MonitoringEarliestEnd.Value, act));
    }

    internal void Spoke(DateOnly on, bool reached, ReturneeContact contact, Act act)
    {
        ByIom(act);
        In(ReturnStatus.Monitoring);
        NotInTheFuture(on, act);
        if (on < MonitoringStart) throw new RuleBrokenException(Rule.ArrivalFollowsDeparture);
        Put(PaperKind.Contact, new() { Contact = contact }, on, reached ? Reached : NotReached, act);
        var answered = reached ? _points.Where(p => p.AnsweredOn is null && ReturnTimes.Answers(on, p.DueOn)).ToList() : [];
        foreach (var point in answered) point.Answer(on);
        Record(new ReturneeContacted(CaseId, Id, on, reached, [.. answered.Select(p => p.Id)], act));
    }

    public const string Reached = "Reached";
    public const string NotReached = "NotReached";

    /// <summary>The contact ends (R12).</summary>
    internal void EndMonitoring(MonitoringEnd because, string? reason, Act act)
    {
        ByIom(act);
        In(ReturnStatus.Monitoring);
        if (because == MonitoringEnd.PeriodCompleted && act.Day < MonitoringEarliestEnd) throw new RuleBrokenException(Rule.ContactLastsSixMonths, ("earliest", MonitoringEarliestEnd.Value));
        if (because == MonitoringEnd.LostContact && FailedAttempts < 3) throw new RuleBrokenException(Rule.LostContactFollowsThreeAttempts, ("count", FailedAttempts));
        if (because == MonitoringEnd.Other) Explained(reason);
        Move(ReturnStatus.MonitoringEnded, act.Day, because.ToString(), reason, act);
    }

    /// <summary>How often in a row nobody was reached.</summary>
    public int FailedAttempts => _papers.Where(p => p.Kind == PaperKind.Contact).OrderByDescending(p => p.Number).TakeWhile(p => p.Code == NotReached).Count();

    /// <summary>The person does not want it any longer, up to the airport; nobody asks why (R13).</summary>
    internal void Withdraw(string? because, Act act)
    {
        if (!IsUnderWay || HasTravelled) throw new RuleBrokenException(Rule.AReturnIsCalledOffBeforeTheJourney);
        SupportIsOpen = false;
        Move(ReturnStatus.Withdrawn, act.Day, because, null, act);
    }

    /// <summary>A consent on which it rests has ended: before the journey it goes no further, afterwards the contact or the support ends.</summary>
    internal void ConsentEnded(OrganisationId recipient, bool forReturn, bool forAbroad, bool forMonitoring, bool withdrawn, Act act)
    {
        if (RestsOnConsent && (forReturn && (recipient == Iom || recipient == Coordinator) || forAbroad && recipient == Iom)) Withdraw("CONSENT_ENDED", act);
        else if (Status == ReturnStatus.Monitoring && forMonitoring && recipient == Iom)
            Move(ReturnStatus.MonitoringEnded, act.Day, (withdrawn ? MonitoringEnd.ReturneeUnwilling : MonitoringEnd.Other).ToString(), null, act);
        if (HasTravelled && SupportIsOpen && recipient == Iom && (forReturn || forAbroad))
        {
            SupportIsOpen = false;
            Record(new SupportEnded(CaseId, Id, act));
        }
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void Wrote(PersonId writer)
    {
        if (!Writers.Contains(writer.Value)) Writers = [.. Writers, writer.Value];
    }

    private void ByAuthor(Act act)
    {
        if (act.For != Author) throw new RuleBrokenException(Rule.AReturnIsItsAuthors);
    }

    private void ByCoordinator(Act act)
    {
        if (act.As != Role.RegionalCoordinator || act.For != Coordinator) throw new RuleBrokenException(Rule.OnlyTheCoordinatorDecides);
    }

    private void Decides(PersonId decider, Act act)
    {
        ByCoordinator(act);
        if (Writers.Contains(decider.Value)) throw new RuleBrokenException(Rule.WhoeverWrotePartADoesNotDecide);
    }

    private void ByIom(Act act)
    {
        if (act.As != Role.IomCaseworker || act.For != Iom) throw new RuleBrokenException(Rule.OnlyIomCarriesOutAReturn);
    }

    private void In(params ReadOnlySpan<ReturnStatus> from)
    {
        if (!from.Contains(Status)) throw new RuleBrokenException(Rule.AReturnFollowsItsStates, ("status", Status));
    }

    private static void Explained(string? reason)
    {
        if (reason is null || reason.Trim().Length < 10) throw new RuleBrokenException(Rule.AReturnDecisionIsExplained, ("least", 10));
    }

    private static void NotInTheFuture(DateOnly day, Act act)
    {
        if (day > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
    }

    private void Put(PaperKind kind, ReturnContent? content, DateOnly on, string? code, Act act) => _papers.Add(new(this, Revision + 1, kind, content, on, code, act));

    private void Move(ReturnStatus to, DateOnly on, string? because, string? reason, Act act)
    {
        var from = Status;
        Status = to;
        Step(from, on, because, reason, act);
    }

    private void Step(ReturnStatus? from, DateOnly on, string? because, string? reason, Act act)
    {
        Record(new ReturnMoved(CaseId, Id, from, Status, new(Lead, Author, Writer, Coordinator, Iom), on, TravelOn, [.. _points.Where(p => p.AnsweredOn is null).Select(p => p.Id)], act));
        _steps.Add(new(this, on, because, reason, act));
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What a clock on a wall shows, and where: a journey is told in the times of its places.</summary>
/// <param name="Zone">As IANA writes it: Europe/Bucharest.</param>
public readonly record struct LocalTime(DateOnly Day, TimeOnly Time, string Zone)
{
    /// <exception cref="RuleBrokenException"><see cref="Rule.CodesAreListed"/>: there is no such time zone.</exception>
    public DateTimeOffset Instant
    {
        get
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone)) throw new RuleBrokenException(Rule.CodesAreListed);
            var local = Day.ToDateTime(Time);
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }
}
