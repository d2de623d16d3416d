using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Coordinate;

/// <summary>R5 and R6: the coordinator approves, asks for changes, or says no; never whoever wrote part A (G-RET-4).</summary>
public sealed class DecideModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => Coordinates && One.Status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete;

    public static IReadOnlyList<Choice> Decisions { get; } = [.. new[] { "Approve", "Return", "Reject" }.Select(d => new Choice(d, $"Returns.Coordinate.Decide.{d}"))];

    public static IReadOnlyList<Choice> Reasons { get; } = [.. ReturnApplication.DeclineReasons.Select(r => new Choice(r, $"Returns.Because.{r}"))];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Coordinate.Decide.Done", Decide, stopping);
    }

    private void Decide(Case theCase)
    {
        switch (Input.Decision)
        {
            case "Approve": theCase.ApproveReturn(One.Id, Person, Act); break;
            case "Return": theCase.DeclineReturn(One.Id, mayChange: true, "INCOMPLETE", Input.Changes!, Person, Act); break;
            default: theCase.DeclineReturn(One.Id, mayChange: false, Input.Because!, Input.Reason!, Person, Act); break;
        }
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Decision", Decisions.Any(c => c.Value == Input.Decision));
        if (Input.Decision == "Return") checks.Needed("Input.Changes", Input.Changes, "Returns.Coordinate.Decide.Changes", 4000);
        if (Input.Decision != "Reject") return;
        checks.Listed("Input.Because", Reasons.Any(c => c.Value == Input.Because));
        checks.Needed("Input.Reason", Input.Reason, "Returns.Coordinate.Decide.Reason", 4000);
    }

    public sealed record Form
    {
        public string? Decision { get; init; }

        public string? Changes { get; init; }

        public string? Because { get; init; }

        public string? Reason { get; init; }
    }
}
