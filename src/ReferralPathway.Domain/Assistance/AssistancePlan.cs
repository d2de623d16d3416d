using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Assistance;

/// <summary>
/// A plan of assistance (L1–L6): what one organisation, alone or with others, does for a person, service by service. There may be several in a case, each its owner's.
/// It is drafted, put to the person, agreed to, carried out, and gone through again every thirty days.
/// </summary>
public sealed class AssistancePlan : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<PlanItem> _items = [];
    private readonly List<PlanAnswer> _answers = [];
    private readonly List<PlanStep> _steps = [];
    private readonly List<PlanSummary> _summaries = [];
    private readonly List<PlanCost> _costs = [];

    private AssistancePlan() { }

    internal AssistancePlan(CaseId caseId, PlanTerms terms, Act act)
    {
        Id = PlanId.New(act.At);
        CaseId = caseId;
        Owner = act.For;
        Status = PlanStatus.Draft;
        DraftedAt = act.At;
        Take(terms, act);
        Record(new PlanDrafted(CaseId, Id, act));
    }

    public PlanId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The organisation that answers for it: municipality, NGO, regional coordinator or Migration Agency.</summary>
    public OrganisationId Owner { get; private set; }

    public UserId Responsible { get; private set; }

    public PlanStatus Status { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>The day that was set for the next review.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>The day on which it was last gone through, or began.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    public Sealed<string>? Goals { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<PlanItem> Items => _items;

    public IReadOnlyList<PlanAnswer> Answers => _answers;

    public IReadOnlyList<PlanStep> Steps => _steps;

    public IReadOnlyList<PlanSummary> Summaries => _summaries;

    public IReadOnlyList<PlanCost> Costs => _costs;

    public bool IsOver => Status is PlanStatus.Completed or PlanStatus.Discontinued;

    internal void Rewrite(PlanTerms terms, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.Draft);
        Take(terms, act);
        Record(new PlanDrafted(CaseId, Id, act));
    }

    /// <param name="mayTrace">The person is a child without a guardian here, or may be one.</param>
    internal PlanItem AddItem(PlanItemTerms terms, bool mayTrace, Act act, bool ownerLeft)
    {
        Writes(terms, mayTrace, act, ownerLeft);
        var item = new PlanItem(this, terms, act);
        _items.Add(item);
        Cost(item, terms, act);
        Record(new PlanItemWritten(CaseId, Id, item.Id, item.Service, act));
        return item;
    }

    internal void RewriteItem(Guid id, PlanItemTerms terms, bool mayTrace, Act act, bool ownerLeft)
    {
        Writes(terms, mayTrace, act, ownerLeft);
        var item = Item(id);
        if (item.Status != ItemStatus.Planned) throw new RuleBrokenException(Rule.AServiceFollowsItsStates, ("status", item.Status));
        item.Rewrite(terms);
        Cost(item, terms, act);
        Record(new PlanItemWritten(CaseId, Id, item.Id, item.Service, act));
    }

    /// <summary>Puts the draft to the person (L1).</summary>
    internal void Propose(string? legalStatus, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.Draft);
        var planned = _items.Where(i => !i.IsSettled).ToList();
        if (planned.Count == 0) throw new RuleBrokenException(Rule.APlanHasServices);
        if (act.As == Role.RegionalCoordinator && planned.All(i => i.Service != "RETURN")) throw new RuleBrokenException(Rule.ACoordinatorPlansAReturn);
        if (act.As == Role.MigrationOfficer && legalStatus != "ASYLUM") throw new RuleBrokenException(Rule.TheAgencyPlansForAsylumSeekers);
        Move(PlanStatus.Proposed, act.Day, null, act);
        Record(new PlanProposed(CaseId, Id, act));
    }

    /// <summary>What the person says (L2). A no makes it a draft again, with the reason beside it.</summary>
    /// <param name="child">The person is a child, or may be one.</param>
    internal void Answer(PersonsAnswer answer, bool child, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.Proposed);
        answer.MustBeComplete(child, act);
        _answers.Add(new(this, answer, act));
        Move(answer.Agrees ? PlanStatus.Agreed : PlanStatus.Draft, answer.On, null, act);
        Record(new PlanAnswered(CaseId, Id, answer.Agrees, answer.On, act));
    }

    /// <summary>It is carried out from now on (L3).</summary>
    internal void Activate(Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.Agreed);
        if (!_items.Any(i => i.Status is ItemStatus.Approved or ItemStatus.Ongoing)) throw new RuleBrokenException(Rule.SomethingIsUnderWay);
        ReviewedOn = act.Day;
        Move(PlanStatus.Active, act.Day, null, act);
        Record(new PlanActivated(CaseId, Id, act.For, ReviewOn, act));
    }

    /// <summary>Its day has come (L4).</summary>
    /// <param name="dueOn">The day on which the review is due.</param>
    /// <param name="turn">Whose turn it is.</param>
    internal void StartReview(DateOnly dueOn, OrganisationId turn, Act act)
    {
        if (act.As != Role.System && act.For != turn) throw new RuleBrokenException(Rule.APlanIsItsOwners);
        In(PlanStatus.Active);
        if (dueOn > act.Day) throw new RuleBrokenException(Rule.AReviewHasItsDay, ("day", dueOn));
        Move(PlanStatus.UnderReview, dueOn, null, act);
        Record(new PlanCameUnderReview(CaseId, Id, turn, dueOn, act));
    }

    /// <summary>It was gone through with the person, and goes on (L5).</summary>
    internal void Review(string note, DateOnly nextReviewOn, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.UnderReview);
        Explained(note);
        Ahead(nextReviewOn, act);
        ReviewOn = nextReviewOn;
        ReviewedOn = act.Day;
        Move(PlanStatus.Active, act.Day, note, act);
        Record(new PlanReviewed(CaseId, Id, act.For, nextReviewOn, act));
    }

    /// <summary>It has reached its end, or is given up (L6). What never began is given up with all that it planned.</summary>
    internal void End(bool completed, string reason, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        if (completed) In(PlanStatus.Active);
        else In(PlanStatus.Draft, PlanStatus.Proposed, PlanStatus.Agreed, PlanStatus.Active);
        Explained(reason);
        if (Status == PlanStatus.Active && !_items.All(i => i.IsSettled)) throw new RuleBrokenException(Rule.EverythingIsSettledAtTheEnd, ("count", _items.Count(i => !i.IsSettled)));
        foreach (var item in _items.Where(i => !i.IsSettled)) item.Become(ItemStatus.Cancelled, act.Day, null);
        Move(completed ? PlanStatus.Completed : PlanStatus.Discontinued, act.Day, reason, act);
        Record(new PlanEnded(CaseId, Id, Status, act));
    }

    /// <summary>What became of a service: by the owner of the plan, and by whoever gives it.</summary>
    internal void RecordService(Guid id, ItemStatus to, DateOnly on, string? reason, Act act, bool ownerLeft)
    {
        var item = Item(id);
        if (!Owns(act, ownerLeft) && !item.Providers.Contains(act.For)) throw new RuleBrokenException(Rule.AServiceIsItsOwnersAndProviders);
        if (to is ItemStatus.Ongoing or ItemStatus.Done && act.As is not (Role.SocialWorker or Role.NgoWorker or Role.MigrationOfficer)) throw new RuleBrokenException(Rule.OnlyProvidersRecordDelivery);
        // A draft is not carried out; what it no longer plans is struck from it.
        if (!(Status == PlanStatus.Draft && to == ItemStatus.Cancelled)) In(PlanStatus.Agreed, PlanStatus.Active, PlanStatus.UnderReview);
        NotInTheFuture(on, act);
        if (!item.MayBecome(to)) throw new RuleBrokenException(Rule.AServiceFollowsItsStates, ("status", item.Status));
        if (Status != PlanStatus.Draft && to is ItemStatus.Cancelled or ItemStatus.NotAvailable) Explained(reason ?? "");
        item.Become(to, on, reason);
        Record(new ServiceRecorded(CaseId, Id, item.Id, item.Service, to, on, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private PlanItem Item(Guid id) => _items.Single(i => i.Id == id);

    private void Take(PlanTerms terms, Act act)
    {
        Ahead(terms.ReviewOn, act);
        Responsible = terms.Responsible;
        StartsOn = terms.StartsOn;
        ReviewOn = terms.ReviewOn;
        Goals = string.IsNullOrWhiteSpace(terms.Goals) ? null : new(terms.Goals);
    }

    private void Writes(PlanItemTerms terms, bool mayTrace, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(PlanStatus.Draft, PlanStatus.UnderReview);
        if (!CodeLists.Service.Has(terms.Service)) throw new RuleBrokenException(Rule.CodesAreListed);
        var providers = terms.Providers.Count + (string.IsNullOrWhiteSpace(terms.Details.OtherProvider) ? 0 : 1);
        if (string.IsNullOrWhiteSpace(terms.Details.Need) || providers == 0 || terms.Providers.Distinct().Count() != terms.Providers.Count || terms.Providers.Count > 2 || terms.From is null || terms.To < terms.From)
            throw new RuleBrokenException(Rule.APlanItemIsComplete);
        if (terms.Service == "TRACING" && !mayTrace) throw new RuleBrokenException(Rule.TracingIsForUnaccompaniedMinors);
    }

    private void Cost(PlanItem item, PlanItemTerms terms, Act act)
    {
        if (terms.CostCentre is { } centre && (centre.Length > 0 || _costs.Any(c => c.ItemId == item.Id))) _costs.Add(new(item, centre, _costs.Count + 1, act));
    }

    /// <summary>A plan whose owner takes part no longer is the lead's to carry on or to end; whoever calls has asked who does.</summary>
    private bool Owns(Act act, bool ownerLeft) => act.For == Owner || ownerLeft;

    private void ByOwner(Act act, bool ownerLeft)
    {
        if (!Owns(act, ownerLeft)) throw new RuleBrokenException(Rule.APlanIsItsOwners);
    }

    private void In(params ReadOnlySpan<PlanStatus> from)
    {
        if (!from.Contains(Status)) throw new RuleBrokenException(Rule.APlanFollowsItsStates, ("status", Status));
    }

    private static void Ahead(DateOnly review, Act act)
    {
        if (review <= act.Day || review > act.Day.AddDays(PlanTimes.LongestDays)) throw new RuleBrokenException(Rule.AReviewLiesAhead, ("latest", act.Day.AddDays(PlanTimes.LongestDays)));
    }

    private static void Explained(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
    }

    private static void NotInTheFuture(DateOnly day, Act act)
    {
        if (day > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
    }

    private void Move(PlanStatus to, DateOnly on, string? reason, Act act)
    {
        var ran = Runs;
        Status = to;
        _steps.Add(new(this, on, reason, act));
        if (ran != Runs) _summaries.Add(new(this, on, act));
    }

    private bool Runs => Status is PlanStatus.Active or PlanStatus.UnderReview;

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}
