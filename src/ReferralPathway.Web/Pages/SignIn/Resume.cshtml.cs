using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Gives back what was typed into a session that had locked: one button sends it to where it was going, as if nothing had come between.</summary>
public sealed class ResumeModel(KeptForms forms, CurrentSession session) : PageModel
{
    public KeptPage Kept { get; private set; } = new("/", []);

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (session.At(SessionStage.Open) is not { } open || await forms.FindAsync(open, DateTimeOffset.MinValue, stopping) is not { } found) return Redirect("/");
        Kept = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (session.At(SessionStage.Open) is { } open) await forms.ForgetAsync(open, stopping);
        return Redirect("/");
    }
}
