using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Integration;

/// <summary>
/// A plan for long-term integration (S1-38, S1-39): what the state, the municipality or an NGO gives a person who stays. Which components are open follows from the
/// right to stay and is reckoned each time anew; a change of it stops nothing by itself, but asks whoever has the plan to go through it with the person.
/// </summary>
public sealed class IntegrationPlan : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<IntegrationComponent> _components = [];
    private readonly List<IntegrationAnswer> _answers = [];
    private readonly List<IntegrationStep> _steps = [];

    private IntegrationPlan() { }

    /// <param name="statusSeen">The revision of the case at which the right to stay was last looked at.</param>
    internal IntegrationPlan(CaseId caseId, IntegrationTerms terms, int statusSeen, bool publicIsOpen, Act act)
    {
        Id = IntegrationPlanId.New(act.At);
        CaseId = caseId;
        Owner = act.For;
        Status = IntegrationStatus.Draft;
        DraftedAt = act.At;
        StatusSeen = statusSeen;
        PublicWasOpen = publicIsOpen;
        Take(terms);
        Record(new IntegrationDrafted(CaseId, Id, act));
    }

    public IntegrationPlanId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The municipality or the NGO that answers for it.</summary>
    public OrganisationId Owner { get; private set; }

    public UserId Responsible { get; private set; }

    public IntegrationStatus Status { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public Sealed<string>? Goals { get; private set; }

    /// <summary>The day on which the person said yes to the plan as it stands.</summary>
    public DateOnly? AgreedOn { get; private set; }

    public DateOnly? BeganOn { get; private set; }

    /// <summary>Since when the plan waits to be gone through, because the right to stay changed.</summary>
    public DateOnly? ReviewSince { get; private set; }

    /// <summary>The revision of the case at which the right to stay was last looked at: what was recorded after it has not been seen.</summary>
    public int StatusSeen { get; private set; }

    public bool PublicWasOpen { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<IntegrationComponent> Components => _components;

    public IReadOnlyList<IntegrationAnswer> Answers => _answers;

    public IReadOnlyList<IntegrationStep> Steps => _steps;

    public bool IsOver => Status is IntegrationStatus.Completed or IntegrationStatus.Discontinued;

    private IEnumerable<IntegrationComponent> Running => _components.Where(c => c.EndedOn is null);

    internal void Rewrite(IntegrationTerms terms, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft);
        Take(terms);
        AgreedOn = null;
        Record(new IntegrationDrafted(CaseId, Id, act));
    }

    internal IntegrationComponent Add(ComponentTerms terms, bool publicIsOpen, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft, IntegrationStatus.Active);
        Fits(terms, publicIsOpen, act);
        if (Status == IntegrationStatus.Active && terms.AgreedOn is null) throw new RuleBrokenException(Rule.ThePersonAgreesToIntegration);
        if (terms.AgreedOn is { } agreed) NotInTheFuture(agreed, act);
        var component = new IntegrationComponent(this, terms, act);
        _components.Add(component);
        Unsettle();
        Record(new IntegrationComponentWritten(CaseId, Id, component.Id, component.Component, act));
        return component;
    }

    internal void Rewrite(Guid id, ComponentTerms terms, bool publicIsOpen, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft);
        Fits(terms, publicIsOpen, act);
        var component = Unended(id);
        component.Rewrite(terms);
        Unsettle();
        Record(new IntegrationComponentWritten(CaseId, Id, id, component.Component, act));
    }

    /// <summary>What the person says to the draft. A no leaves it a draft, with the reason beside it.</summary>
    internal void Answer(PersonsAnswer answer, bool child, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft);
        answer.MustBeComplete(child, act);
        if (!Running.Any()) throw new RuleBrokenException(Rule.AnIntegrationPlanHasComponents);
        _answers.Add(new(this, answer, act));
        AgreedOn = answer.Agrees ? answer.On : null;
        Record(new IntegrationAnswered(CaseId, Id, answer.Agrees, answer.On, act));
    }

    /// <summary>It is carried out from now on: the person has said yes, and everything in it is open to the person.</summary>
    internal void Begin(bool publicIsOpen, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft);
        if (!Running.Any()) throw new RuleBrokenException(Rule.AnIntegrationPlanHasComponents);
        if (AgreedOn is null) throw new RuleBrokenException(Rule.ThePersonAgreesToIntegration);
        if (!publicIsOpen && Running.Any(c => PublicIntegration.Has(c.Component))) throw new RuleBrokenException(Rule.PublicIntegrationNeedsALastingRight);
        BeganOn = act.Day;
        Move(IntegrationStatus.Active, null, act);
        Record(new IntegrationBegan(CaseId, Id, act));
    }

    /// <summary>The right to stay is another than when it was last looked at: the plan waits to be gone through, and everything in it goes on.</summary>
    /// <param name="turn">Whose turn it is.</param>
    internal void AskForReview(int statusSeen, bool publicIsOpen, OrganisationId turn, Act act)
    {
        if (IsOver) return;
        StatusSeen = statusSeen;
        PublicWasOpen = publicIsOpen;
        ReviewSince = act.Day;
        Record(new IntegrationCameUnderReview(CaseId, Id, turn, publicIsOpen, act));
    }

    /// <summary>It was gone through with the person after the change.</summary>
    internal void Review(string note, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        if (IsOver || ReviewSince is null) throw new RuleBrokenException(Rule.AnIntegrationPlanFollowsItsStates, ("status", Status));
        Explained(note);
        ReviewSince = null;
        _steps.Add(new(this, note, act));
        Record(new IntegrationReviewed(CaseId, Id, act));
    }

    /// <summary>A component has come to its end, or is struck from a draft; what came of it is written down.</summary>
    internal void EndComponent(Guid id, DateOnly on, string outcome, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        In(IntegrationStatus.Draft, IntegrationStatus.Active);
        NotInTheFuture(on, act);
        Explained(outcome);
        var component = Unended(id);
        component.End(on, outcome);
        Unsettle();
        Record(new IntegrationComponentEnded(CaseId, Id, id, component.Component, on, act));
    }

    /// <summary>It has reached its end, or is given up with all that it still held.</summary>
    internal void End(bool completed, string reason, Act act, bool ownerLeft)
    {
        ByOwner(act, ownerLeft);
        if (completed) In(IntegrationStatus.Active);
        else In(IntegrationStatus.Draft, IntegrationStatus.Active);
        Explained(reason);
        if (completed && Running.Any()) throw new RuleBrokenException(Rule.EveryComponentHasItsOutcome, ("count", Running.Count()));
        foreach (var component in Running.ToList()) component.End(act.Day, null);
        ReviewSince = null;
        Move(completed ? IntegrationStatus.Completed : IntegrationStatus.Discontinued, reason, act);
        Record(new IntegrationEnded(CaseId, Id, Status, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void Take(IntegrationTerms terms)
    {
        Responsible = terms.Responsible;
        StartsOn = terms.StartsOn;
        Goals = string.IsNullOrWhiteSpace(terms.Goals) ? null : new(terms.Goals);
    }

    private static void Fits(ComponentTerms terms, bool publicIsOpen, Act act)
    {
        if (!CodeLists.IntegrationComponent.Has(terms.Component)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (act.As == Role.NgoWorker && PublicIntegration.Has(terms.Component)) throw new RuleBrokenException(Rule.AnNgoPlansWhatNgosGive);
        if (!publicIsOpen && PublicIntegration.Has(terms.Component)) throw new RuleBrokenException(Rule.PublicIntegrationNeedsALastingRight);
        var named = terms.Provider is not null || !string.IsNullOrWhiteSpace(terms.Details.OtherProvider);
        if (!named || !PublicIntegration.IsGivenBy(terms.Component, terms.By) || terms.From is null || terms.To < terms.From) throw new RuleBrokenException(Rule.AComponentHasItsProvider);
    }

    private IntegrationComponent Unended(Guid id) =>
        _components.Single(c => c.Id == id) is { EndedOn: null } found ? found : throw new RuleBrokenException(Rule.AComponentEndsOnce);

    /// <summary>The person said yes to another draft than this one has become.</summary>
    private void Unsettle()
    {
        if (Status == IntegrationStatus.Draft) AgreedOn = null;
    }

    private void ByOwner(Act act, bool ownerLeft)
    {
        if (act.For != Owner && !ownerLeft) throw new RuleBrokenException(Rule.APlanIsItsOwners);
    }

    private void In(params ReadOnlySpan<IntegrationStatus> from)
    {
        if (!from.Contains(Status)) throw new RuleBrokenException(Rule.AnIntegrationPlanFollowsItsStates, ("status", Status));
    }

    private static void Explained(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
    }

    private static void NotInTheFuture(DateOnly day, Act act)
    {
        if (day > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
    }

    private void Move(IntegrationStatus to, string? reason, Act act)
    {
        Status = to;
        _steps.Add(new(this, reason, act));
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}
