using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>A piece of support was delivered, or will not be (S1-32, S4-06).</summary>
[RuleAt("Input.Why", nameof(Rule.AReturnDecisionIsExplained))]
public sealed class SettleModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && ReturnWay.SupportGoesOn(One);

    public ReintegrationItem Item { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, Guid supportId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, supportId, stopping)) return NotFound();
        Input = new() { On = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, Guid supportId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, supportId, stopping)) return NotFound();
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Outcome", Input.Outcome is { } outcome && Enum.IsDefined(outcome));
        checks.Needed("Input.On", Input.On, "Returns.CarryOut.Settle.On");
        if (Input.Outcome == SupportOutcome.NotDelivered) checks.Needed("Input.Why", Input.Why, "Returns.CarryOut.Settle.Why", 1000);
        if (!ModelState.IsValid) return Page();
        var why = Input.Outcome == SupportOutcome.NotDelivered ? Input.Why : null;
        return await DoAsync(revision, "Returns.CarryOut.Settle.Done", theCase => theCase.SettleReintegration(One.Id, supportId, Input.Outcome!.Value, Input.On!.Value, why, Act), stopping);
    }

    private async Task<bool> FindAsync(string returnId, Guid supportId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping) || One.Support.FirstOrDefault(s => s.Id == supportId && s.Outcome is null) is not { } found) return false;
        Item = found;
        return true;
    }

    public sealed record Form
    {
        public SupportOutcome? Outcome { get; init; }

        public DateOnly? On { get; init; }

        public string? Why { get; init; }
    }
}
