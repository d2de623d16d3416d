using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>A form that a passkey fills in.</summary>
/// <param name="Question">Where the browser learns what it is asked.</param>
/// <param name="Action">Where the answer goes.</param>
public sealed record PasskeyForm(string Question, string Action, string Button)
{
    /// <summary>On a page that has another way for whoever has no passkey.</summary>
    /// <param name="back">Where the person was going.</param>
    public static PasskeyForm On(string page, string? back, string button) =>
        new($"{page}?handler=Passkey", Ways.With(page, back) is var way && way == page ? $"{page}?handler=Passkey" : $"{way}&handler=Passkey", button);
}
