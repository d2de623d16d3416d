using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private const string Seeking = "ASYLUM";

    /// <summary>What a granted application can give: a permit for a time, or, seldom, for good.</summary>
    public static IReadOnlyList<string> StatusesOfAsylum { get; } = ["TRP_OTHER", "PERMANENT"];

    /// <summary>The asylum track; null while nobody knows of an application.</summary>
    public AsylumTrack? AsylumTrack { get; private set; }

    /// <summary>An application for asylum: as the agency has registered it, or as the person says (A25).</summary>
    public void RegisterAsylum(DateOnly on, Act act)
    {
        Opened();
        NotInTheFuture(on, act);
        var before = Before();
        if (AsylumTrack is { } track) track.Register(on, HasOpenPermit(act), act);
        else AsylumTrack = new(Id, on, before.Status == Seeking ? ("UNKNOWN", null) : before, HasOpenPermit(act), act);
        // A permit or another right to stay is not lost by asking for asylum as well.
        if (Facts.LegalStatus is not (Seeking or "RP" or "TRP") && !HasRightToStay(Facts.LegalStatus))
            StaysAs(Seeking, on, null, act.As == Role.MigrationOfficer ? LegalStatusSource.Decision : LegalStatusSource.Told, act);
        else Touch(act);
    }

    /// <summary>The agency's support begins (S1-12).</summary>
    /// <param name="municipality">Where the person stays; needed for an unaccompanied child (LMA 3 §).</param>
    public void SupportAsylum(DateOnly from, OrganisationId? municipality, Act act)
    {
        Opened();
        NotInTheFuture(from, act);
        Track.Support(from, municipality, Facts.TreatedAsChild && IsUnaccompanied, HasOpenPermit(act), act);
        Touch(act);
    }

    /// <summary>A municipality has taken over from the agency.</summary>
    public void TakeOverFromReception(DateOnly on, Act act)
    {
        Opened();
        NotInTheFuture(on, act);
        Track.TakeOver(on, act);
        Touch(act);
    }

    /// <summary>The decision on asylum. Granted does not by itself mean for good.</summary>
    /// <param name="status">What a grant gives, and until when.</param>
    public void DecideAsylum(AsylumState outcome, DateOnly on, string? status, DateOnly? validTo, Act act)
    {
        NotInTheFuture(on, act);
        var granted = outcome == AsylumState.Granted;
        if (granted && (status is null || !StatusesOfAsylum.Contains(status) || status == "TRP_OTHER" && !(validTo >= on) || status == "PERMANENT" && validTo is not null))
            throw new RuleBrokenException(Rule.AGrantSaysWhichPermit);
        var track = Track;
        track.Decide(outcome, on, Lead, act);
        var stays = granted ? (status!, validTo) : outcome == AsylumState.Refused ? ("ASYLUM_REFUSED", null) : (track.StatusBefore, track.StatusBeforeValidTo);
        // A permit of 5:15 stays what it is, and falls back on what was decided here.
        var running = _permits.FirstOrDefault(p => p.Status == PermitStatus.Granted && p.GivesStatus == Facts.LegalStatus);
        if (running is not null && !granted)
        {
            running.FallBackOn(stays.Item1, stays.Item2);
            Touch(act);
        }
        else StaysAs(stays.Item1, on, stays.Item2, LegalStatusSource.Decision, act);
    }

    private bool HasOpenPermit(Act act) => _permits.Any(p => p.IsPending || p.IsActiveOn(act.Day));

    private AsylumTrack Track => AsylumTrack ?? throw new RuleBrokenException(Rule.AnAsylumTrackFollowsItsStates, ("state", "None"));
}
