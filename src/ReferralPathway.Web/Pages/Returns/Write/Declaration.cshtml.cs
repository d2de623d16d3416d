using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>Part A: the return is voluntary (G-RET-2).</summary>
public sealed class DeclarationModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { FreeDecision = One.Latest(PaperKind.PartA)!.PartA!.FreeDecision, Informed = One.Latest(PaperKind.PartA)!.PartA!.Informed, MayCancel = One.Latest(PaperKind.PartA)!.PartA!.MayCancel };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Declaration.Done", theCase => theCase.WritePartA(One.Id, One.Latest(PaperKind.PartA)!.PartA! with { FreeDecision = Input.FreeDecision, Informed = Input.Informed, MayCancel = Input.MayCancel }, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        if (!Input.FreeDecision) ModelState.AddModelError("Input.FreeDecision", Words["Returns.TickNeeded"]);
        if (!Input.Informed) ModelState.AddModelError("Input.Informed", Words["Returns.TickNeeded"]);
        if (!Input.MayCancel) ModelState.AddModelError("Input.MayCancel", Words["Returns.TickNeeded"]);
    }

    public sealed record Form
    {
        public bool FreeDecision { get; init; }

        public bool Informed { get; init; }

        public bool MayCancel { get; init; }
    }
}
