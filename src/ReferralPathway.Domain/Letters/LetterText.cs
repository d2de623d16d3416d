using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Letters;

/// <summary>What a line of a template is.</summary>
public enum LetterLineKind { Title, Heading, Text, Point, Fact, Tick, Signature }

/// <param name="Label">Of a fact: what stands before it.</param>
/// <param name="Facts">Where the line was one field that holds several facts: those.</param>
public sealed record LetterLine(LetterLineKind Kind, string Text, string? Label = null, IReadOnlyList<(string Label, string Value)>? Facts = null);

/// <summary>What stands in the place of a field: a text, or several facts.</summary>
public sealed record LetterValue(string Text, IReadOnlyList<(string Label, string Value)>? Facts = null);

/// <summary>
/// The text of a template, one block a line: "# title", "## heading", "- point", "= label: fact", "[] box to tick", "_ line to sign on"; anything else is a paragraph. A field stands in braces.
/// A line whose fields are all empty is left out, and so is a heading under which nothing is left: what a reader may not read leaves no gap that tells of it.
/// </summary>
public static partial class LetterText
{
    public const int Longest = 20_000;

    public static IReadOnlyList<LetterLine> Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(Line)];

    /// <summary>The names of the fields that stand in it, each once.</summary>
    public static IReadOnlyList<string> Fields(string text) => [.. Field().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>What stands in braces and is no field of such a letter.</summary>
    public static IReadOnlyList<string> Unknown(LetterKind kind, string text) => [.. Fields(text).Except(LetterField.Of(kind).Select(f => f.Name))];

    /// <summary>Whether it begins with its one title.</summary>
    public static bool HasOneTitle(string text) => Lines(text) is [{ Kind: LetterLineKind.Title }, ..] lines && lines.Count(l => l.Kind == LetterLineKind.Title) == 1;

    /// <summary>The letter: every field in the place of its name.</summary>
    /// <param name="value">Null where the reader gets nothing.</param>
    public static IReadOnlyList<LetterLine> Fill(string text, Func<string, LetterValue?> value)
    {
        var filled = Lines(text).Select(line => Filled(line, value)).OfType<LetterLine>().ToList();
        return [.. filled.Where((line, i) => line.Kind != LetterLineKind.Heading || i + 1 < filled.Count && filled[i + 1].Kind is not (LetterLineKind.Heading or LetterLineKind.Title))];
    }

    private static LetterLine? Filled(LetterLine line, Func<string, LetterValue?> value)
    {
        var fields = Fields(line.Text);
        if (fields.Count == 0) return line;
        var values = fields.ToDictionary(f => f, value);
        if (values.Values.All(v => string.IsNullOrWhiteSpace(v?.Text))) return null;
        return line.Text == $"{{{fields[0]}}}" && values[fields[0]] is { Facts: { } facts }
            ? line with { Text = "", Facts = facts }
            : line with { Text = Field().Replace(line.Text, m => values[m.Groups[1].Value]?.Text ?? "").Trim() };
    }

    private static LetterLine Line(string line) => line switch
    {
        ['#', '#', .. var text] => new(LetterLineKind.Heading, text.Trim()),
        ['#', .. var text] => new(LetterLineKind.Title, text.Trim()),
        ['-', ' ', .. var text] => new(LetterLineKind.Point, text.Trim()),
        ['[', ']', .. var text] => new(LetterLineKind.Tick, text.Trim()),
        ['_', .. var text] => new(LetterLineKind.Signature, text.Trim()),
        ['=', .. var text] when text.Split(':', 2) is [var label, var fact] => new(LetterLineKind.Fact, fact.Trim(), label.Trim()),
        _ => new(LetterLineKind.Text, line),
    };

    [GeneratedRegex(@"\{(\w*)\}")]
    private static partial Regex Field();
}
