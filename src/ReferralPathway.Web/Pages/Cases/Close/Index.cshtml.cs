using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;
using TheCase = ReferralPathway.Domain.Cases.Case;

namespace ReferralPathway.Web.Pages.Cases.Close;

/// <summary>Ends the work (C6): nobody else receives anything new. And takes it up again (C7).</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public bool IsClosed => View.Core?.Status == Domain.Cases.CaseStatus.Closed;

    public int InTheAir => View.Referrals.Count(r => r.Status is ReferralStatus.Sent or ReferralStatus.Accepted);

    /// <summary>Plans that rest while the case is closed.</summary>
    public int Running => View.PlanLines.Count(l => l.IsOngoing);

    /// <summary>Plans for integration, which rest likewise.</summary>
    public int Integrating => View.Integrations.Count(p => !p.IsOver);

    public IEnumerable<Choice> Reasons { get; } = TheCase.ClosingReasons.Select(r => new Choice(r, $"ClosingReason.{r}"));

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (!TheCase.ClosingReasons.Contains(Input.Because)) ModelState.AddModelError("Input.Because", t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Referrals, revision, stopping);
        var returns = (await db.Database.SqlQuery<int>($"SELECT pathway.returns_under_way({hand.Id.Value})").ToListAsync(stopping))[0];
        var waiting = (await db.Database.SqlQuery<int>($"SELECT pathway.permits_waiting({hand.Id.Value})").ToListAsync(stopping))[0];
        theCase.Close(Input.Because!, theCase.Referrals.Count(r => r.IsInTheAir), current.Act, waiting, returns);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Case.Closing.Done";
        return Redirect(Case);
    }

    public async Task<IActionResult> OnPostReopenAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", t.Error("Missing"));
        else if (Input.Reason.Length > 4000) ModelState.AddModelError("Input.Reason", t.Error("TooLong", "Case.Closing.ReopenReason", ("n", 4000), ("m", Input.Reason.Length)));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        theCase.Reopen(Input.Reason!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Case.Closing.ReopenDone";
        return Redirect(Case);
    }

    public sealed record Form
    {
        /// <summary>Code of a closing reason.</summary>
        public string? Because { get; init; }

        public string? Reason { get; init; }
    }
}
