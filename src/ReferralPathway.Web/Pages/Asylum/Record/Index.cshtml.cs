using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Asylum.Record;

/// <summary>The person seeks asylum: the agency's word, or what the person says (A25). And, when the reception has ended, that a municipality has taken over.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public bool TakesOver => View.Asylum is { State: AsylumState.LeftTrack, TakenOverOn: null };

    public bool ByAgency => View.MyKind == OrganisationKind.MigrationAgency;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (!View.MayRecordAsylum) return Redirect($"{Case}/asylum");
        Input = new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        new Checks(ModelState, t, current.Today).Needed("Input.On", Input.On, TakesOver ? "Asylum.TakenOverOn" : "Asylum.RegisteredOn");
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        if (TakesOver) theCase.TakeOverFromReception(Input.On!.Value, current.Act);
        else theCase.RegisterAsylum(Input.On!.Value, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = TakesOver ? "Asylum.Record.TakenOverDone" : "Asylum.Record.Done";
        return Redirect($"{Case}/asylum");
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }
    }
}
