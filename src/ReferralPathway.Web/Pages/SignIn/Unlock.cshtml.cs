using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>A session that nobody used for a quarter of an hour: who sits there now proves it, and goes on where they were.</summary>
public sealed class UnlockModel(Credentials credentials, Sessions sessions, KeptForms kept, CurrentSession session, Wording t) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public bool AsksCode => credentials.AsksCode;

    public IActionResult OnGet() => session.Found switch
    {
        null => Redirect("/sign-in"),
        { IsLocked: false } => LocalRedirect(Ways.Local(Back)),
        _ => Page(),
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (session.Found is not { IsLocked: true } locked) return Redirect("/sign-in");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), t.Error("Required", "SignIn.Password"));
        if (AsksCode && string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Code.Field"));
        if (!ModelState.IsValid) return Page();

        if (!await credentials.ProveAsync(locked, Password!, Code, stopping))
        {
            ModelState.AddModelError("", t["SignIn.Unlock.Wrong"]);
            return Page();
        }
        await sessions.UnlockAsync(locked.Id, stopping);
        if (await kept.FindAsync(locked, locked.LastSeenAt, stopping) is not null) return Redirect("/sign-in/resume");
        return LocalRedirect(Ways.Local(Back));
    }
}
