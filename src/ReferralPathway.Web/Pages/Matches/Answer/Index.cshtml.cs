using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Matches;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Matches.Answer;

/// <summary>Another case may concern the same person: what the person says of contact. Who asked is not known here, and a no is told to nobody.</summary>
[RuleAt("Input.SaidOn", nameof(Rule.ContactIsThePersonsChoice), nameof(Rule.DatesAreNotInTheFuture))]
[RuleAt("Input.Answer", nameof(Rule.AProtectedPersonIsNotLookedFor))]
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public CaseView View { get; private set; } = null!;

    public PersonMatch One { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public IEnumerable<Choice> Answers { get; } = [.. Enum.GetNames<MatchStatus>().Where(s => s != nameof(MatchStatus.Found)).Select(s => new Choice(s, $"Matches.Answer.{s}"))];

    public sealed record Form
    {
        public MatchStatus? Answer { get; init; }

        public DateOnly? SaidOn { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(Guid matchId, CancellationToken stopping) => await ShowAsync(matchId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid matchId, CancellationToken stopping)
    {
        if (!await ShowAsync(matchId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        if (Input.Answer is null) ModelState.AddModelError("Input.Answer", t.Error("CodeUnknown"));
        if (Input.Answer == MatchStatus.WantsContact) checks.Needed("Input.SaidOn", Input.SaidOn, "Matches.Answer.SaidOn");
        if (!ModelState.IsValid) return Page();
        One.Answer(Input.Answer!.Value, Input.Answer == MatchStatus.WantsContact ? Input.SaidOn : null, View.Facts.IsProtected, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Matches.Answered.{One.Status}";
        return Redirect(Case);
    }

    private async Task<bool> ShowAsync(Guid matchId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var id = MatchId.From(matchId);
        if (await db.Matches.SingleOrDefaultAsync(m => m.Id == id && m.CaseId == hand.Id, stopping) is not { } found) return false;
        One = found;
        return true;
    }
}
