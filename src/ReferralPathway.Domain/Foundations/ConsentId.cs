namespace ReferralPathway.Domain.Foundations;

/// <summary>One decision in the ledger of consents.</summary>
public readonly record struct ConsentId(Guid Value) : ITypedId<ConsentId>, IParsable<ConsentId>
{
    public static ConsentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static ConsentId From(Guid value) => new(value);

    public static ConsentId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out ConsentId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
