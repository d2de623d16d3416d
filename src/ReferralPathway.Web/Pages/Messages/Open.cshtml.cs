using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Messages;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Messages;

/// <summary>Opens what a message is about; the message is read from then on.</summary>
public sealed class OpenModel(PathwayDb db, Inbox inbox, CurrentPerson current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stopping)
    {
        if (await inbox.OneAsync(current.Who, id, stopping) is not { } notice) return NotFound();
        notice.Read(current.At);
        await db.SaveChangesAsync(stopping);
        return Redirect(WayTo.Of(notice));
    }
}
