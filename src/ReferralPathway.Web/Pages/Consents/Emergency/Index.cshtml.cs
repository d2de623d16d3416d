using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Consents;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Emergency;

/// <summary>A37: in acute danger any worker of the lead tells the police, and them alone; a manager reviews it within 24 hours.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public GroundForm Input { get; set; } = new();

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
        Input = Input with { Ground = LegalGround.Emergency };
        var recipient = await Input.CheckAsync(db, ModelState, t, current.Today, stopping);
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Consents, Revision, stopping);
        var ground = theCase.RecordLegalGround(recipient!.Id, recipient.Kind, LegalGround.Emergency, Recipients.GroupsOf(Input.Groups), Input.ValidUntil!.Value, Input.Reason!, current.Who.IsManager, current.Act);
        // Four eyes are two persons': where nobody else can look, the auditors hear of it at once.
        var reviewed = await db.HasAnotherManagerAsync(current.Who.Organisation, current.Who.Person, stopping);
        if (!reviewed) await db.TellAuditorsAsync(hand.Id, ground.Id.Value, current.At, stopping);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = reviewed ? "Consents.Emergency.Done" : "Consents.Emergency.DoneAlone";
        return Redirect($"/cases/{hand.Id}/consents");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        Organisations = await db.RecipientsAsync(kind => kind == OrganisationKind.Police, current.Who.Organisation, t, stopping);
    }
}
