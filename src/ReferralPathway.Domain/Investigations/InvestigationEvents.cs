using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Investigations;

/// <summary>U1.</summary>
/// <param name="To">The police organisation that takes part in the case because of it; null when it was told outside the system.</param>
public sealed record InvestigationReported(CaseId CaseId, InvestigationId Id, DateOnly On, OrganisationId? To, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.InvestigationSummary;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => To is { } to ? [("to", to.ToString())] : [];
}

/// <summary>U2: by an investigation leader only (S1-08).</summary>
public sealed record InvestigationInitiated(CaseId CaseId, InvestigationId Id, LeaderKind Leader, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.InvestigationSummary;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("leader", Leader.ToString())];
}

/// <summary>U3, U4b, U5, U6, U7.</summary>
public sealed record InvestigationMoved(CaseId CaseId, InvestigationId Id, InvestigationStatus To, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.InvestigationSummary;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("to", To.ToString())];
}

/// <summary>U4.</summary>
/// <param name="Informed">The person has been told of the permits; else the next leader owes it.</param>
/// <param name="CounselRequested">Counsel has been requested; else the next leader owes it.</param>
public sealed record InvestigationLeaderChanged(CaseId CaseId, InvestigationId Id, LeaderKind Leader, OrganisationId To, DateOnly On, bool Informed, bool CounselRequested, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Investigation;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("leader", Leader.ToString()), ("to", To.ToString())];
}

/// <summary>The reference number or the offences of an investigation were corrected.</summary>
public sealed record InvestigationCorrected(CaseId CaseId, InvestigationId Id, bool Renumbered, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Investigation;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("renumbered", Renumbered ? "yes" : "no")];
}

/// <summary>The person was told of the permits of 5:15 (FUK 14 a §).</summary>
public sealed record PersonInformedOfPermits(CaseId CaseId, InvestigationId Id, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Investigation;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;
}

/// <summary>Counsel for the injured party was requested or appointed (1988:609).</summary>
public sealed record CounselRecorded(CaseId CaseId, InvestigationId Id, bool Appointed, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Investigation;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("appointed", Appointed ? "yes" : "no")];
}
