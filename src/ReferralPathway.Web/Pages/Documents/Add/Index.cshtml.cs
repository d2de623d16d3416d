using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Documents.Add;

/// <summary>A document is added to the case. Its kind says who reads it; what its sender called it is not kept.</summary>
[RuleAt("Input.On", nameof(Rule.DatesAreNotInTheFuture))]
[RuleAt("Input.File", nameof(Rule.ADayTakesSoManyDocuments))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, FileDesk files, Wording t) : PageModel
{
    public const int LongestNote = 500;

    public sealed record Form
    {
        public string? Kind { get; init; }
        public IFormFile? File { get; init; }
        public DateOnly? On { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds => [.. View.DocumentKinds.Select(k => new Choice(k.ToString(), $"{nameof(AttachmentKind)}.{k}",
        k is AttachmentKind.MedicalCertificate or AttachmentKind.CourtDocument or AttachmentKind.Photograph ? $"Documents.Kind.{k}.Hint" : null))];

    public Task OnGetAsync(CancellationToken stopping) => LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var answers = new Answers(ModelState, t, current.Today);
        if (answers.Need(Input.Kind, "Documents.Kind")) answers.Listed(Input.Kind, Kinds);
        answers.NotInTheFuture(Input.On, "Documents.On");
        answers.Text(Input.Note, "Documents.Note", LongestNote, lines: true);
        var content = answers.Need(Input.File, "Documents.File") ? await files.TakeAsync(Input.File!, "Input.File", ModelState, stopping) : null;
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Documents, Revision, stopping);
        theCase.AddDocument(Enum.Parse<AttachmentKind>(Input.Kind!), content!, Input.On, Input.Note, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Documents.Done.Added";
        return Redirect($"/cases/{hand.Id}/documents");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core?.Revision ?? 0;
    }
}
