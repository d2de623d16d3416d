using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Emergency;

/// <summary>A37: in acute danger any worker of the lead tells the police, and them alone; a manager reviews it within 24 hours.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Recipient { get; init; }
        public List<string> Groups { get; init; } = [];
        public DateOnly? ValidUntil { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { ValidUntil = current.Today.AddDays(1) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var recipient = await db.OrganisationAsync(Input.Recipient, stopping);
        if (recipient is null) ModelState.AddModelError("Input.Recipient", t.Error("Required", "Consents.Recipient"));
        if (Input.Groups.Count == 0) ModelState.AddModelError("Input.Groups", t.Error("Required", "Consents.Groups.Missing"));
        if (Input.ValidUntil is null) ModelState.AddModelError("Input.ValidUntil", t.Error("Required", "Consents.Ground.Until"));
        else if (Input.ValidUntil < current.Today) ModelState.AddModelError("Input.ValidUntil", t["Errors.DateOrder", ("later", t["Consents.Ground.Until"]), ("earlier", t["Consents.TheDay"]), ("date", current.Today)]);
        if (string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", t.Error("Required", "Consents.Ground.Reason"));
        else if (Input.Reason.Length > 4000) ModelState.AddModelError("Input.Reason", t.Error("TooLong", "Consents.Ground.Reason", ("n", 4000), ("m", Input.Reason.Length)));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Consents, Revision, stopping);
        theCase.RecordLegalGround(recipient!.Id, recipient.Kind, "EMERGENCY", Recipients.GroupsOf(Input.Groups), Input.ValidUntil!.Value, Input.Reason!, current.Who.IsManager, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consents.Emergency.Done";
        return Redirect($"/cases/{hand.Id}/consents");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        Organisations = await db.RecipientsAsync(kind => kind == OrganisationKind.Police, current.Who.Organisation, t, stopping);
    }
}
