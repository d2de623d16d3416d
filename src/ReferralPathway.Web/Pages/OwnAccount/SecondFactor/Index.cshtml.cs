using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount.SecondFactor;

/// <summary>A new telephone: its key takes the place of the old one by its first code, and not before. Whoever comes here has just shown who they are.</summary>
public sealed class IndexModel(Credentials credentials, SecondFactors factors, CurrentSession session, Wording t) : PageModel
{
    private byte[]? _key;

    [BindProperty]
    public string? Code { get; set; }

    public string Key => SecondFactors.Spelled(_key!);

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    private FoundSession Here => session.Found!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        _key = await factors.NewNextKeyAsync(Here.Account.Id, stopping);
        // Without a second factor there is none to replace: signing in asks for the first.
        return _key is null ? Redirect("/account") : Page();
    }

    public async Task<IActionResult> OnGetPictureAsync(CancellationToken stopping) =>
        await factors.NextKeyAsync(Here.Account.Id, stopping) is { } key ? File(SecondFactors.Picture(key, Here.Account.Email!), "image/png") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        _key = await factors.NextKeyAsync(Here.Account.Id, stopping);
        if (_key is null) return Redirect("/account/second-factor");
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Factor.Code"));
        else if (await credentials.ReplaceFactorAsync(Here, Code, stopping) is { } codes) RecoveryCodes = codes;
        else ModelState.AddModelError(nameof(Code), t["SignIn.Code.Wrong"]);
        return Page();
    }
}
