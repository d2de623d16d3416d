using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Rights;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Rights.Review;

/// <summary>A manager goes through an extract for the person before it is printed, and may withhold groups of data on a ground of law (OSL, DL 5:1).</summary>
[RuleAt("Input.Ground", nameof(Rule.WhatIsWithheldHasAGround))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public List<string> Withheld { get; init; } = [];
        public string? Ground { get; init; }
        public string? Why { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public string Reference => hand.Standing.Reference;

    public CaseId Id => hand.Id;

    /// <summary>The groups of the extract that waits; null where none does.</summary>
    public DataGroups? Holds { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public string? PreparedBy { get; private set; }

    public IEnumerable<Choice> Groups => (Holds ?? DataGroups.None).Where(g => g is not (DataGroup.AnswersForCase or DataGroup.Facts)).Select(g => new Choice(g.ToString(), t.Word(g)));

    public IEnumerable<Choice> Grounds => Enum.GetValues<SecrecyGround>().Select(g => new Choice(g.ToString(), $"SecrecyGround.{g}"));

    private Guid _extract;

    public async Task OnGetAsync(CancellationToken stopping) => await LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        if (Holds is not { } holds) return Page();
        var withheld = DataGroups.Of([.. holds.Where(g => Input.Withheld.Contains(g.ToString()))]);
        SecrecyGround? ground = Enum.TryParse<SecrecyGround>(Input.Ground, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        if (!withheld.IsEmpty && ground is null) ModelState.AddModelError("Input.Ground", t["Rights.Review.ChooseGround"]);
        if (!withheld.IsEmpty && string.IsNullOrWhiteSpace(Input.Why)) ModelState.AddModelError("Input.Why", t.Error("Required", "Rights.Review.Why"));
        if (!ModelState.IsValid) return Page();

        (await hand.ForActAsync(CaseParts.Rights, Revision, stopping)).ReviewExtract(_extract, withheld, ground, Input.Why, current.Who.Person, current.Who.IsManager, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Rights.Review.Done";
        return Redirect($"/cases/{hand.Id}");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        var waiting = await db.Set<SubjectExtract>().AsNoTracking().Where(e => e.CaseId == hand.Id && e.ReviewedAt == null)
            .Select(e => new { e.Id, e.Holds, e.PreparedAt, By = db.Users.Where(u => u.Id == (Guid)(object)e.PreparedBy).Select(u => u.Name).FirstOrDefault(), Revision = db.Cases.Where(c => c.Id == e.CaseId).Select(c => c.Revision).FirstOrDefault() })
            .OrderBy(e => e.PreparedAt).FirstOrDefaultAsync(stopping);
        if (waiting is null) return;
        (_extract, Holds, PreparedAt, PreparedBy) = (waiting.Id, waiting.Holds, waiting.PreparedAt, waiting.By);
        if (Revision == 0) Revision = waiting.Revision;
    }
}
