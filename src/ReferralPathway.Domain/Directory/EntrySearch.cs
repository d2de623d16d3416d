using System.Globalization;
using System.Text;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>How the directory is searched: small letters without accents, so that "malmo" finds Malmö; every word has to be there, in any order.</summary>
public static class EntrySearch
{
    /// <summary>The most words that are looked for.</summary>
    private const int MostWords = 8;

    public static IReadOnlyList<string> WordsOf(string? query) =>
        [.. Plain(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).Distinct().Take(MostWords)];

    internal static string TextOf(DirectoryEntry entry)
    {
        var parts = new List<string?>
        {
            entry.NameSv, entry.NameEn, entry.UnitSv, entry.UnitEn, entry.AssistanceSv, entry.AssistanceEn,
            Geography.FindMunicipality(entry.Municipality)?.Name, Geography.CountyOf(entry.Municipality)?.NameSv,
        };
        if (entry.Area is { } area)
        {
            parts.Add(CoordinationRegions.Name(area));
            if (entry.Region is not null) parts.AddRange(Geography.Counties.Where(c => c.Region == area).Select(c => c.NameSv));
        }
        foreach (var channel in entry.Channels.Where(c => c.IsPublic)) parts.AddRange([channel.Shown, channel.Normalised, channel.LabelSv, channel.LabelEn]);
        return Plain(string.Join(' ', parts.OfType<string>()));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().SelectMany(r => r.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            plain.Append(Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : Rune.ToLowerInvariant(rune).ToString());
        }
        return plain.ToString();
    }
}
