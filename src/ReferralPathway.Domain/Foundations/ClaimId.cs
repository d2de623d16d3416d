namespace ReferralPathway.Domain.Foundations;

/// <summary>A municipality's claim for its costs of one quarter.</summary>
public readonly record struct ClaimId(Guid Value) : ITypedId<ClaimId>, IParsable<ClaimId>
{
    public static ClaimId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static ClaimId From(Guid value) => new(value);

    public static ClaimId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out ClaimId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
