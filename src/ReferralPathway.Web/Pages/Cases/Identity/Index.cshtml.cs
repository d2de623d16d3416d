using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Cases.Identity;

/// <summary>Name and numbers in full. Only an act opens them: a link that is followed, or fetched ahead by a browser, shows nothing.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public DateTimeOffset At => current.At;

    public string Case => $"/cases/{hand.Id}";

    public IActionResult OnGet() => Redirect(Case);

    public async Task OnPostAsync(CancellationToken stopping) => View = await hand.IdentityAsync(stopping);
}
