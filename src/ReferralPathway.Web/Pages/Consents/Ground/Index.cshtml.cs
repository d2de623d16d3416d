using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Ground;

/// <summary>A37: a manager of the lead lets a ground of law stand instead of consent, for one recipient, named data groups, and until a day.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public GroundForm Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>The grounds a manager decides; consent, acute danger and concern for a child have pages of their own.</summary>
    public IReadOnlyList<Choice> Grounds => [.. CodeLists.DisclosureGround.Items.Where(g => g.Code is not ("CONSENT" or "EMERGENCY" or "CHILD_REPORT")).Select(g => new Choice(g.Code, g.In(t.Language.Code)))];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { ValidUntil = current.Today.AddDays(30) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var recipient = await Input.CheckAsync(db, ModelState, t, current.Today, stopping);
        if (Grounds.All(g => g.Value != Input.Ground)) ModelState.AddModelError("Input.Ground", t["Errors.Missing"]);
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Consents, Revision, stopping);
        theCase.RecordLegalGround(recipient!.Id, recipient.Kind, Input.Ground!, Recipients.GroupsOf(Input.Groups), Input.ValidUntil!.Value, Input.Reason!, current.Who.IsManager, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consents.Ground.Done";
        return Redirect($"/cases/{hand.Id}/consents");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        Organisations = await db.RecipientsAsync(OrganisationKinds.ReceivesReferrals, current.Who.Organisation, t, stopping, toRefer: true);
    }
}
