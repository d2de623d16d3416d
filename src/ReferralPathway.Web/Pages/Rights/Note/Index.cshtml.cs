using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Rights;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Rights.Note;

/// <summary>The person does not agree with an entry, or it was wrong (SoL 14:6): that is noted beside it, and nothing is written over.</summary>
[RuleAt("Input.On", nameof(Rule.DatesAreNotInTheFuture))]
[RuleAt("Input.Text", nameof(Rule.AStepIsExplained))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Entry { get; init; }
        public string? Kind { get; init; }
        public string? Text { get; init; }
        public DateOnly? On { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    /// <summary>The entries that this person reads, the latest first.</summary>
    public IEnumerable<Choice> Entries => View.Timeline.Select(e => new Choice(e.Id.ToString(), $"{t.Date(Wording.DayOf(e.At))}: {t.Happened(View, e)}"));

    public IEnumerable<Choice> Kinds => Enum.GetValues<EntryNoteKind>().Select(k => new Choice(k.ToString(), $"Rights.Kind.{k}", $"Rights.Kind.{k}.Hint"));

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { On = current.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var entry = View.Timeline.FirstOrDefault(e => e.Id.ToString() == Input.Entry);
        if (entry is null) ModelState.AddModelError("Input.Entry", t["Rights.ChooseEntry"]);
        if (!Enum.TryParse<EntryNoteKind>(Input.Kind, out var kind) || !Enum.IsDefined(kind)) ModelState.AddModelError("Input.Kind", t["Rights.ChooseKind"]);
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", t.Error("Required", "Rights.Text"));
        else if (Input.Text.Length > 4000) ModelState.AddModelError("Input.Text", t.Error("TooLong", "Rights.Text", ("n", 4000), ("m", Input.Text.Length)));
        if (Input.On is null && !ModelState.ContainsKey("Input.On")) ModelState.AddModelError("Input.On", t.Error("Required", "Rights.On"));
        if (!ModelState.IsValid) return Page();

        (await hand.ForActAsync(CaseParts.Core, Revision, stopping)).NoteBeside(kind, entry!.Id, new(entry.Groups), Input.Text!, Input.On!.Value, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Rights.Done.{kind}";
        return Redirect($"/cases/{hand.Id}#timeline");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core?.Revision ?? 0;
    }
}
