using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Complete;

/// <summary>F5: what was asked is done. What the recipient read it keeps; it gets nothing later. For a recipient without accounts the sender writes it down.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Outcome { get; init; }
        public DateOnly? On { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Referral Referral { get; private set; } = null!;

    public string Reference => hand.Standing.Reference;

    /// <summary>The referral as the reader knows it: received, or sent to somebody who answers by telephone.</summary>
    public string Back => Referral.Recipient == current.Who.Organisation ? $"/referrals/{Referral.Id}" : $"/cases/{hand.Id}/referrals/{Referral.Id}";

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping)
    {
        Input = new() { On = current.Today };
        return await LoadAsync(referralId, stopping) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(referralId, stopping)) return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Outcome)) ModelState.AddModelError("Input.Outcome", t.Error("Required", "Referrals.Outcome"));
        else if (Input.Outcome.Length > 4000) ModelState.AddModelError("Input.Outcome", t.Error("TooLong", "Referrals.Outcome", ("n", 4000), ("m", Input.Outcome.Length)));
        if (Input.On is null) ModelState.AddModelError("Input.On", t.Error("Required", "Referrals.CompletedOn"));
        else if (Input.On > current.Today) ModelState.AddModelError("Input.On", t.Error("DateFuture", "Referrals.CompletedOn", ("today", current.Today)));
        if (!ModelState.IsValid) return Page();

        Referral.Complete(Input.Outcome!, Input.On!.Value, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = Referral.IsRecordedBySender ? "Referrals.Complete.DoneTold" : "Referrals.Complete.Done";
        return Redirect(Back);
    }

    private async Task<bool> LoadAsync(string referralId, CancellationToken stopping)
    {
        if (!ReferralId.TryParse(referralId, null, out var id)
            || await db.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.CaseId == hand.Id && (r.Recipient == current.Who.Organisation || r.Sender == current.Who.Organisation && r.ToldBy != null) && r.Status != ReferralStatus.Draft, stopping) is not { } referral) return false;
        Referral = referral;
        return true;
    }
}
