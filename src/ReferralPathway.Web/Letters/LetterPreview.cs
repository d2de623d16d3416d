using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Letters;

/// <summary>A template filled with invented values, for whoever writes it and may see no case.</summary>
internal static class LetterPreview
{
    public static LetterSheet Of(LetterKind kind, string language, string text, int number, Wording t)
    {
        // A Swedish letter names a Swedish example, whoever looks at it.
        var example = PageLanguage.Of(language) is { } own ? t.In(own) : t;
        return new(
            new(kind, Guid.Empty, null), DataGroups.None, example["LetterExample.reference"], language, number, LetterKinds.IsTranslated(language), example["LetterExample.recipient"],
            example["Letters.Admin.Example"], LetterText.Fill(text, field => new(example[$"LetterExample.{field}"])));
    }
}
