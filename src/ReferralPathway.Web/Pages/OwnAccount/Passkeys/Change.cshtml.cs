using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount.Passkeys;

/// <summary>One of one's own passkeys: another name, or gone.</summary>
public sealed class ChangeModel(Credentials credentials, Accounts.Passkeys passkeys, CurrentSession session, Wording t) : PageModel
{
    /// <summary>The id of the passkey in base 64, as the browser writes it.</summary>
    [FromRoute]
    public string Passkey { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    private FoundSession Here => session.Found!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (await FindAsync(stopping) is not { } kept) return NotFound();
        Name = kept.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (await FindAsync(stopping) is null) return NotFound();
        if (PasskeyName.Problem(Name, t) is { } problem)
        {
            ModelState.AddModelError(nameof(Name), problem);
            return Page();
        }
        await credentials.RenamePasskeyAsync(Here, Passkey, Name!.Trim(), stopping);
        TempData["Done"] = "Passkeys.Renamed";
        return Redirect("/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stopping)
    {
        if (await FindAsync(stopping) is null) return NotFound();
        await credentials.RemovePasskeyAsync(Here, Passkey, stopping);
        TempData["Done"] = "Passkeys.Removed";
        return Redirect("/account/passkeys");
    }

    private async Task<KeptPasskey?> FindAsync(CancellationToken stopping) => (await passkeys.OfAsync(Here.Account.Id, stopping)).SingleOrDefault(k => k.Id == Passkey);
}
