using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Statistics.List;

/// <summary>The reports that one may read.</summary>
public sealed class IndexModel(CurrentPerson current) : PageModel
{
    public IEnumerable<Report> Readable => Reports.All.Where(r => r.IsReadBy(current.Who.Role));

    public void OnGet()
    {
    }
}
