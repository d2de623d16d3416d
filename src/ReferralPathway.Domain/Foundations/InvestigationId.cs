namespace ReferralPathway.Domain.Foundations;

/// <summary>A preliminary investigation of a case.</summary>
public readonly record struct InvestigationId(Guid Value) : ITypedId<InvestigationId>, IParsable<InvestigationId>
{
    public static InvestigationId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static InvestigationId From(Guid value) => new(value);

    public static InvestigationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out InvestigationId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
