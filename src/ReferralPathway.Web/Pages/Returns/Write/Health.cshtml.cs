using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>What of the health concerns the journey (the return's part of DG6): written here, read by an act of its own.</summary>
public sealed class HealthModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

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
        return await DoAsync(revision, "Returns.Write.Health.Done", theCase => theCase.WriteTravelHealth(One.Id, Input.Details!, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.Details", Input.Details, "Returns.Write.Health.Details", 4000);
    }

    public sealed record Form
    {
        public string? Details { get; init; }
    }
}
