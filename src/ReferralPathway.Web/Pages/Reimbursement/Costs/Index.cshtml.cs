using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Reimbursement;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Reimbursement.Costs;

/// <summary>The costs of a claim, line by line (F16).</summary>
public sealed class IndexModel(PathwayDb db, ClaimInHand hand, ClaimReader claims, CurrentPerson current, Wording t) : PageModel
{
    public ReimbursementClaim Claim => hand.Claim;

    public string Here => hand.Here;

    public IEnumerable<CostLine> Costs => Claim.Costs.OrderBy(c => c.From).ThenBy(c => c.Id);

    /// <summary>The first day that counts in the quarter.</summary>
    public DateOnly First => Claim.Window.From > Claim.Quarter.First ? Claim.Window.From : Claim.Quarter.First;

    public DateOnly Last => Claim.Window.To < Claim.Quarter.Last ? Claim.Window.To.Value : Claim.Quarter.Last;

    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<CostKind>().Select(k => new Choice(k.ToString(), $"CostKind.{k}"))];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (Claim.Status != ClaimStatus.Draft) return Redirect(Here);
        await FollowAsync(stopping);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await FollowAsync(stopping);
        var amount = Check();
        if (!ModelState.IsValid) return Page();
        hand.At(revision).AddCost(new(Input.Kind!.Value, Input.From!.Value, Input.To!.Value, amount, Input.Note), current.Act);
        return await SaveAsync("Reimbursement.Costs.Added", stopping);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int revision, Guid line, CancellationToken stopping)
    {
        ModelState.Clear();
        hand.At(revision).RemoveCost(line, current.Act);
        return await SaveAsync("Reimbursement.Costs.Removed", stopping);
    }

    private async Task<IActionResult> SaveAsync(string done, CancellationToken stopping)
    {
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        return Redirect($"{Here}/costs");
    }

    private decimal Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Kind", Input.Kind is { } kind && Enum.IsDefined(kind));
        checks.NeededSomeDay("Input.From", Input.From, "Reimbursement.Costs.From");
        checks.NeededSomeDay("Input.To", Input.To, "Reimbursement.Costs.To");
        checks.Order("Input.To", Input.To, "Reimbursement.Costs.To", Input.From, "Reimbursement.Costs.From");
        foreach (var (field, day) in new[] { ("Input.From", Input.From), ("Input.To", Input.To) })
        {
            if (day is not { } on) continue;
            if (!Claim.Quarter.Contains(on)) ModelState.AddModelError(field, t["Reimbursement.Costs.OutsideQuarter", ("quarter", t.InSentence(Claim.Quarter))]);
            else if (!Claim.Window.Contains(on)) ModelState.AddModelError(field, t["Reimbursement.Costs.OutsideStay", ("first", First), ("last", Last)]);
        }
        var read = Kronor.TryRead(Input.Amount, out var amount) && Kronor.IsAmount(amount);
        if (string.IsNullOrWhiteSpace(Input.Amount)) checks.Needed("Input.Amount", Input.Amount, "Reimbursement.Costs.Amount");
        else if (!read) ModelState.AddModelError("Input.Amount", t["Rules.AnAmountIsInKronor"]);
        checks.Short("Input.Note", Input.Note, "Reimbursement.Costs.Note", 400);
        return amount;
    }

    /// <summary>A stay that was prolonged lets in later costs; who may no longer know of it goes by what the claim says.</summary>
    private async Task FollowAsync(CancellationToken stopping) =>
        Claim.FollowStay(await claims.WindowAsync(Claim.CaseId, current.Today, stopping));

    public sealed record Form
    {
        public CostKind? Kind { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public string? Amount { get; init; }

        public string? Note { get; init; }
    }
}
