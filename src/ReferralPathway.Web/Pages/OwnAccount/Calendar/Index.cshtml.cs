using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Overview;

namespace ReferralPathway.Web.Pages.OwnAccount.Calendar;

/// <summary>The address at which one's own calendar reads when work falls due. It is shown once, and taken back at any time.</summary>
public sealed class IndexModel(CalendarFeeds feeds, CurrentPerson current) : PageModel
{
    public CalendarFeed? Feed { get; private set; }

    /// <summary>The address that was just made; null at every other time.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping) => Feed = await feeds.OfAsync(current.Who.User, stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Address = $"{Request.Scheme}://{Request.Host}{await feeds.NewAsync(current.Who.User, stopping)}";
        Feed = await feeds.OfAsync(current.Who.User, stopping);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stopping)
    {
        await feeds.TakeBackAsync(current.Who.User, stopping);
        TempData["Done"] = "Calendar.Feed.TakenBack";
        return RedirectToPage();
    }
}
