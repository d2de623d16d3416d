namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Something happened to a case. It becomes an entry of the audit in the same transaction, a line of the timeline, and whatever work and messages follow from it.
/// It carries codes, dates and ids, never free text and never a personal detail.
/// </summary>
public abstract record CaseEvent(CaseId CaseId, Act Act)
{
    private static long _turns;

    /// <summary>What happened later has the higher turn, also within one instant and across aggregates. It says nothing else, and no event is equal to another by it.</summary>
    public long Turn { get; } = Interlocked.Increment(ref _turns);

    /// <summary>The data group a reader needs to see this line of the timeline.</summary>
    public virtual DataGroup Group => DataGroup.Facts;

    /// <summary>The record it is about, when it is not the case itself.</summary>
    public virtual Guid? Record => null;

    /// <summary>The day on which it happened, when that is another than the day on which it was recorded.</summary>
    public virtual DateOnly? OccurredOn => null;

    /// <summary>Codes and ids, by name.</summary>
    public virtual IEnumerable<(string Name, string Value)> Details => [];

    /// <summary>The name by which audit, texts and documentation know it.</summary>
    public string Kind => GetType().Name;

    public virtual bool Equals(CaseEvent? other) => other is not null && EqualityContract == other.EqualityContract && CaseId == other.CaseId && Act == other.Act;

    public override int GetHashCode() => HashCode.Combine(EqualityContract, CaseId, Act);
}
