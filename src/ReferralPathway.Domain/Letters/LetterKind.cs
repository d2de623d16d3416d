namespace ReferralPathway.Domain.Letters;

/// <summary>What leaves the system as a letter. Each has a template, a reader, and the fields that may stand in it.</summary>
public enum LetterKind
{
    /// <summary>A referral, to its recipient.</summary>
    ReferralSheet,
    /// <summary>The application for a reflection period, to the Migration Agency.</summary>
    ReflectionPeriod,
    /// <summary>The application for a temporary residence permit, to the Migration Agency.</summary>
    TemporaryPermit,
    /// <summary>Part A of a return, to the regional coordinator.</summary>
    ReturnPartA,
    /// <summary>Part B of a return, to IOM.</summary>
    ReturnPartB,
    /// <summary>Parts A and B and the support plan together, to IOM.</summary>
    IomPacket,
    /// <summary>The plan of assistance, to the person.</summary>
    Plan,
    /// <summary>The form on which the person says yes or no to one organisation, in the person's own language.</summary>
    ConsentForm,
    /// <summary>What a consent or a ground of law opens of the case, to the organisation that it names.</summary>
    DisclosureExtract,
    /// <summary>What one's own organisation holds about the person, to the person.</summary>
    SubjectExtract,
}

public static class LetterKinds
{
    /// <summary>The languages into which the form of consent is put.</summary>
    public static readonly IReadOnlyList<string> ConsentLanguages = ["sv", "en", "ar", "es", "fr", "pl", "ro", "ru", "so", "th", "ti", "uk", "vi", "zh"];

    private static readonly string[] OwnLanguages = ["sv", "en"];

    /// <summary>Every kind, and every language in which there is a template of it.</summary>
    public static IReadOnlyList<string> LanguagesOf(LetterKind kind) => kind == LetterKind.ConsentForm ? ConsentLanguages : OwnLanguages;

    /// <summary>Whether a text in this language was translated and waits for somebody who knows it: staff read Swedish and English themselves.</summary>
    public static bool IsTranslated(string language) => !OwnLanguages.Contains(language);

    public static bool IsRightToLeft(string language) => language == "ar";

    /// <summary>"referral-sheet", as an address says it.</summary>
    public static string Word(LetterKind kind) => string.Concat(kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>Null where there is no such kind.</summary>
    public static LetterKind? Find(string? word) => Enum.GetValues<LetterKind>().Where(k => Word(k) == word).Select(k => (LetterKind?)k).FirstOrDefault();
}
