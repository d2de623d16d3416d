using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Where the link of an invitation leads. It shows nothing of the account; only a password that is set uses it up, because mail programs open links too.</summary>
public sealed class InvitationModel(PathwayDb db, OneTimeLinks links, Welcome welcome, PasswordCheck check, Wording t) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool Works { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping) => await FindAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (await FindAsync(stopping) is not { } link) return Page();
        var account = await db.Users.SingleAsync(a => a.Id == link.UserId, stopping);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), t.Error("Required", "SignIn.Invitation.Password"));
        else if (check.Problem(PasswordRules.Normal(Password), account) is { } problem) ModelState.AddModelError(nameof(Password), t[problem]);
        else if (Password != Again) ModelState.AddModelError(nameof(Again), t["SignIn.Password.Differs"]);
        if (!ModelState.IsValid) return Page();

        if (await welcome.TakeAsync(link, account, PasswordRules.Normal(Password!), stopping) is { } next)
        {
            TempData["Done"] = account.Status == AccountStatus.Active ? "SignIn.Invitation.Done" : "SignIn.Invitation.DoneWaits";
            return Redirect(next);
        }
        Works = false;
        return Page();
    }

    private async Task<OneTimeLink?> FindAsync(CancellationToken stopping)
    {
        var link = await links.FindAsync(Token, stopping);
        Works = link is not null;
        if (!Works) Response.StatusCode = StatusCodes.Status410Gone;
        return link;
    }
}
