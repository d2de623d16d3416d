using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Asylum;

/// <summary>Something happened on the asylum track. Whoever may know how the permits stand reads the line.</summary>
public abstract record AsylumEvent(CaseId CaseId, Guid TrackId, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.MigrationSummary;

    public override Guid? Record => TrackId;

    public override DateOnly? OccurredOn => On;
}

/// <param name="Confirmed">By the Migration Agency; otherwise the person says so.</param>
public sealed record AsylumRegistered(CaseId CaseId, Guid TrackId, bool Confirmed, DateOnly On, Act Act) : AsylumEvent(CaseId, TrackId, On, Act)
{
    /// <summary>The agency receives the person: nothing under UtlL 5:15 waits or runs.</summary>
    public bool Receives { get; init; } = true;

    public override IEnumerable<(string Name, string Value)> Details => [("state", Confirmed ? "confirmed" : "told")];
}

public sealed record AsylumSupportBegan(CaseId CaseId, Guid TrackId, DateOnly On, Act Act) : AsylumEvent(CaseId, TrackId, On, Act);

/// <summary>An application under UtlL 5:15 was handed in: the reception of asylum seekers no longer applies (LMA 1 a §).</summary>
/// <param name="Lead">The organisation that leads the case, and sees to it that a municipality takes over.</param>
public sealed record AsylumTrackLeft(CaseId CaseId, Guid TrackId, DateOnly On, OrganisationId Lead, Act Act) : AsylumEvent(CaseId, TrackId, On, Act);

public sealed record AsylumSupportTakenOver(CaseId CaseId, Guid TrackId, DateOnly On, Act Act) : AsylumEvent(CaseId, TrackId, On, Act);

/// <param name="Lead">The organisation that leads the case: whether the person may stay is its to look into when the answer is no.</param>
public sealed record AsylumDecided(CaseId CaseId, Guid TrackId, AsylumState Outcome, DateOnly On, OrganisationId Lead, Act Act) : AsylumEvent(CaseId, TrackId, On, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("state", Outcome.ToString())];
}
