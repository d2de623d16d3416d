using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Withdraw;

/// <summary>K3: the person takes a consent back, and it has effect in the same transaction.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Consent { get; init; }
        public DateOnly? On { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<ConsentRow> InForce { get; private set; } = [];

    /// <summary>The consents to choose from, and what ending each would do.</summary>
    public IEnumerable<Choice> Choices => InForce.Select(c => new Choice(
        c.Id.ToString(), t["Consents.Withdraw.One", ("recipient", t.Language == PageLanguage.English ? c.RecipientEn : c.RecipientSv), ("purpose", t.Code("consent_purpose", c.Purpose))], Consequence(c)));

    public async Task OnGetAsync(string? consent, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { Consent = consent, On = current.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var chosen = InForce.SingleOrDefault(c => c.Id.ToString() == Input.Consent);
        if (chosen is null) ModelState.AddModelError("Input.Consent", t["Consents.Withdraw.Choose"]);
        if (Input.On is null) ModelState.AddModelError("Input.On", t.Error("Required", "Consents.Withdraw.On"));
        else if (Input.On > current.Today) ModelState.AddModelError("Input.On", t.Error("DateFuture", "Consents.Withdraw.On", ("today", current.Today)));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, Revision, stopping);
        theCase.WithdrawConsent(chosen!.Recipient, chosen.Purpose, Input.On!.Value, string.IsNullOrWhiteSpace(Input.Reason) ? null : Input.Reason, theCase.Referrals, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consents.Withdraw.Done";
        return Redirect($"/cases/{hand.Id}/consents");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        InForce = [.. ConsentLedger.At(View.Consents, current.At).Where(c => c.State == ConsentState.Given).Select(c => c.Line)];
    }

    private string Consequence(ConsentRow consent)
    {
        var waiting = Of(ReferralStatus.Draft, ReferralStatus.Sent);
        var accepted = Of(ReferralStatus.Accepted);
        if (consent.Purpose != Purposes.Referral || waiting + accepted == 0) return t["Consents.Withdraw.NothingWaits"];
        return string.Join(' ', new[]
        {
            waiting > 0 ? t.Count("Consents.Withdraw.Waiting", waiting) : null,
            accepted > 0 ? t["Consents.Withdraw.Accepted"] : null,
        }.OfType<string>());

        int Of(params ReferralStatus[] states) => View.Referrals.Count(r => r.Recipient == consent.Recipient && states.Contains(r.Status));
    }
}
