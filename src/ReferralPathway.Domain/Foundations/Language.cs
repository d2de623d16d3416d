namespace ReferralPathway.Domain.Foundations;

/// <param name="Code">ISO 639-1, or ISO 639-3 where that has no code.</param>
/// <param name="IsOftenInterpreted">An interpreter is often asked for.</param>
public sealed record Language(string Code, string NameSv, string NameEn, bool IsOftenInterpreted)
{
    public string NameIn(string language) => language == "en" ? NameEn : NameSv;
}
