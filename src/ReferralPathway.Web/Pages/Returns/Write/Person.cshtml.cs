using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>Part A: whom to ask, the travel document, the languages, the family.</summary>
public sealed class PersonModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = Form.Of(One.Latest(PaperKind.PartA)!.PartA!, View.Facts.Languages);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Person.Done", theCase => theCase.WritePartA(One.Id, One.Latest(PaperKind.PartA)!.PartA! with { ContactPerson = Input.ContactPerson!, Nationality = Input.Nationality!, Document = Input.Document, DocumentNumber = Input.DocumentNumber, Languages = [Input.Language!], Family = Input.Family }, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.ContactPerson", Input.ContactPerson, "Returns.Write.Person.ContactPerson", 200);
        checks.Listed("Input.Nationality", Lands.Any(c => c.Value == Input.Nationality));
        checks.Listed("Input.Document", Input.Document is { } document && Enum.IsDefined(document));
        checks.Short("Input.DocumentNumber", Input.DocumentNumber, "Returns.Write.Person.DocumentNumber", 40);
        checks.Listed("Input.Language", Languages.Find(Input.Language) is not null);
        checks.Short("Input.Family", Input.Family, "Returns.Write.Person.Family", 1000);
    }

    public sealed record Form
    {
        internal static Form Of(PartA part, IReadOnlyList<string> spoken) => new()
        {
            ContactPerson = part.ContactPerson,
            Nationality = part.Nationality,
            Document = part.Document,
            DocumentNumber = part.DocumentNumber,
            Language = part.Languages.Concat(spoken).FirstOrDefault(),
            Family = part.Family,
        };

        public string? ContactPerson { get; init; }

        public string? Nationality { get; init; }

        public TravelDocument? Document { get; init; }

        public string? DocumentNumber { get; init; }

        public string? Language { get; init; }

        public string? Family { get; init; }
    }
}
