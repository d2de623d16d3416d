using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children.Report;

/// <summary>A report of concern to a social board (A28, SoL 19:1): at once, and without consent.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public IReadOnlyList<Choice> Boards { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        await ShowAsync(stopping);
        if (View.ChildTask is { Board: not null } || !View.Facts.TreatedAsChild) return Redirect(View.ChildTask is null ? Case : $"{Case}/children");
        var now = SwedishCalendar.LocalTime(current.At);
        Input = new() { On = current.Today, At = now.ToString("HH:mm", CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await ShowAsync(stopping);
        var board = await db.OrganisationAsync(Input.Board, stopping);
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Board", board is not null && Boards.Any(b => b.Value == Input.Board));
        checks.Needed("Input.On", Input.On, "Children.Report.On");
        var at = checks.Time("Input.At", Input.At, "Children.Report.At");
        checks.Needed("Input.Concern", Input.Concern, "Children.Report.Concern", 4000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Children | CaseParts.Consents, revision, stopping);
        var here = await db.HasAccountsAsync(board!.Id, stopping);
        theCase.ReportConcern(new(board.Id, here, SwedishCalendar.InstantOf(Input.On!.Value, at!.Value), Input.Concern!, Input.TellMe), board.Kind, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = here ? "Children.Report.Done" : "Children.Report.DoneElsewhere";
        return Redirect($"{Case}/children");
    }

    private async Task ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Boards = await db.RecipientsAsync(kind => kind == OrganisationKind.Municipality, own: null, t, stopping);
    }

    public sealed record Form
    {
        public string? Board { get; init; }

        public DateOnly? On { get; init; }

        public string? At { get; init; }

        public string? Concern { get; init; }

        public bool TellMe { get; init; }
    }
}
