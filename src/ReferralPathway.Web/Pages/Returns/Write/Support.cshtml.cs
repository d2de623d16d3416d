using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>Part A: the support wished for, and how to reach the person on the way and afterwards.</summary>
public sealed class SupportModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { Wishes = [.. One.Latest(PaperKind.PartA)!.PartA!.Wishes], SafeContact = One.Latest(PaperKind.PartA)!.PartA!.SafeContact };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Support.Done", theCase => theCase.WritePartA(One.Id, One.Latest(PaperKind.PartA)!.PartA! with { Wishes = Input.Wishes, SafeContact = Input.SafeContact! }, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        if (Input.Wishes.Count == 0) checks.Needed("Input.Wishes", (string?)null, "Returns.Write.Support.Wishes");
        checks.Listed("Input.Wishes", Input.Wishes.All(CodeLists.Get("return_component").Has));
        checks.Needed("Input.SafeContact", Input.SafeContact, "Returns.Write.Support.SafeContact", 2000);
    }

    public sealed record Form
    {
        public List<string> Wishes { get; init; } = [];

        public string? SafeContact { get; init; }
    }
}
