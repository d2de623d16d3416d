using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Ends the session on the server; the next request with its cookie is nobody's.</summary>
public sealed class OutModel(Credentials credentials) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await credentials.SignOutAsync(stopping);
        // Whatever a browser may have kept of these pages; not the cookie that says which language somebody reads.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/sign-in");
    }
}
