using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>Part A: what is feared after the return.</summary>
public sealed class RisksModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = Form.Of(One.Latest(PaperKind.PartA)!.PartA!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Risks.Done", theCase => theCase.WritePartA(One.Id, One.Latest(PaperKind.PartA)!.PartA! with { Risks = Input.Levels, RiskNote = Input.Note }, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Trafficker", Input.Trafficker is { } trafficker && Enum.IsDefined(trafficker));
        checks.Listed("Input.Debt", Input.Debt is { } debt && Enum.IsDefined(debt));
        checks.Listed("Input.Family", Input.Family is { } family && Enum.IsDefined(family));
        checks.Listed("Input.Stigma", Input.Stigma is { } stigma && Enum.IsDefined(stigma));
        checks.Listed("Input.Authorities", Input.Authorities is { } authorities && Enum.IsDefined(authorities));
        checks.Short("Input.Note", Input.Note, "Returns.Write.Risks.Note", 2000);
    }

    public sealed record Form
    {
        internal static Form Of(PartA part) => new()
        {
            Trafficker = Level(part, ReturnRisk.Trafficker),
            Debt = Level(part, ReturnRisk.Debt),
            Family = Level(part, ReturnRisk.Family),
            Stigma = Level(part, ReturnRisk.Stigma),
            Authorities = Level(part, ReturnRisk.Authorities),
            Note = part.RiskNote,
        };

        internal IReadOnlyDictionary<ReturnRisk, RiskLevel> Levels => new Dictionary<ReturnRisk, RiskLevel>
        {
            [ReturnRisk.Trafficker] = Trafficker!.Value,
            [ReturnRisk.Debt] = Debt!.Value,
            [ReturnRisk.Family] = Family!.Value,
            [ReturnRisk.Stigma] = Stigma!.Value,
            [ReturnRisk.Authorities] = Authorities!.Value,
        };

        public RiskLevel? Trafficker { get; init; }

        public RiskLevel? Debt { get; init; }

        public RiskLevel? Family { get; init; }

        public RiskLevel? Stigma { get; init; }

        public RiskLevel? Authorities { get; init; }

        public string? Note { get; init; }

        private static RiskLevel? Level(PartA part, ReturnRisk risk) => part.Risks.TryGetValue(risk, out var level) ? level : null;
    }
}
