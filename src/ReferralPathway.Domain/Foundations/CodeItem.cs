namespace ReferralPathway.Domain.Foundations;

/// <summary>One value of a code list.</summary>
/// <param name="NoteSv">A sentence shown beside the choice, where there is something to know.</param>
public sealed record CodeItem(string Code, string Sv, string En, string? NoteSv, string? NoteEn)
{
    public string In(string language) => language == "en" ? En : Sv;

    public string? NoteIn(string language) => language == "en" ? NoteEn : NoteSv;
}
