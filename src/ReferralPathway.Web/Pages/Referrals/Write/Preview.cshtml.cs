using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>F2: exactly what the recipient will see now, and after it accepts; then the referral is sent.</summary>
public sealed class PreviewModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public bool DangerAcknowledged { get; set; }

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public ReferralRow Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>The mask that the recipient's part would have if it accepted now.</summary>
    public DataGroups Reached { get; private set; }

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(referralId, stopping)) return NotFound();
        return Referral.Status == ReferralStatus.Draft ? Page() : Redirect($"/cases/{hand.Id}/referrals/{Referral.Id}");
    }

    public async Task<IActionResult> OnPostAsync(string referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(referralId, stopping)) return NotFound();
        if (Referral is { Urgency: Urgency.ImmediateDanger, Status: ReferralStatus.Draft } && !DangerAcknowledged)
            ModelState.AddModelError(nameof(DangerAcknowledged), t["Rules.ImmediateDangerMeans112First"]);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, Revision, stopping);
        try
        {
            theCase.SendReferral(Referral.Id, DangerAcknowledged, current.Act, await db.CanBeChosenAsync(Recipient.Id, stopping));
        }
        catch (RuleBrokenException broken) when (broken.Rule == Rule.ReferralNeedsConsent)
        {
            throw new RuleBrokenException(broken.Rule, ("recipient", Recipient.Name(t.Language.Code)));
        }
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Referrals.Sent.Done";
        return Redirect($"/cases/{hand.Id}/referrals/{Referral.Id}");
    }

    /// <summary>How the recipient would see a group after accepting.</summary>
    public Sees After(DataGroup group) =>
        Reached.Has(group) ? Sees.Full
        : Reach.SummaryOf(group) is { IsEmpty: false } summary && Reached.Covers(summary) ? Sees.Part
        : Sees.None;

    private async Task<bool> LoadAsync(string referralId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        if (View.OwnReferral(referralId) is not { } referral) return false;
        Referral = referral;
        Recipient = (await db.OrganisationAsync(referral.Recipient.ToString(), stopping))!;
        var role = OrganisationKinds.CaseRoleOf(Recipient.Kind)!.Value;
        var covered = View.CoveredFor(referral.Recipient);
        Reached = referral.Kind == ReferralKind.Transfer
            ? covered.Has(DataGroup.Health) ? Reach.OfLead(role) : Reach.OfLead(role).Without(DataGroup.Health)
            : Reach.OfRecipient(role, covered & new DataGroups(referral.Groups), healthIsNamed: true);
        return true;
    }
}
