using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Reimbursement;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Reimbursement.Case;

/// <summary>Which quarters of a case there are costs to claim for, and the beginning of a claim (B1).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, ClaimReader claims, CurrentPerson current, Wording t) : PageModel
{
    private IReadOnlyList<Quarter> _claimed = [];

    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    /// <summary>From when costs count, as the installation reads the rules today: it came along with the case.</summary>
    public ReimbursementFrom From => RuleSettings.On(current.Today, View.ChosenRules).ReimbursementFrom;

    public bool MaySeePermits => View.Sees(DataGroup.Migration) != Sight.None;

    public ClaimWindow? Window { get; private set; }

    /// <summary>Those that can still be claimed for, each with its last day.</summary>
    public IReadOnlyList<Choice> Quarters { get; private set; } = [];

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await ShowAsync(stopping);
        Input = new() { Quarter = Quarters is [var only] ? only.Value : null, Agency = Agencies is [var one] ? one.Value : null };
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await ShowAsync(stopping);
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Quarter", Quarters.Any(q => q.Value == Input.Quarter));
        checks.Listed("Input.Agency", Agencies.Any(a => a.Value == Input.Agency));
        if (!ModelState.IsValid || !Quarter.TryParse(Input.Quarter, out var quarter)) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        var claim = theCase.BeginClaim(quarter, Window, _claimed, OrganisationId.Parse(Input.Agency!, null), OrganisationKind.MigrationAgency, current.Act);
        db.Claims.Add(claim);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Reimbursement.Case.Done";
        return Redirect($"/claims/{claim.Id}/costs");
    }

    private async Task ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Window = await claims.WindowAsync(hand.Id, current.Today, stopping);
        _claimed = [.. View.Claims.Where(c => c.Claimant == View.Mine).Select(c => c.Quarter)];
        Quarters =
        [
            .. (Window?.Quarters(current.Today) ?? []).Where(q => q.ClaimBy >= current.Today && !_claimed.Contains(q))
                .Select(q => new Choice(q.ToString(), t.Written(q), t["Reimbursement.Case.LastDay", ("day", t.LongDay(q.ClaimBy))])),
        ];
        Agencies = await db.OfKindAsync(OrganisationKind.MigrationAgency, t, stopping);
    }

    public sealed record Form
    {
        public string? Quarter { get; init; }

        public string? Agency { get; init; }
    }
}
