using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Letters.Deliver;

/// <summary>A letter was given to somebody: how, when, and who took it.</summary>
[RuleAt("Input.Way", nameof(Rule.NoLetterIsSentToThePersonUnasked))]
[RuleAt("Input.On", nameof(Rule.DatesAreNotInTheFuture), nameof(Rule.ALetterFollowsTheCase))]
public sealed class IndexModel(PathwayDb db, LetterDesk desk, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Way { get; init; }
        public DateOnly? On { get; init; }
        public string? Receiver { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    [BindProperty(SupportsGet = true)]
    public AskInput Ask { get; set; } = new();

    public LetterSheet Sheet { get; private set; } = null!;

    public CaseView View => desk.View;

    public string Letter => $"/cases/{hand.Id}/letters/{Sheet.Order.Path}{(Sheet.Order.Kind == LetterKind.ConsentForm ? Ask.Query : "")}";

    public IEnumerable<Choice> Ways => Enum.GetValues<DeliveryWay>().Select(w => new Choice(w.ToString(), $"DeliveryWay.{w}", $"Letters.Way.{w}"));

    public async Task<IActionResult> OnGetAsync(string letter, CancellationToken stopping)
    {
        Input = new() { On = current.Today };
        return await LoadAsync(letter, stopping) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string letter, CancellationToken stopping)
    {
        if (!await LoadAsync(letter, stopping)) return NotFound();
        if (!Enum.TryParse<DeliveryWay>(Input.Way, out var way) || !Enum.IsDefined(way)) ModelState.AddModelError("Input.Way", t["Letters.ChooseWay"]);
        if (Input.On is null && ModelState.IsValid) ModelState.AddModelError("Input.On", t.Error("Required", "Letters.On"));
        if (!ModelState.IsValid) return Page();

        (await hand.ForActAsync(CaseParts.Core, Revision, stopping)).DeliverLetter(new()
        {
            Kind = Sheet.Order.Kind,
            Source = Sheet.Order.Source,
            To = Sheet.Order.To,
            Way = way,
            On = Input.On!.Value,
            Language = Sheet.Language,
            Template = Sheet.Number,
            Groups = Sheet.Reads,
            Receiver = Input.Receiver,
            LettersAreSafe = View.SafeContact.Value is { LetterAllowed: true },
        }, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Letters.Delivered";
        return Redirect($"/cases/{hand.Id}/letters");
    }

    private async Task<bool> LoadAsync(string letter, CancellationToken stopping)
    {
        if (await desk.WriteAsync(letter, Ask.Asked, stopping) is not { } sheet) return false;
        Sheet = sheet;
        if (Revision == 0) Revision = View.Core!.Revision;
        return true;
    }
}
