namespace ReferralPathway.Domain.Foundations;

/// <summary>A recorded ground of law that stands instead of a consent.</summary>
public readonly record struct LegalGroundId(Guid Value) : ITypedId<LegalGroundId>, IParsable<LegalGroundId>
{
    public static LegalGroundId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static LegalGroundId From(Guid value) => new(value);

    public static LegalGroundId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out LegalGroundId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
