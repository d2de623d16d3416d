using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Permits.Show;

/// <summary>One application: how it stands, what comes next, what it says.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/permits/{One.Id}";

    public bool IsOwn => One.Applicant == View.Mine;

    public bool MayDecide => View.May(CaseOperation.DecidePermit) && One.AddressedTo == View.Mine && PermitWay.Decisions(One).Any();

    /// <summary>The decision is what the application waits for.</summary>
    public bool Decides => MayDecide && (One.Status is PermitStatus.Submitted or PermitStatus.Appealed || PermitWay.Waiting(One) is not null);

    public bool MayFollow => View.May(CaseOperation.ApplyForPermit) && IsOwn && PermitWay.ApplicantSteps(One).Any();

    public bool MayExtend => View.May(CaseOperation.ExtendPermit) && PermitWay.CanBeExtended(One, current.Today);

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId) is not { } found) return NotFound();
        if (found.Status == PermitStatus.Draft) return Redirect($"{Case}/permits/write/{found.Id}");
        One = found;
        return Page();
    }
}
