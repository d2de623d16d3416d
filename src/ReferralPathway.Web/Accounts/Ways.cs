using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferralPathway.Web.Accounts;

/// <summary>Back to where somebody was going, on pages of our own only.</summary>
public static class Ways
{
    public static string Local(string? back) => RedirectHttpResult.IsLocalUrl(back) && !back.StartsWith('~') ? back : "/";

    public static string With(string page, string? back) => Local(back) is var local and not "/" ? $"{page}?back={Uri.EscapeDataString(local)}" : page;
}
