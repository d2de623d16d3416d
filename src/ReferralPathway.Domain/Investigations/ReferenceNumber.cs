using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Investigations;

/// <summary>
/// The number under which an authority keeps an investigation. Authorities may change how theirs look, so a number that looks unusual is pointed out and never refused.
/// </summary>
public static partial class ReferenceNumber
{
    public const int Least = 3;
    public const int Most = 40;

    /// <summary>Three to forty letters, digits, hyphens and strokes.</summary>
    public static bool IsWritten(string text) => Written.IsMatch(text);

    /// <summary>Whether it looks as numbers of that authority do: 5000-K123456-26 at the police, AM-12345-26 at the Prosecution Authority.</summary>
    public static bool LooksUsual(LeaderKind leader, string text) => leader switch
    {
        LeaderKind.Police => Police.IsMatch(text),
        LeaderKind.Prosecutor => Prosecutor.IsMatch(text),
        _ => false,
    };

    [GeneratedRegex(@"^[\p{L}\p{Nd}/-]{3,40}$")]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^[0-9]{4}-K[0-9]{1,7}-[0-9]{2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Police { get; }

    [GeneratedRegex(@"^AM-[0-9]{1,7}-[0-9]{2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Prosecutor { get; }
}
