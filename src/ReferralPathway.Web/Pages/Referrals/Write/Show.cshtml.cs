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

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>One referral as its sender sees it: how it stands, what was answered, and whom to ask next.</summary>
public sealed class ShowModel(PathwayDb db, CaseInHand hand, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public Referral Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>Who is responsible at the recipient's.</summary>
    public string? Responsible { get; private set; }

    /// <summary>Others of the same kind, those first whom the person has agreed to; after a decline only.</summary>
    public IReadOnlyList<(Organisation Organisation, bool Covered)> Others { get; private set; } = [];

    public bool CanWithdraw => Referral.Status is ReferralStatus.Draft or ReferralStatus.Sent || Referral is { Status: ReferralStatus.Accepted, Kind: not ReferralKind.Transfer };

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, stopping);
        if (!ReferralId.TryParse(referralId, null, out var id) || theCase.Referrals.SingleOrDefault(r => r.Id == id && r.Sender == current.Who.Organisation) is not { } referral) return NotFound();
        Referral = referral;
        Recipient = (await db.OrganisationAsync(referral.Recipient.ToString(), stopping))!;
        Responsible = View.Referrals.SingleOrDefault(r => r.Id == id)?.ResponsibleName;
        if (referral.Status is not (ReferralStatus.Declined or ReferralStatus.Withdrawn)) return Page();
        var others = await db.Organisations.AsNoTracking().Where(o => o.Kind == Recipient.Kind && o.IsActive && o.Id != Recipient.Id && o.Id != current.Who.Organisation).ToListAsync(stopping);
        Others = [.. others.Select(o => (o, Covered: !theCase.CoveredFor(o.Id, current.At).IsEmpty)).OrderByDescending(o => o.Covered).ThenByDescending(o => o.o.Municipality == View.Facts.Municipality).ThenBy(o => o.o.NameSv, StringComparer.CurrentCulture).Take(5)];
        return Page();
    }
}
