using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.Drafts;

/// <summary>Throws away what was typed and not sent, and opens the form as it is without it.</summary>
public sealed class ForgetModel(Forms.Drafts drafts) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(Guid? draft, string? back, CancellationToken stopping)
    {
        if (draft is { } id) await drafts.ForgetAsync(id, stopping);
        TempData["Done"] = "Drafts.Forgotten";
        return LocalRedirect(Ways.Local(back));
    }
}
