using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Before something that must not be done by whoever finds the screen open.</summary>
public sealed class AgainModel(Credentials credentials, Sessions sessions, KeptForms kept, CurrentSession session, Wording t) : ProofModel(credentials, sessions, kept, t)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping) =>
        session.At(SessionStage.Open) is { } open ? await ProveAsync(open, open.ProvedAt, stopping) : Redirect("/sign-in");
}
