using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>F6, F7: the sender takes a referral back.</summary>
public sealed class WithdrawModel(PathwayDb db, CaseInHand hand, CurrentPerson current) : PageModel
{
    public Referral Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    public string Reference => hand.Standing.Reference;

    public CaseId Id => hand.Id;

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping) => await LoadAsync(referralId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(referralId, stopping)) return NotFound();
        var sent = Referral.Status != ReferralStatus.Draft;
        Referral.Withdraw(await db.HasServedAsync(Referral.Id, stopping), current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = sent ? "Referrals.Withdraw.Done" : "Referrals.Withdraw.Discarded";
        return Redirect(sent ? $"/cases/{hand.Id}/referrals/{Referral.Id}" : $"/cases/{hand.Id}");
    }

    private async Task<bool> LoadAsync(string referralId, CancellationToken stopping)
    {
        if (!ReferralId.TryParse(referralId, null, out var id)
            || await db.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.CaseId == hand.Id && r.Sender == current.Who.Organisation, stopping) is not { } referral) return false;
        Referral = referral;
        Recipient = (await db.OrganisationAsync(referral.Recipient.ToString(), stopping))!;
        return true;
    }
}
