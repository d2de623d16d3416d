using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Cases.Show;

public sealed class IndexModel(CaseInHand hand) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);
}
