using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>A piece of the support to reintegration: in cash or in kind, and when (S1-32, S4-06).</summary>
[RuleAt("Input.Form", nameof(Rule.SupportSaysWhatIsGiven), nameof(Rule.SupportIsSettledOnce))]
public sealed class SupportModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && ReturnWay.SupportGoesOn(One);

    public IReadOnlyList<Choice> Currencies { get; } = [.. ReintegrationItem.Currencies.Select(c => new Choice(c, c))];

    [BindProperty]
    public Answers Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, string? supportId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping) || !IsKnown(supportId)) return NotFound();
        Input = Item(supportId) is { } item ? Answers.Of(item, Words) : new() { Currency = ReintegrationItem.Currencies[0] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, string? supportId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping) || !IsKnown(supportId)) return NotFound();
        var amount = Check();
        if (!ModelState.IsValid) return Page();
        var item = Input.Item(Item(supportId)?.Id ?? Guid.CreateVersion7(Act.At), amount);
        return await DoAsync(revision, "Returns.CarryOut.Support.Done", theCase => theCase.PlanReintegration(One.Id, item, Act), stopping);
    }

    private bool IsKnown(string? supportId) => supportId is null || Item(supportId) is { Outcome: null };

    private ReintegrationItem? Item(string? supportId) => One.Support.FirstOrDefault(s => s.Id.ToString() == supportId);

    private decimal? Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        decimal? amount = null;
        checks.Listed("Input.Form", Input.Form is { } form && Enum.IsDefined(form));
        checks.NeededSomeDay("Input.On", Input.On, "Returns.CarryOut.Support.On");
        if (Input.Form == SupportForm.InKind) checks.Needed("Input.What", Input.What, "Returns.CarryOut.Support.What", 1000);
        if (Input.Form != SupportForm.Cash) return amount;
        if (string.IsNullOrWhiteSpace(Input.Amount)) checks.Needed("Input.Amount", Input.Amount, "Returns.CarryOut.Support.Amount");
        else if (Kronor.TryRead(Input.Amount, out var read) && Kronor.IsAmount(read) && read is > 0 and <= ReintegrationItem.Most) amount = read;
        else ModelState.AddModelError("Input.Amount", Words["Returns.AmountInvalid"]);
        checks.Listed("Input.Currency", Currencies.Any(c => c.Value == Input.Currency));
        checks.Short("Input.MeantFor", Input.MeantFor, "Returns.CarryOut.Support.MeantFor", 1000);
        return amount;
    }

    public sealed record Answers
    {
        internal static Answers Of(ReintegrationItem item, Wording t) => new()
        {
            Form = item.Form,
            Amount = item.Amount?.ToString("0.##", t.Language.Culture),
            Currency = item.Currency ?? ReintegrationItem.Currencies[0],
            MeantFor = item.Form == SupportForm.Cash ? item.What : null,
            What = item.Form == SupportForm.InKind ? item.What : null,
            On = item.PlannedOn,
        };

        internal ReintegrationItem Item(Guid id, decimal? amount) => Form == SupportForm.Cash
            ? new() { Id = id, Form = SupportForm.Cash, Amount = amount, Currency = Currency, What = MeantFor, PlannedOn = On!.Value }
            : new() { Id = id, Form = SupportForm.InKind, What = What, PlannedOn = On!.Value };

        public SupportForm? Form { get; init; }

        public string? Amount { get; init; }

        public string? Currency { get; init; }

        public string? MeantFor { get; init; }

        public string? What { get; init; }

        public DateOnly? On { get; init; }
    }
}
