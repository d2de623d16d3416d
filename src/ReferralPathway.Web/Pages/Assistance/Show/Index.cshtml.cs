using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Guidance;

namespace ReferralPathway.Web.Pages.Assistance.Show;

/// <summary>One plan: how it stands, what comes next, service by service. Where the person stays is not in it.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, GuidanceRooms rooms) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/plans/{Plan.Id}";

    private bool IsOpen => View.Core?.Status == CaseStatus.Open;

    public bool MayWrite => IsOpen && View.MayWrite(Plan);

    public bool MayAnswer => MayWrite && Plan.Status == PlanStatus.Proposed;

    public bool MayFollow => MayWrite && PlanWay.Acts(Plan, current.Today).Any();

    /// <summary>What the plan waits for, by text and page.</summary>
    public (string Text, string Page)? Next => Plan.Status switch
    {
        PlanStatus.Draft when MayAdd && Plan.Items.Count == 0 => ("Assistance.Show.Add", "items/new"),
        PlanStatus.Proposed when MayAnswer => ("Assistance.Answer.Title", "answer"),
        PlanStatus.Draft when MayFollow => ("Assistance.Follow.Propose", "follow"),
        PlanStatus.Agreed when MayFollow && Plan.Items.Any(i => i.Status is ItemStatus.Approved or ItemStatus.Ongoing) => ("Assistance.Follow.Activate", "follow"),
        PlanStatus.UnderReview when MayFollow => ("Assistance.Follow.Go", "follow"),
        _ => null,
    };

    public bool MayAdd => MayWrite && PlanWay.TakesServices(Plan);

    public bool MayChange(PlanItemRow item) => MayAdd && item.Status == ItemStatus.Planned;

    public bool MayRecord(PlanItemRow item) => IsOpen && PlanWay.Next(View, Plan, item).Count > 0;

    /// <summary>Both the social services and health care are needed (SoL 10:8).</summary>
    public bool NeedsCoordination => PlanItem.AskForCoordinatedPlan(Plan.Items.Where(i => i.Status is not (ItemStatus.Cancelled or ItemStatus.NotAvailable)).Select(Named));

    public AllowanceKind? Allowance(PlanItemRow item) => PlanItem.AllowanceOf(item.Service, item.Providers.Select(p => p.Kind));

    /// <summary>Where a return is applied for, when there is such a room and this person may enter it.</summary>
    public string? Returns => rooms.Room(View, "returns");

    public async Task<IActionResult> OnGetAsync(string planId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { } found) return NotFound();
        Plan = found;
        return Page();
    }

    private static (string, IReadOnlyList<Domain.Foundations.OrganisationKind>) Named(PlanItemRow item) => (item.Service, [.. item.Providers.Select(p => p.Kind)]);
}
