using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Reimbursement;

/// <summary>
/// A municipality asks the state for its costs of one person in one quarter (S1-17; förordning 2017:193). It knows of the case nothing but its number: the agency that decides reads the
/// claim, and takes no part in the case by it.
/// </summary>
public sealed class ReimbursementClaim : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<CostLine> _costs = [];
    private readonly List<ClaimStep> _steps = [];

    private ReimbursementClaim() { }

    public ClaimId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The number of the case: all that the agency needs to tell one claim from another.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The municipality.</summary>
    public OrganisationId Claimant { get; private set; }

    /// <summary>The agency that decides.</summary>
    public OrganisationId AddressedTo { get; private set; }

    public int Year { get; private set; }

    public int QuarterNumber { get; private set; }

    public Quarter Quarter => new(Year, QuarterNumber);

    /// <summary>First day of the stay that costs are claimed for.</summary>
    public DateOnly WindowFrom { get; private set; }

    /// <summary>Last day of the stay; null while an application waits.</summary>
    public DateOnly? WindowTo { get; private set; }

    public ClaimWindow Window => new(WindowFrom, WindowTo);

    public ClaimStatus Status { get; private set; }

    /// <summary>The last day on which it is received in time.</summary>
    public DateOnly ClaimBy { get; private set; }

    /// <summary>The sum of its costs.</summary>
    public decimal Claimed { get; private set; }

    /// <summary>What the municipality may keep; null before a decision.</summary>
    public decimal? Granted { get; private set; }

    /// <summary>What is to be paid back.</summary>
    public decimal? ToRepay { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The agency's number of the decision.</summary>
    public string? DecisionReference { get; private set; }

    /// <summary>Last day for an appeal; null when there is nothing to appeal.</summary>
    public DateOnly? AppealBy { get; private set; }

    public DateOnly? AppealedOn { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<CostLine> Costs => _costs;

    public IReadOnlyList<ClaimStep> Steps => _steps;

    /// <summary>Begins a claim (B1).</summary>
    /// <param name="window">The days on which costs count, as far as the municipality may know of the applications; null when there are none.</param>
    /// <param name="claimed">The quarters of this case that the municipality has begun a claim for.</param>
    public static ReimbursementClaim Begin(CaseId caseId, string reference, Quarter quarter, ClaimWindow? window, IReadOnlyCollection<Quarter> claimed, OrganisationId addressedTo, OrganisationKind addressee, Act act)
    {
        if (act.As != Role.SocialWorker) throw new RuleBrokenException(Rule.OnlyAMunicipalityClaimsCosts);
        if (addressee != OrganisationKind.MigrationAgency) throw new RuleBrokenException(Rule.CostsAreClaimedFromTheMigrationAgency);
        if (window?.Overlaps(quarter) != true || quarter.First > act.Day) throw new RuleBrokenException(Rule.CostsAreClaimedForAStay);
        if (claimed.Contains(quarter)) throw new RuleBrokenException(Rule.OneClaimForAQuarter);
        if (act.Day > quarter.ClaimBy) throw new RuleBrokenException(Rule.AClaimIsMadeInTime, ("last", quarter.ClaimBy));
        var claim = new ReimbursementClaim
        {
            Id = ClaimId.New(act.At),
            CaseId = caseId,
            Reference = reference,
            Claimant = act.For,
            AddressedTo = addressedTo,
            Year = quarter.Year,
            QuarterNumber = quarter.Number,
            WindowFrom = window.From,
            WindowTo = window.To,
            Status = ClaimStatus.Draft,
            ClaimBy = quarter.ClaimBy,
            DraftedAt = act.At,
        };
        claim.Record(new ClaimDrafted(caseId, claim.Id, quarter, claim.ClaimBy, act));
        return claim;
    }

    /// <summary>The stay may have grown longer, or been cut short, since the claim was begun.</summary>
    /// <param name="window">Null when the municipality may no longer know: then what it knew counts.</param>
    public void FollowStay(ClaimWindow? window)
    {
        if (window is null || Status != ClaimStatus.Draft) return;
        (WindowFrom, WindowTo) = (window.From, window.To);
    }

    public CostLine AddCost(CostTerms cost, Act act)
    {
        ByClaimant(act);
        In(ClaimStatus.Draft);
        if (!Kronor.IsAmount(cost.Amount)) throw new RuleBrokenException(Rule.AnAmountIsInKronor);
        Lies(cost.From, cost.To);
        if (!Kronor.IsAmount(Claimed + cost.Amount)) throw new RuleBrokenException(Rule.AnAmountIsInKronor);
        var line = new CostLine(this, cost, act);
        _costs.Add(line);
        Claimed += cost.Amount;
        Record(new CostsChanged(CaseId, Id, Quarter, act));
        return line;
    }

    public void RemoveCost(Guid id, Act act)
    {
        ByClaimant(act);
        In(ClaimStatus.Draft);
        if (_costs.SingleOrDefault(c => c.Id == id) is not { } line) return;
        _costs.Remove(line);
        Claimed -= line.Amount;
        Record(new CostsChanged(CaseId, Id, Quarter, act));
    }

    /// <summary>Hands the claim in (B2): after the quarter, and not after the last day.</summary>
    public void Submit(Act act)
    {
        ByClaimant(act);
        In(ClaimStatus.Draft);
        if (act.Day <= Quarter.Last) throw new RuleBrokenException(Rule.AClaimIsMadeInArrears, ("last", Quarter.Last));
        if (act.Day > ClaimBy) throw new RuleBrokenException(Rule.AClaimIsMadeInTime, ("last", ClaimBy));
        if (Claimed <= 0) throw new RuleBrokenException(Rule.AClaimHasCosts);
        foreach (var cost in _costs) Lies(cost.From, cost.To);
        Status = ClaimStatus.Submitted;
        SubmittedOn = act.Day;
        Step(act.Day, Claimed, null, act);
        Record(new ClaimSubmitted(CaseId, Id, Quarter, AddressedTo, act));
    }

    /// <summary>The agency decides (B3), or says how the court did after an appeal; then it is final.</summary>
    /// <param name="amount">What is granted: all of it, a part, or nothing.</param>
    /// <param name="reason">Needed where less is granted than was claimed.</param>
    public void Decide(DateOnly on, decimal amount, string? reference, string? reason, Act act)
    {
        ByAgency(act);
        In(ClaimStatus.Submitted, ClaimStatus.Appealed);
        var byCourt = Status == ClaimStatus.Appealed;
        OnOrAfter(on, byCourt ? AppealedOn!.Value : SubmittedOn!.Value, act);
        if (!Kronor.IsAmount(amount)) throw new RuleBrokenException(Rule.AnAmountIsInKronor);
        if (amount > Claimed) throw new RuleBrokenException(Rule.NoMoreIsGrantedThanClaimed, ("claimed", Claimed));
        if (amount < Claimed) Explained(reason);
        Status = amount == Claimed ? ClaimStatus.Granted : amount == 0 ? ClaimStatus.Refused : ClaimStatus.PartlyGranted;
        DecidedOn = on;
        DecisionReference = reference;
        Granted = amount;
        if (byCourt) ToRepay = null;
        AppealBy = byCourt || Status == ClaimStatus.Granted ? null : LastDayForAppeal(on);
        Step(on, amount, reason, act);
        Record(new ClaimDecided(CaseId, Id, Quarter, Claimant, Status, on, AppealBy, act));
    }

    /// <summary>By the municipality; late is said, and never barred.</summary>
    public void Appeal(DateOnly on, Act act)
    {
        ByClaimant(act);
        In(ClaimStatus.PartlyGranted, ClaimStatus.Refused, ClaimStatus.RepaymentDemanded);
        OnOrAfter(on, DecidedOn!.Value, act);
        var late = AppealBy is not { } last || on > last;
        Status = ClaimStatus.Appealed;
        AppealedOn = on;
        AppealBy = null;
        Step(on, null, null, act);
        Record(new ClaimAppealed(CaseId, Id, Quarter, AddressedTo, on, late, act));
    }

    /// <summary>What was paid on wrong data is asked back (förordning 2017:193, 23 §).</summary>
    public void DemandRepayment(DateOnly on, decimal amount, string reason, Act act)
    {
        ByAgency(act);
        In(ClaimStatus.Granted, ClaimStatus.PartlyGranted);
        OnOrAfter(on, DecidedOn!.Value, act);
        if (!Kronor.IsAmount(amount) || amount == 0 || amount > Granted) throw new RuleBrokenException(Rule.OnlyWhatWasGrantedIsPaidBack, ("granted", Granted!.Value));
        Explained(reason);
        Status = ClaimStatus.RepaymentDemanded;
        DecidedOn = on;
        ToRepay = amount;
        AppealBy = LastDayForAppeal(on);
        Step(on, amount, reason, act);
        Record(new RepaymentDemanded(CaseId, Id, Quarter, Claimant, on, AppealBy.Value, act));
    }

    /// <summary>What time alone does: the day after the last day a draft is missed (B4).</summary>
    public void Miss(Act act)
    {
        if (Status != ClaimStatus.Draft || ClaimBy >= act.Day) return;
        Status = ClaimStatus.Missed;
        Step(ClaimBy.AddDays(1), null, null, act);
        Record(new ClaimMissed(CaseId, Id, Quarter, Claimant, ClaimBy, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    /// <summary>Three weeks from the day of the decision, with the Sunday rule (FL 44 §).</summary>
    private static DateOnly LastDayForAppeal(DateOnly decidedOn) => SwedishCalendar.LastDayForAction(SwedishCalendar.AddWeeks(decidedOn, 3));

    private void Lies(DateOnly from, DateOnly to)
    {
        if (to < from || !Quarter.Contains(from) || !Quarter.Contains(to)) throw new RuleBrokenException(Rule.ACostLiesInTheQuarter, ("first", Quarter.First), ("last", Quarter.Last));
        if (!Window.Contains(from) || !Window.Contains(to)) throw new RuleBrokenException(Rule.ACostLiesInTheStay);
    }

    private void In(params ReadOnlySpan<ClaimStatus> from)
    {
        if (!from.Contains(Status)) throw new RuleBrokenException(Rule.AClaimFollowsItsStates, ("status", Status));
    }

    private void ByClaimant(Act act)
    {
        if (act.For != Claimant) throw new RuleBrokenException(Rule.AClaimIsTheMunicipalitys);
    }

    private void ByAgency(Act act)
    {
        if (act.As != Role.MigrationOfficer || act.For != AddressedTo) throw new RuleBrokenException(Rule.OnlyTheAgencyDecidesClaims);
    }

    private static void OnOrAfter(DateOnly on, DateOnly earliest, Act act)
    {
        if (on > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (on < earliest) throw new RuleBrokenException(Rule.ADecisionFollowsTheApplication, ("earliest", earliest));
    }

    private static void Explained(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
    }

    private void Step(DateOnly on, decimal? amount, string? reason, Act act) => _steps.Add(new(this, on, amount, reason, act));

    private void Record(CaseEvent happened)
    {
        Revision++;
        ChangedAt = happened.Act.At;
        _events.Add(happened);
    }
}
