using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Review;

/// <summary>A manager looks at an emergency within 24 hours: it stands, or it ends now (A37).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, Sealer sealer, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public string? Verdict { get; set; }

    /// <param name="Reason">Opened with the case's key; the manager need not be on the team to answer for it.</param>
    public sealed record Recorded(LegalGroundId Id, string Ground, int Groups, DateTimeOffset At, DateOnly ValidUntil, string Reason, bool? Upheld, DateTimeOffset? ReviewedAt);

    /// <summary>What was recorded, with its reason.</summary>
    public Recorded Ground { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>The reader recorded it, under this account or another: somebody else reviews it.</summary>
    public bool IsRecorder { get; private set; }

    public string Reference => hand.Standing.Reference;

    public CaseId Id => hand.Id;

    public async Task<IActionResult> OnGetAsync(string groundId, CancellationToken stopping)
    {
        if (!await LoadAsync(groundId, stopping)) return NotFound();
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.Ground, hand.Id, DataGroups.Of(DataGroup.Consents)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string groundId, CancellationToken stopping)
    {
        if (!await LoadAsync(groundId, stopping)) return NotFound();
        if (Verdict is not ("upheld" or "ended")) ModelState.AddModelError(nameof(Verdict), t["Errors.Missing"]);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, stopping);
        theCase.ReviewLegalGround(Ground.Id, Verdict == "upheld", current.Who.IsManager, IsRecorder, theCase.Referrals, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = Verdict == "upheld" ? "Consents.Review.Upheld" : "Consents.Review.Ended";
        return Redirect($"/cases/{hand.Id}");
    }

    private async Task<bool> LoadAsync(string groundId, CancellationToken stopping)
    {
        if (!LegalGroundId.TryParse(groundId, null, out var id)
            || await (from g in db.LegalGrounds join o in db.Organisations on g.Recipient equals o.Id where g.Id == id && g.CaseId == hand.Id select new { Ground = g, Recipient = o }).SingleOrDefaultAsync(stopping) is not { Ground: { } ground } found) return false;
        await sealer.OpenAsync(db, stopping);
        Ground = new(id, ground.Ground, ground.Groups.Mask, ground.RecordedAt, ground.ValidUntil, ground.Reason.Value, ground.Upheld, ground.ReviewedAt);
        Recipient = found.Recipient;
        var (recorder, person) = (ground.Recorder.Value, current.Who.Person);
        IsRecorder = await db.Users.AnyAsync(a => a.Id == recorder && a.PersonId == person, stopping);
        return true;
    }
}
