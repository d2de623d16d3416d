using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>A session that nobody used for a quarter of an hour.</summary>
public sealed class UnlockModel(Credentials credentials, Passkeys passkeys, KeptForms kept, CurrentSession session, Wording t) : ProofModel(credentials, passkeys, kept, t)
{
    public IActionResult OnGet() => session.Found switch
    {
        null => Redirect("/sign-in"),
        { IsLocked: false } => LocalRedirect(Ways.Local(Back)),
        _ => Page(),
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping) =>
        session.Found is { IsLocked: true } locked ? await ProveAsync(locked, locked.LastSeenAt, stopping) : Redirect("/sign-in");

    public Task<IActionResult> OnGetPasskeyAsync() => AskAsync(session.Found is { IsLocked: true } locked ? locked : null);

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stopping) =>
        session.Found is { IsLocked: true } locked ? await ProveByPasskeyAsync(locked, locked.LastSeenAt, stopping) : Redirect("/sign-in");
}
