using System.Text;
using ReferralPathway.Data.Accounts;

namespace ReferralPathway.Web.Accounts;

/// <summary>NIST SP 800-63B: long, not easily guessed, and no rules of composition. Guessing is measured by zxcvbn with the person's own words.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;
    private const int Strength = 3;

    /// <summary>The text key of what is wrong; null when nothing is.</summary>
    public static string? Problem(string password, Account account, params IEnumerable<string> words) => password.EnumerateRunes().Count() switch
    {
        < Shortest => "SignIn.Password.Short",
        > Longest => "SignIn.Password.Long",
        // Beyond a hundred characters the estimate costs more than it can tell.
        _ => Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, 100)], [.. OwnWords(account), .. words]).Score < Strength ? "SignIn.Password.Guessable" : null,
    };

    /// <summary>The same text however a keyboard composes it.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    private static IEnumerable<string> OwnWords(Account account) =>
        $"{account.Name} {account.Email} referral pathway hänvisning".Split([' ', '@', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
}
