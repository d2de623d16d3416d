using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Answer;

/// <summary>F4: the recipient cannot help, and says why, so that the sender can ask somebody else today.</summary>
public sealed class DeclineModel(PathwayDb db, ReferralInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Reason { get; init; }
        public string? Text { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Referral Referral => hand.Referral;

    public Organisation Sender { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stopping) => await LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        if (!CodeLists.ReferralDeclineReason.Has(Input.Reason)) ModelState.AddModelError("Input.Reason", t["Errors.Missing"]);
        else if (Input.Reason == "OTHER" && (Input.Text?.Length ?? 0) < 10) ModelState.AddModelError("Input.Text", t["Rules.DecliningForAnotherReasonIsExplained", ("least", 10)]);
        if (Input.Text?.Length > 4000) ModelState.AddModelError("Input.Text", t.Error("TooLong", "Referrals.Decline.Text", ("n", 4000), ("m", Input.Text.Length)));
        if (!ModelState.IsValid) return Page();

        Referral.Decline(Input.Reason!, Input.Text, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Referrals.Decline.Done";
        return Redirect("/referrals");
    }

    private async Task LoadAsync(CancellationToken stopping) => Sender = (await db.OrganisationAsync(Referral.Sender.ToString(), stopping))!;
}
