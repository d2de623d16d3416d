using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Letters;

/// <summary>A template filled with invented values, for whoever writes it and may see no case.</summary>
internal static class LetterPreview
{
    public static LetterSheet Of(LetterKind kind, string language, string text, int number, Wording t) =>
        new(new(kind, Guid.Empty, null), new(LetterBasisKind.Own, null, null), DataGroups.None, t["LetterExample.reference"], language, number, LetterKinds.IsTranslated(language), t["LetterExample.recipient"],
            t["Letters.Admin.Example"], LetterText.Fill(text, field => new(t[$"LetterExample.{field}"])));
}
