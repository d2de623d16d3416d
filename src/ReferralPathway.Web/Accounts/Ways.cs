using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferralPathway.Web.Accounts;

/// <summary>Back to where somebody was going, on pages of our own only.</summary>
public static class Ways
{
    /// <summary>Longer than any address of a page; a longer one is not carried on.</summary>
    private const int Longest = 500;

    public static string Local(string? back) => back is { Length: <= Longest } && RedirectHttpResult.IsLocalUrl(back) && !back.StartsWith('~') ? back : "/";

    public static string With(string page, string? back) => Local(back) is var local and not "/" ? $"{page}?back={Uri.EscapeDataString(local)}" : page;
}
