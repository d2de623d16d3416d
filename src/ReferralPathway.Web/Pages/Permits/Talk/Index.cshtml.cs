using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Talk;

/// <summary>A talk with the person, or with a provider of assistance, before a direct application (G-TRP-4, S1-18).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public string Draft => $"/cases/{hand.Id}/permits/write/{One.Id}";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping) => await ShowAsync(permitId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string permitId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        if (Input.With is null) ModelState.AddModelError("Input.With", t.Error("CodeUnknown"));
        checks.Needed("Input.On", Input.On, "Permits.Talk.On");
        checks.Needed("Input.Note", Input.Note, "Permits.Talk.Note", 2000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        theCase.RecordDialogue(One.Id, Input.With!.Value, Input.On!.Value, Input.Note!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Permits.Talk.Done";
        return Redirect(Draft);
    }

    private async Task<bool> ShowAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.Status == PermitStatus.Draft && p.Applicant == View.Mine) is not { } found) return false;
        One = found;
        return true;
    }

    public sealed record Form
    {
        public DialogueWith? With { get; init; }

        public DateOnly? On { get; init; }

        public string? Note { get; init; }
    }
}
