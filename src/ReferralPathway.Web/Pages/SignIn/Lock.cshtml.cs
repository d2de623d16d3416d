using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>
/// Where the script of an open page sends what has been typed when nobody has used it for a quarter of an hour: it is kept, and the session locked. The
/// worst that a forged post could do is to lock a screen, and the session's cookie does not travel with one.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LockModel(Sessions sessions, KeptForms kept, CurrentSession session) : PageModel
{
    public IActionResult OnGet() => Redirect("/sign-in/unlock");

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "at")] string? at, CancellationToken stopping)
    {
        if (session.Found is not { } found) return Redirect("/sign-in");
        await kept.KeepAsync(found, Request, Ways.Local(at), stopping);
        await sessions.LockAsync(found.Id, stopping);
        return Redirect(Ways.With("/sign-in/unlock", at));
    }
}
