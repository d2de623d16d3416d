using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Reimbursement.Decide;

/// <summary>The agency decides a claim (B3), records the court's word after an appeal, or asks money back.</summary>
public sealed class IndexModel(PathwayDb db, ClaimInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public enum Ways { Grant, Part, Refuse, Demand }

    public ReimbursementClaim Claim => hand.Claim;

    public string Here => hand.Here;

    public bool Demands => Claim.Status is ClaimStatus.Granted or ClaimStatus.PartlyGranted;

    /// <summary>What can be granted at most, or asked back.</summary>
    public decimal Most => Demands ? Claim.Granted!.Value : Claim.Claimed;

    public IEnumerable<Choice> Steps => (Demands ? [Ways.Demand] : new[] { Ways.Grant, Ways.Part, Ways.Refuse }).Select(w => new Choice(w.ToString(), $"Reimbursement.Decide.{w}"));

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = new() { On = current.Today, Step = Demands ? Ways.Demand : null };
        return Claim.Status is ClaimStatus.Submitted or ClaimStatus.Appealed || Demands ? Page() : Redirect(Here);
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        var amount = Check();
        if (!ModelState.IsValid) return Page();
        Take(hand.At(revision), amount, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Reimbursement.Decide.Done.{Input.Step}";
        return Redirect(Here);
    }

    private void Take(ReimbursementClaim claim, decimal amount, Act act)
    {
        var (on, reference) = (Input.On!.Value, Input.Reference);
        switch (Input.Step)
        {
            case Ways.Grant: claim.Decide(on, claim.Claimed, reference, null, act); break;
            case Ways.Part: claim.Decide(on, amount, reference, Input.WhyPart!, act); break;
            case Ways.Refuse: claim.Decide(on, 0, reference, Input.WhyNot!, act); break;
            default: claim.DemandRepayment(on, amount, Input.WhyBack!, act); break;
        }
    }

    private decimal Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Step", Input.Step is { } chosen && Steps.Any(s => s.Value == chosen.ToString()));
        checks.Needed("Input.On", Input.On, "Reimbursement.Decide.On");
        checks.Short("Input.Reference", Input.Reference, "Reimbursement.Decide.Reference", 40);
        if (Input.Step == Ways.Refuse) checks.Needed("Input.WhyNot", Input.WhyNot, "Reimbursement.Decide.Why", 4000);
        if (Input.Step == Ways.Part)
        {
            checks.Needed("Input.WhyPart", Input.WhyPart, "Reimbursement.Decide.Why", 4000);
            return Read("Input.Amount", Input.Amount, "Reimbursement.Decide.Amount", "Rules.NoMoreIsGrantedThanClaimed");
        }
        if (Input.Step != Ways.Demand) return 0;
        checks.Needed("Input.WhyBack", Input.WhyBack, "Reimbursement.Decide.WhyBack", 4000);
        return Read("Input.Back", Input.Back, "Reimbursement.Decide.Back", "Rules.OnlyWhatWasGrantedIsPaidBack");
    }

    private decimal Read(string field, string? text, string label, string tooMuch)
    {
        if (string.IsNullOrWhiteSpace(text)) ModelState.AddModelError(field, t.Error("Required", label));
        else if (!Kronor.TryRead(text, out var amount) || !Kronor.IsAmount(amount)) ModelState.AddModelError(field, t["Rules.AnAmountIsInKronor"]);
        else if (amount > Most || amount == 0) ModelState.AddModelError(field, t[tooMuch]);
        else return amount;
        return 0;
    }

    public sealed record Form
    {
        public Ways? Step { get; init; }

        public DateOnly? On { get; init; }

        public string? Amount { get; init; }

        public string? WhyPart { get; init; }

        public string? WhyNot { get; init; }

        public string? Back { get; init; }

        public string? WhyBack { get; init; }

        public string? Reference { get; init; }
    }
}
