using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReferralPathway.Web.Pages;

/// <summary>What the pages do for those who use a keyboard, a screen reader, a phone or large letters, and what is not yet known.</summary>
public sealed class AccessibilityModel : PageModel
{
    public IReadOnlyList<string> Parts { get; } = ["Works", "Status", "Exit", "Unknown", "Tell", "Digg"];
}
