using System.Text;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

/// <summary>NIST SP 800-63B: long, not easily guessed, and no rules of composition. Guessing is measured by zxcvbn with the person's own words and the common Swedish ones.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    // Three parts in a row, such as a season, a year and a mark, count as 3 with zxcvbn however common each of them is.
    private const int Strength = 4;

    /// <summary>The text key of what is wrong; null when nothing is.</summary>
    public static string? Problem(string password, Account account) => password.EnumerateRunes().Count() switch
    {
        < Shortest => "SignIn.Password.Short",
        > Longest => "SignIn.Password.Long",
        // Spaces between words are no secret: without them the words have to be enough.
        _ => Score(password, account) < Strength || Score(string.Concat(password.Where(char.IsLetterOrDigit)), account) < Strength ? "SignIn.Password.Guessable" : null,
    };

    /// <summary>The same text however a keyboard composes it. U+FFFE is no character, and cannot be composed.</summary>
    public static string Normal(string password) => password.Replace('\ufffe', '\ufffd').Normalize(NormalizationForm.FormKC);

    // Beyond a hundred characters the estimate costs more than it can tell.
    private static int Score(string password, Account account) => password.Length == 0 ? 0 : Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, 100)], KnownWords(account)).Score;

    private static IEnumerable<string> KnownWords(Account account) =>
        $"{account.Name} {account.Email} referral pathway".Split([' ', '@', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Concat(CommonWords.All);
}
