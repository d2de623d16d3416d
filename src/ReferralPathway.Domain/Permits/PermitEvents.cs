using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Permits;

/// <summary>Something happened to an application. Whoever may know how the permits stand reads the line.</summary>
public abstract record PermitEvent(CaseId CaseId, PermitId Id, PermitKind Permit, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.MigrationSummary;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString())];
}

/// <summary>P1, T1. The draft is the applicant's alone.</summary>
public sealed record PermitDrafted(CaseId CaseId, PermitId Id, PermitKind Permit, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DataGroup Group => DataGroup.Migration;
}

/// <summary>A talk with the person or a provider before a direct application (G-TRP-4).</summary>
public sealed record DialogueRecorded(CaseId CaseId, PermitId Id, PermitKind Permit, DialogueWith With, DateOnly On, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DataGroup Group => DataGroup.Migration;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString()), ("with", With.ToString())];
}

/// <summary>P2, T2.</summary>
/// <param name="To">The agency that decides.</param>
public sealed record PermitSubmitted(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId To, DateOnly On, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;
}

/// <summary>P3, T3, and an appeal that was won.</summary>
/// <param name="Lead">The organisation that leads the case, and works with the person while the permit runs.</param>
public sealed record PermitGranted(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId Applicant, OrganisationId Lead, DateOnly On, DateOnly ValidFrom, DateOnly ValidTo, Act Act)
    : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString()), ("from", $"{ValidFrom:O}"), ("to", $"{ValidTo:O}")];
}

/// <summary>P4, T4.</summary>
/// <param name="AppealBy">The last day for an appeal; null when the refusal is final.</param>
public sealed record PermitRefused(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId Applicant, OrganisationId Lead, DateOnly On, DateOnly? AppealBy, Act Act)
    : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => AppealBy is null ? [("permit", Permit.ToString()), ("change", "Final")] : base.Details;
}

/// <summary>P9, T6.</summary>
/// <param name="HeardOn">The day on which the applicant had been heard (UtlL 7:7 b).</param>
public sealed record PermitRevoked(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId Applicant, OrganisationId Lead, DateOnly On, DateOnly HeardOn, DateOnly? AppealBy, Act Act)
    : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString()), ("heard", $"{HeardOn:O}")];
}

/// <summary>P5, P9b.</summary>
/// <param name="Late">After the last day: the court decides what that means.</param>
public sealed record PermitAppealed(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId To, DateOnly On, bool Late, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString()), ("late", Late ? "yes" : "no")];
}

/// <summary>P10: called back before a decision.</summary>
public sealed record PermitWithdrawn(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId Lead, bool WasSubmitted, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DataGroup Group => WasSubmitted ? DataGroup.MigrationSummary : DataGroup.Migration;
}

/// <summary>P8, T7: the day after the last day. Nobody does it; it is so.</summary>
public sealed record PermitEnded(CaseId CaseId, PermitId Id, PermitKind Permit, OrganisationId Lead, DateOnly ValidTo, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => ValidTo.AddDays(1);
}

/// <summary>P6, T5.</summary>
public sealed record ExtensionSubmitted(CaseId CaseId, PermitId Id, PermitKind Permit, Guid ExtensionId, OrganisationId To, DateOnly On, Act Act) : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;
}

/// <summary>P7.</summary>
/// <param name="ValidTo">The last day from now on.</param>
public sealed record ExtensionDecided(CaseId CaseId, PermitId Id, PermitKind Permit, Guid ExtensionId, ExtensionStatus Outcome, OrganisationId Applicant, OrganisationId Lead, DateOnly On, DateOnly ValidTo, Act Act)
    : PermitEvent(CaseId, Id, Permit, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("permit", Permit.ToString()), ("outcome", Outcome.ToString()), ("to", $"{ValidTo:O}")];
}

public sealed record ExtensionWithdrawn(CaseId CaseId, PermitId Id, PermitKind Permit, Guid ExtensionId, Act Act) : PermitEvent(CaseId, Id, Permit, Act);
