namespace ReferralPathway.Domain.Foundations;

/// <summary>A formal request that an organisation discloses something.</summary>
public readonly record struct DisclosureId(Guid Value) : ITypedId<DisclosureId>, IParsable<DisclosureId>
{
    public static DisclosureId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static DisclosureId From(Guid value) => new(value);

    public static DisclosureId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out DisclosureId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
