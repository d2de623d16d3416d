using System.Collections;

namespace ReferralPathway.Domain.Foundations;

/// <summary>A set of data groups, kept as the bit mask that the database's policies read.</summary>
public readonly record struct DataGroups(int Mask) : IEnumerable<DataGroup>
{
    public static readonly DataGroups None = new(0);

    /// <summary>What a consent may name: DG1–DG3, DG5–DG7, DG9, DG10, DG12. Never whereabouts, consents, consultations.</summary>
    public static readonly DataGroups Consentable = Of(
        DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health,
        DataGroup.Investigation, DataGroup.Migration, DataGroup.Plan, DataGroup.Return);

    public static DataGroups Of(params ReadOnlySpan<DataGroup> groups)
    {
        var mask = 0;
        foreach (var group in groups) mask |= 1 << (int)group;
        return new(mask);
    }

    public bool Has(DataGroup group) => (Mask & (1 << (int)group)) != 0;

    public bool IsEmpty => Mask == 0;

    public bool Covers(DataGroups other) => (other.Mask & ~Mask) == 0;

    public static DataGroups operator |(DataGroups a, DataGroups b) => new(a.Mask | b.Mask);

    public static DataGroups operator &(DataGroups a, DataGroups b) => new(a.Mask & b.Mask);

    public DataGroups Without(DataGroup group) => new(Mask & ~(1 << (int)group));

    public IEnumerator<DataGroup> GetEnumerator()
    {
        foreach (var group in Enum.GetValues<DataGroup>())
            if (Has(group)) yield return group;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this);
}
