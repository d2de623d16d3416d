namespace ReferralPathway.Domain.Foundations;

/// <summary>A group of Delphi indicators.</summary>
/// <param name="Element">The element of trafficking it speaks of: MEANS or PURPOSE.</param>
public sealed record IloDimension(string Code, string Element, string Sv, string En)
{
    public string In(string language) => language == "en" ? En : Sv;
}
