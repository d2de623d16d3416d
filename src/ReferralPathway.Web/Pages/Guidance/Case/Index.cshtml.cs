using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Guidance;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Guidance.Case;

/// <summary>All the guidance of a case, for today or another day, and which reading of the rules has applied to it since it began.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, GuidanceDesk desk) : PageModel
{
    /// <summary>The Swedish day asked about; today when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public CaseView View { get; private set; } = null!;

    public GuidanceLines Guidance { get; private set; } = null!;

    /// <summary>The readings that have applied since the case began, the first first, each with its first day; null for since it began.</summary>
    public IReadOnlyList<(DateOnly? Since, RuleSettings Settings)> Applied { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (hand.Standing.Status == CaseStatus.Draft) return Redirect($"/cases/{hand.Id}/intake");
        if (hand.Standing.Relation is not (Relation.LeadTeam or Relation.PartTeam))
        {
            // The guard of the folder lets colleagues to the line of the list; this is more than that.
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", hand.Id.Value, ("operation", nameof(CaseOperation.Read)), ("verdict", nameof(Verdict.Refused))));
            await db.SaveChangesAsync(stopping);
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        View = await hand.ViewAsync(stopping);
        var day = ModelState.IsValid && Day is { Year: >= 1900 and < 2200 } asked ? asked : current.Today;
        Guidance = desk.Of(View, day, day == current.Today ? current.At : SwedishCalendar.InstantOf(day, HotlineHours.Opens));
        var began = View.Core is { } core ? Wording.DayOf(core.StartedAt) : current.Today;
        Applied =
        [
            (null, RuleSettings.On(began, View.ChosenRules)),
            .. View.ChosenRules.Where(c => c.Since > began && c.Since <= current.Today).Select(c => c.Since).Distinct().Order().Select(since => ((DateOnly?)since, RuleSettings.On(since, View.ChosenRules))),
        ];
        return Page();
    }
}
