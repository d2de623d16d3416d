using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Overview;

/// <summary>What an event does to the work list: something is opened, or closed.</summary>
public abstract record WorkChange
{
    public sealed record Open(WorkItem Item) : WorkChange;

    /// <summary>Closes every open item of this kind for the record.</summary>
    public sealed record Close(WorkKind Kind, Guid SourceId) : WorkChange;

    /// <summary>Closes every open item of this kind for the case.</summary>
    public sealed record CloseForCase(WorkKind Kind, CaseId CaseId) : WorkChange;
}
