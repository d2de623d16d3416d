namespace ReferralPathway.Domain.Foundations;

/// <summary>A case of one presumed victim. Never read aloud: people say the reference, 2026-000123.</summary>
public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>, IParsable<CaseId>
{
    public static CaseId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static CaseId From(Guid value) => new(value);

    public static CaseId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out CaseId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    public override string ToString() => Value.ToString();
}
