using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;
using TheCase = ReferralPathway.Domain.Cases.Case;

namespace ReferralPathway.Web.Pages.Whereabouts.Record;

/// <summary>Writes down where the person stays (DG4). What was there before is never shown here.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    /// <summary>A protected registration, or another identity: then nothing is kept.</summary>
    public bool IsBarred => TheCase.KeepsNoAddress(View.Facts.ProtectedIdentity);

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.Address", Input.Address, "Whereabouts.Record.Address", 400);
        checks.Short("Input.Note", Input.Note, "Whereabouts.Record.Note", 1000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Addresses, revision, stopping);
        theCase.RecordAddress(new(Input.Address!, Input.Note), current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Whereabouts.Record.Done";
        return Redirect(Case);
    }

    public sealed record Form
    {
        public string? Address { get; init; }

        public string? Note { get; init; }
    }
}
