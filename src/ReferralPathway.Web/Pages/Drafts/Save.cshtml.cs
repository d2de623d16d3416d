using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Drafts;

/// <summary>Where the script of an open page sends what has been typed so far. It answers with the sentence that then stands under the form.</summary>
public sealed class SaveModel(Forms.Drafts drafts, CurrentPerson current, Wording t) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var form = Request.HasFormContentType && Request.ContentLength is <= Forms.Drafts.Largest ? Request.Form : FormCollection.Empty;
        var (address, which) = (Ways.Local(form["page"]), form["form"].ToString());
        if (!Guid.TryParse(form["draft"], out var id) || !Guid.TryParse(form["of"], out var act) || address.Length > 400 || which.Length is 0 or > 20) return BadRequest();
        await drafts.SaveAsync(id, address, which, act, form, stopping);
        return Content(t["Drafts.Saved", ("at", t.Time(current.At))]);
    }
}
