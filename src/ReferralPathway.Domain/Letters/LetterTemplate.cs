using System.Text;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Letters;

/// <summary>
/// One version of the text of a letter in one language, as an administrator wrote it. Versions are added and never changed: a letter that was handed over names the version it was written
/// from. Version 0 comes with the product.
/// </summary>
public sealed class LetterTemplate
{
    private LetterTemplate() { }

    /// <param name="number">One more than the last.</param>
    /// <param name="reviewed">Somebody who knows the language has read it; Swedish and English need nobody else.</param>
    /// <exception cref="RuleBrokenException"/>
    public static LetterTemplate Write(LetterKind kind, string language, int number, string text, bool reviewed, Act act)
    {
        if (!LetterKinds.LanguagesOf(kind).Contains(language)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (!LetterText.HasOneTitle(text)) throw new RuleBrokenException(Rule.ALetterHasOneTitle);
        if (LetterText.Unknown(kind, text) is { Count: > 0 } unknown) throw new RuleBrokenException(Rule.ALetterNamesOnlyItsFields, ("fields", string.Join(", ", unknown.Select(f => $"{{{f}}}"))));
        return new()
        {
            Id = Guid.CreateVersion7(act.At),
            Kind = kind,
            Language = language,
            Number = number,
            Text = text,
            Reviewed = reviewed || !LetterKinds.IsTranslated(language),
            WrittenBy = act.By,
            WrittenAt = act.At,
        };
    }

    public Guid Id { get; private set; }

    public LetterKind Kind { get; private set; }

    /// <summary>ISO 639.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The highest is the one that is used.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>False: the letter says that it is a draft.</summary>
    public bool Reviewed { get; private set; }

    public UserId WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The text that comes with the product.</summary>
    public static string Preset(LetterKind kind, string language)
    {
        using var stream = typeof(LetterTemplate).Assembly.GetManifestResourceStream(typeof(LetterTemplate), $"Texts.{kind}.{language}.txt")
            ?? throw new InvalidOperationException($"There is no text of {kind} in {language}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
