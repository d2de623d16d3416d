using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>R8: accepted, or not possible and why.</summary>
public sealed class DecideModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status == ReturnStatus.IomProcessing;

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
        return await DoAsync(revision, "Returns.CarryOut.Decide.Done", theCase =>
        {
            if (Input.Possible == "yes") theCase.AcceptReturn(One.Id, Act);
            else theCase.ReturnIsNotPossible(One.Id, Input.Reason!, Act);
        }, stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Possible", Input.Possible is "yes" or "no");
        if (Input.Possible == "no") checks.Needed("Input.Reason", Input.Reason, "Returns.CarryOut.Decide.Reason", 4000);
    }

    public sealed record Form
    {
        public string? Possible { get; init; }

        public string? Reason { get; init; }
    }
}
