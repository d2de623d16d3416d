using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Integration.Show;

/// <summary>One plan for long-term integration: how it stands, what the right to stay opens today, component by component.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IntegrationRow Plan { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/integration/{Plan.Id}";

    public bool IsPublicOpen => View.PublicIntegrationIsOpen(current.Today);

    public bool MayAdd => View.Core?.Status == CaseStatus.Open && !Plan.IsOver && View.MayWrite(Plan);

    public bool MayAnswer => MayAdd && IntegrationWay.MayAnswer(Plan);

    public bool MayChange(ComponentRow component) => MayAdd && Plan.Status == IntegrationStatus.Draft && component.EndedOn is null;

    public bool MayEnd(ComponentRow component) => MayAdd && component.EndedOn is null;

    public bool IsShut(ComponentRow component) => IntegrationWay.IsShut(View, component, current.Today);

    public async Task<IActionResult> OnGetAsync(string integrationId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (IntegrationWay.Find(View, integrationId) is not { } found) return NotFound();
        Plan = found;
        return Page();
    }
}
