using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Before something that must not be done by whoever finds the screen open.</summary>
public sealed class AgainModel(Credentials credentials, Passkeys passkeys, KeptForms kept, CurrentSession session, Wording t) : ProofModel(credentials, passkeys, kept, t)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping) =>
        session.At(SessionStage.Open) is { } open ? await ProveAsync(open, open.ProvedAt, stopping) : Redirect("/sign-in");

    public Task<IActionResult> OnGetPasskeyAsync() => AskAsync(session.At(SessionStage.Open));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stopping) =>
        session.At(SessionStage.Open) is { } open ? await ProveByPasskeyAsync(open, open.ProvedAt, stopping) : Redirect("/sign-in");
}
