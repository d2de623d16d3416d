using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Asylum;

/// <summary>
/// How an application for asylum stands (3.11). While the person is on the track, support and assistance are the Migration Agency's (S1-12, LMA 1 §). An application under
/// UtlL 5:15 leads out of the reception, not out of the asylum procedure: the decision on asylum still comes.
/// </summary>
public enum AsylumState { Registered, SupportByMigrationAgency, Granted, Refused, Withdrawn, LeftTrack }

/// <summary>The asylum track of a case. It opens the case to nobody: what passes between the agency and a municipality does so by consent or ground of law.</summary>
public sealed class AsylumTrack : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<AsylumStep> _steps = [];

    private AsylumTrack() { }

    internal AsylumTrack(CaseId caseId, DateOnly on, (string Status, DateOnly? ValidTo) before, bool hasOpenPermit, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        (StatusBefore, StatusBeforeValidTo) = before;
        Register(on, hasOpenPermit, act);
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public AsylumState State { get; private set; }

    /// <summary>The Migration Agency has said so; until then it is what the person says.</summary>
    public bool IsConfirmed { get; private set; }

    public DateOnly RegisteredOn { get; private set; }

    public DateOnly? SupportedFrom { get; private set; }

    /// <summary>The municipality in which the person stays; for an unaccompanied child the assigned one, which arranges the housing (LMA 3 §).</summary>
    public OrganisationId? Municipality { get; private set; }

    /// <summary>The day on which an application under UtlL 5:15 ended the reception.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The day on which a municipality had taken over the support.</summary>
    public DateOnly? TakenOverOn { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The legal status to which a withdrawn application returns.</summary>
    public string StatusBefore { get; private set; } = "UNKNOWN";

    public DateOnly? StatusBeforeValidTo { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<AsylumStep> Steps => _steps;

    /// <summary>The Migration Agency supports the person, or is about to.</summary>
    public bool IsInReception => State is AsylumState.Registered or AsylumState.SupportByMigrationAgency;

    /// <summary>The application waits for its decision.</summary>
    public bool IsPending => IsInReception || State == AsylumState.LeftTrack;

    /// <summary>None → Registered, and the agency's word on what the person had said.</summary>
    /// <param name="hasOpenPermit">An application under UtlL 5:15 waits or a permit runs: the agency does not receive the person (LMA 1 a §), and has nothing to begin.</param>
    internal void Register(DateOnly on, bool hasOpenPermit, Act act)
    {
        var byAgency = act.As == Role.MigrationOfficer;
        if (Revision > 0 && IsPending && (IsConfirmed || !byAgency)) throw new RuleBrokenException(Rule.AnAsylumTrackFollowsItsStates, ("state", State));
        if (!IsPending && on < DecidedOn) throw new RuleBrokenException(Rule.AnAsylumStepFollows, ("earliest", DecidedOn.Value));
        if (!IsPending || Revision == 0) (State, SupportedFrom, LeftOn, TakenOverOn, DecidedOn) = (AsylumState.Registered, null, null, null, null);
        (IsConfirmed, RegisteredOn) = (byAgency, on);
        Step(on, act);
        Record(new AsylumRegistered(CaseId, Id, byAgency, on, act) { Receives = !hasOpenPermit });
    }

    /// <summary>Registered → SupportByMigrationAgency; also after a permit under 5:15 that came to nothing.</summary>
    internal void Support(DateOnly from, OrganisationId? municipality, bool unaccompaniedChild, bool hasOpenPermit, Act act)
    {
        ByAgency(act);
        if (State is not (AsylumState.Registered or AsylumState.LeftTrack)) throw new RuleBrokenException(Rule.AnAsylumTrackFollowsItsStates, ("state", State));
        if (hasOpenPermit) throw new RuleBrokenException(Rule.ReceptionEndsWithAPermitApplication);
        if (unaccompaniedChild && municipality is null) throw new RuleBrokenException(Rule.AnUnaccompaniedChildIsAssignedAMunicipality);
        After(LeftOn ?? RegisteredOn, from);
        (State, IsConfirmed, SupportedFrom, Municipality, LeftOn, TakenOverOn) = (AsylumState.SupportByMigrationAgency, true, from, municipality, null, null);
        Step(from, act);
        Record(new AsylumSupportBegan(CaseId, Id, from, act));
    }

    /// <summary>→ LeftTrack: by itself, when an application under UtlL 5:15 is handed in (LMA 1 a § 4).</summary>
    /// <param name="lead">The organisation that leads the case.</param>
    internal void Leave(DateOnly on, OrganisationId lead, Act act)
    {
        if (!IsInReception) return;
        (State, LeftOn) = (AsylumState.LeftTrack, on);
        Step(on, act);
        Record(new AsylumTrackLeft(CaseId, Id, on, lead, act));
    }

    /// <summary>A municipality supports the person now.</summary>
    internal void TakeOver(DateOnly on, Act act)
    {
        if (State != AsylumState.LeftTrack || TakenOverOn is not null) throw new RuleBrokenException(Rule.AnAsylumTrackFollowsItsStates, ("state", State));
        After(LeftOn!.Value, on);
        TakenOverOn = on;
        Record(new AsylumSupportTakenOver(CaseId, Id, on, act));
    }

    /// <summary>→ Granted, Refused or Withdrawn.</summary>
    internal void Decide(AsylumState outcome, DateOnly on, OrganisationId lead, Act act)
    {
        ByAgency(act);
        if (!IsPending || outcome is not (AsylumState.Granted or AsylumState.Refused or AsylumState.Withdrawn)) throw new RuleBrokenException(Rule.AnAsylumTrackFollowsItsStates, ("state", State));
        After(RegisteredOn, on);
        (State, IsConfirmed, DecidedOn) = (outcome, true, on);
        Step(on, act);
        Record(new AsylumDecided(CaseId, Id, outcome, on, lead, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private static void ByAgency(Act act)
    {
        if (act.As != Role.MigrationOfficer) throw new RuleBrokenException(Rule.OnlyTheAgencyHandlesAsylum);
    }

    private static void After(DateOnly earliest, DateOnly on)
    {
        if (on < earliest) throw new RuleBrokenException(Rule.AnAsylumStepFollows, ("earliest", earliest));
    }

    private void Step(DateOnly on, Act act) => _steps.Add(new(this, on, act));

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>The summary of DG9: one step of the track as it was recorded. Never changed.</summary>
public sealed class AsylumStep
{
    private AsylumStep() { }

    internal AsylumStep(AsylumTrack track, DateOnly on, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        TrackId = track.Id;
        CaseId = track.CaseId;
        State = track.State;
        IsConfirmed = track.IsConfirmed;
        On = on;
        Number = track.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public Guid TrackId { get; private set; }

    public CaseId CaseId { get; private set; }

    public AsylumState State { get; private set; }

    public bool IsConfirmed { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>The revision of the track before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
