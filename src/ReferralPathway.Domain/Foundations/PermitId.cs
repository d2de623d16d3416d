namespace ReferralPathway.Domain.Foundations;

/// <summary>An application for a reflection period or a temporary residence permit.</summary>
public readonly record struct PermitId(Guid Value) : ITypedId<PermitId>, IParsable<PermitId>
{
    public static PermitId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static PermitId From(Guid value) => new(value);

    public static PermitId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out PermitId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
