namespace ReferralPathway.Domain.Foundations;

/// <summary>A referral from one organisation to another.</summary>
public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>, IParsable<ReferralId>
{
    public static ReferralId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static ReferralId From(Guid value) => new(value);

    public static ReferralId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out ReferralId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
