using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Reimbursement;

/// <summary>
/// An amount as people write it, in Swedish or English: "12 400,00", "12,400.00", "12.400,00". What can be read in two ways ("12,400") is not guessed at.
/// </summary>
public static partial class Kronor
{
    public const decimal Most = 99_999_999.99m;

    public static bool TryRead(string? text, out decimal amount)
    {
        amount = 0;
        var written = Spaces().Replace(text?.Trim() ?? "", " ");
        written = Unit().Replace(written, "");
        if (Plain().Match(written) is { Success: true } plain) return Read(plain, ",.", out amount);
        if (WithCommas().Match(written) is { Success: true } english) return Read(english, ".", out amount);
        return WithPoints().Match(written) is { Success: true } continental && Read(continental, ",", out amount);
    }

    /// <summary>0 to 99 999 999.99, in whole öre.</summary>
    public static bool IsAmount(decimal amount) => amount is >= 0 and <= Most && decimal.Round(amount, 2) == amount;

    private static bool Read(Match match, string separators, out decimal amount)
    {
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var part = match.Groups["part"].Value.TrimStart(separators.ToCharArray());
        // Longer than any amount there is: the number must not overflow before it is refused.
        if (whole.Length > 12) whole = "999999999999";
        amount = decimal.Parse($"{whole}.{(part.Length == 0 ? "0" : part)}", CultureInfo.InvariantCulture);
        return true;
    }

    [GeneratedRegex(@"[\s\u00a0\u2009\u202f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?(kr|kronor|SEK)\.?$|^SEK ", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    /// <summary>No separator of thousands but a space.</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]+|[0-9]{1,3}( [0-9]{3})+)(?<part>[.,][0-9]{1,2})?$")]
    private static partial Regex Plain();

    /// <summary>Commas between the thousands: with öre, or with two commas at least.</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}(,[0-9]{3})+)(?<part>\.[0-9]{1,2})$|^(?<whole>[0-9]{1,3}(,[0-9]{3}){2,})$")]
    private static partial Regex WithCommas();

    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}(\.[0-9]{3})+)(?<part>,[0-9]{1,2})$|^(?<whole>[0-9]{1,3}(\.[0-9]{3}){2,})$")]
    private static partial Regex WithPoints();
}
