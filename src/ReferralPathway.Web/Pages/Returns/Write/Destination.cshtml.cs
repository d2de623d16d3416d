using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>Part A: the country and place, the right to live there (G-RET-3), the time (the window lies ahead).</summary>
public sealed class DestinationModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
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
        return await DoAsync(revision, "Returns.Write.Destination.Done", theCase => theCase.WritePartA(One.Id, One.Latest(PaperKind.PartA)!.PartA! with { Country = Input.Country, Place = Input.Place!, Right = Input.Right, TravelFrom = Input.TravelFrom, TravelTo = Input.TravelTo, Reasons = Input.Reasons, Outstanding = Input.Outstanding }, Person, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Country", Lands.Any(c => c.Value == Input.Country));
        checks.Needed("Input.Place", Input.Place, "Returns.Write.Destination.Place", 200);
        checks.Listed("Input.Right", Input.Right is { } right && Enum.IsDefined(right));
        checks.Short("Input.Reasons", Input.Reasons, "Returns.Write.Destination.Reasons", 2000);
        checks.Listed("Input.Outstanding", Input.Outstanding.All(Enum.IsDefined));
        if (Input.TravelFrom < Today) ModelState.AddModelError("Input.TravelFrom", Words.Error("DateOrder", null, ("later", Words["Returns.Write.Destination.TravelFrom"]), ("earlier", Words.InSentence(Words["Look.Today"])), ("date", Today)));
        checks.Order("Input.TravelTo", Input.TravelTo, "Returns.Write.Destination.TravelTo", Input.TravelFrom ?? Today, "Returns.Write.Destination.TravelFrom");
    }

    public sealed record Form
    {
        internal static Form Of(PartA part) => new()
        {
            Country = part.Country ?? part.Nationality,
            Place = part.Place,
            Right = part.Right,
            TravelFrom = part.TravelFrom,
            TravelTo = part.TravelTo,
            Reasons = part.Reasons,
            Outstanding = [.. part.Outstanding],
        };

        public string? Country { get; init; }

        public string? Place { get; init; }

        public DestinationRight? Right { get; init; }

        public DateOnly? TravelFrom { get; init; }

        public DateOnly? TravelTo { get; init; }

        public string? Reasons { get; init; }

        public List<OutstandingMatter> Outstanding { get; init; } = [];
    }
}
