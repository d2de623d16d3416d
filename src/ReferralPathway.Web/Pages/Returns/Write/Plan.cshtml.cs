using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>The individual support plan (G-RET-5, S1-37), by the author or the coordinator.</summary>
public sealed class PlanModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites || (Coordinates || One.Author == View.Mine) && One.Status is ReturnStatus.PartAComplete or ReturnStatus.PartBComplete;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = One.Latest(PaperKind.SupportPlan)?.Plan is { } plan ? new() { Goals = plan.Goals, Components = [.. plan.Components], Provider = plan.Provider, DraftedBy = plan.DraftedBy, On = plan.InDialogueOn } : new();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Plan.Done", theCase => theCase.PlanReturn(One.Id, new(Input.Goals!, Input.Components, Input.Provider!, Input.DraftedBy!, Input.On!.Value), Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.Goals", Input.Goals, "Returns.Write.Plan.Goals", 4000);
        if (Input.Components.Count == 0) checks.Needed("Input.Components", (string?)null, "Returns.Write.Plan.Components");
        checks.Listed("Input.Components", Input.Components.All(CodeLists.Get("return_component").Has));
        checks.Needed("Input.Provider", Input.Provider, "Returns.Write.Plan.Provider", 200);
        checks.Needed("Input.DraftedBy", Input.DraftedBy, "Returns.Write.Plan.DraftedBy", 200);
        checks.Needed("Input.On", Input.On, "Returns.Write.Plan.On");
    }

    public sealed record Form
    {
        public string? Goals { get; init; }

        public List<string> Components { get; init; } = [];

        public string? Provider { get; init; }

        public string? DraftedBy { get; init; }

        public DateOnly? On { get; init; }
    }
}
