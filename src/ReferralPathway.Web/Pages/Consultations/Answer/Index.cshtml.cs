using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consultations.Answer;

/// <summary>N5: an answer, and whom to ask the person's consent for (S1-06).</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Text { get; init; }

        public List<string> Recommended { get; init; } = [];
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ConsultationView View { get; private set; } = null!;

    /// <summary>Contacts of the question's region, and of the whole country.</summary>
    public IReadOnlyList<Choice> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping) => await LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var answers = new Answers(ModelState, t, t.Today);
        answers.Need(Input.Text, "Consultations.Answer.Text", "Input.Text");
        answers.Text(Input.Text, "Consultations.Answer.Text", Answers.Longest, lines: true, "Input.Text");
        foreach (var entry in Input.Recommended) answers.Listed(entry, Entries, "Input.Recommended");
        if (!ModelState.IsValid) return Page();

        hand.ForAct.GiveAnswer(Input.Text!, Input.Recommended.Select(e => EntryId.Parse(e, null)), hand.Region, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consultations.Answer.Done";
        return Redirect($"/consultations/{View.Id}");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = hand.View;
        var region = View.Region;
        var shown = await db.DirectoryEntries.Shown().Where(e => e.Area == null || e.Area == region).ToListAsync(stopping);
        Entries = [.. shown.OrderBy(e => e.Area is null).ThenBy(e => e.Name(t.Language.Code), StringComparer.Create(t.Language.Culture, ignoreCase: true)).Select(e => new Choice(e.Id.ToString(), e.Name(t.Language.Code), e.Unit(t.Language.Code)))];
    }
}
