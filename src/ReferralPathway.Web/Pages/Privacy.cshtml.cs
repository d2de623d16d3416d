using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReferralPathway.Web.Pages;

/// <summary>How personal data are protected, in plain words, for the persons concerned and for those who work here.</summary>
public sealed class PrivacyModel : PageModel
{
    public IReadOnlyList<string> Parts { get; } = ["Open", "Who", "Why", "Consent", "Kept", "HowLong", "Seen", "Rights", "Decisions", "Complaint", "Cookies"];
}
