using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Sets up the second factor. Its key is shown here until its first code has come back, and never again.</summary>
public sealed class SecondFactorModel(Credentials credentials, SecondFactors factors, CurrentSession session, Wording t) : PageModel
{
    private FoundSession? _half;
    private byte[] _key = [];

    [BindProperty]
    public string? Code { get; set; }

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public string Key => SecondFactors.Spelled(_key);

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>The account still waits for somebody to confirm it.</summary>
    public bool Waits => _half?.Account.Status == AccountStatus.AwaitingConfirmation;

    public string Next => Waits ? "/sign-in" : Ways.Local(Back);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _half = session.At(SessionStage.FactorMissing);
        if (_half is null || await factors.PendingKeyAsync(_half.Account.Id, HttpContext.RequestAborted) is not { } key)
        {
            context.Result = Redirect("/sign-in");
            return;
        }
        _key = key;
        await next();
    }

    public void OnGet()
    {
    }

    public FileContentResult OnGetPicture() => File(SecondFactors.Picture(_key, _half!.Account.Email!), "image/png");

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Factor.Code"));
        else if (await credentials.SetUpFactorAsync(_half!, Code, stopping) is { } codes) RecoveryCodes = codes;
        else ModelState.AddModelError(nameof(Code), t["SignIn.Code.Wrong"]);
        return Page();
    }
}
