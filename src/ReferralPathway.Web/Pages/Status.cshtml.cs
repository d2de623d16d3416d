using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReferralPathway.Web.Pages;

/// <summary>What a person reads when there is no page to show. A case that one may not know of and one that does not exist look the same.</summary>
// It answers whatever failed, also a post without its token, and changes nothing.
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public string Kind { get; private set; } = "404";

    public void OnGet() => Show();

    /// <summary>A refused post is answered here too; nothing is done, so there is nothing to guard.</summary>
    public void OnPost() => Show();

    // Not bound: a form that cannot be read lets nothing be bound, and is no fault of this page's.
    private void Show()
    {
        ModelState.Clear();
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Kind = code switch { 403 => "403", 400 => "400", 429 => "429", >= 500 => "500", _ => "404" };
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
