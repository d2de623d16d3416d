using System.Globalization;
using System.Text;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// What a Swedish password is guessed from first: common words, months and days, clubs, rows of the keyboard, and the places of the country. The estimate of zxcvbn
/// knows English. Each word stands here as it is written and as it is typed without the dots and the ring.
/// </summary>
internal static class CommonWords
{
    private const string File = "Accounts/common-words.sv.txt";

    /// <summary>The likeliest first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Listed().Concat(Places()).SelectMany(Ways).Distinct()];

    private static IEnumerable<string> Listed()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line is not ['#', ..]) yield return line;
    }

    private static IEnumerable<string> Places() => Geography.Municipalities.Select(m => m.Name).Concat(Geography.Counties.Select(c => c.NameSv))
        .Select(name => name.ToLower(CultureInfo.InvariantCulture)).SelectMany(name => (IEnumerable<string>)[name.Replace(" ", "", StringComparison.Ordinal), .. name.Split(' ', '-')]);

    private static IEnumerable<string> Ways(string word) => [word, string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))];
}
