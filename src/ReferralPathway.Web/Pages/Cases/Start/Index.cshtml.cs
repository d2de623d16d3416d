using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Start;

/// <summary>
/// Before a case is begun: is the person known in the own organisation already? What is typed travels in the body of the form alone, and only keyed hashes of it
/// reach the database.
/// </summary>
public sealed class IndexModel(PathwayDb db, CaseLoader cases, CaseSearch search, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Nothing is known that could be searched for.</summary>
    [BindProperty]
    public bool Unknown { get; set; }

    /// <summary>The page that is sent shows what a search found.</summary>
    [BindProperty]
    public bool Searched { get; set; }

    /// <summary>Null until somebody has searched.</summary>
    public IReadOnlyList<CaseLine>? Found { get; private set; }

    public sealed record Form
    {
        public string? Name { get; init; }

        public DateOnly? BirthDate { get; init; }

        public string? PersonalNumber { get; init; }

        public string? Reference { get; init; }
    }

    /// <summary>A case is begun after a search, or when there is nothing to search for. What was typed and not searched for is searched for first.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (!Searched && IsTyped) await OnPostSearchAsync(stopping);
        else if (!Searched && !Unknown) ModelState.AddModelError(nameof(Unknown), t["CaseList.Start.SearchFirst"]);
        if (!Searched && IsTyped || !ModelState.IsValid) return Page();
        var started = Case.Start(await cases.NextReferenceAsync(current.At, stopping), current.Act);
        db.Cases.Add(started);
        await db.SaveChangesAsync(stopping);
        return Redirect($"/cases/{started.Id}/intake");
    }

    [ChangesNothing]
    public async Task OnPostSearchAsync(CancellationToken stopping)
    {
        Check(new(ModelState, t, current.Today));
        if (!ModelState.IsValid) return;
        var number = PersonalNumber.TryParse(Input.PersonalNumber, current.Today, out var read, out _) ? read.Digits : null;
        Found = await search.FindAsync(SearchQuestion.Of(Input.Name, Input.BirthDate, number, Input.Reference), stopping);
    }

    private bool IsTyped => !string.IsNullOrWhiteSpace(Input.Name + Input.PersonalNumber + Input.Reference) || Input.BirthDate is not null;

    private void Check(Answers answers)
    {
        if (!IsTyped) answers.Wrong("Input.Name", t["CaseList.Start.Nothing"]);
        answers.Text(Input.Name, "CaseList.Start.Name", 200);
        answers.Text(Input.Reference, "CaseList.Start.Reference", 40);
        answers.NotInTheFuture(Input.BirthDate, "CaseList.Start.BirthDate");
        if (!string.IsNullOrWhiteSpace(Input.PersonalNumber) && !PersonalNumber.TryParse(Input.PersonalNumber, current.Today, out _, out var problem))
            answers.Wrong("Input.PersonalNumber", t[$"Errors.{problem}"]);
    }
}
