using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>R8: the assessments of risk, needs and health (S4-06).</summary>
public sealed class AssessModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status == ReturnStatus.IomProcessing;

    public static IReadOnlyList<Choice> Kinds { get; } = [.. new[] { PaperKind.Risk, PaperKind.Needs, PaperKind.Health }.Select(k => new Choice(k.ToString(), $"Returns.PaperKind.{k}"))];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { On = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.CarryOut.Assess.Done", theCase => theCase.AssessReturn(One.Id, Enum.Parse<PaperKind>(Input.Kind!), Input.Result!.Value, Input.On!.Value, Input.Note!, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Kind", Input.Kind is not null && Kinds.Any(c => c.Value == Input.Kind));
        checks.Listed("Input.Result", Input.Result is { } result && Enum.IsDefined(result));
        checks.Needed("Input.On", Input.On, "Returns.CarryOut.Assess.On");
        checks.Needed("Input.Note", Input.Note, "Returns.CarryOut.Assess.Note", 4000);
    }

    public sealed record Form
    {
        public string? Kind { get; init; }

        public AssessmentResult? Result { get; init; }

        public DateOnly? On { get; init; }

        public string? Note { get; init; }
    }
}
