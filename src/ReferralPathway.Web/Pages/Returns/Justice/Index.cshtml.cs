using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Justice;

/// <summary>3.9j: the leader of the investigation, or the person's lawyer, releases what IOM may tell a person who has gone home and wants to hear of it.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Kind", Input.Kind is { } kind && Enum.IsDefined(kind));
        if (Input.On is null) checks.Needed("Input.On", Input.On, "Returns.Justice.On");
        checks.Needed("Input.Text", Input.Text, "Returns.Justice.Text", 500);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        var way = View.JusticeWay is { } known ? new JusticeWay(known.ReturnId, known.Iom) : null;
        theCase.ReleaseJustice(way, Input.Kind!.Value, Input.On!.Value, Input.Text!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Returns.Justice.Done";
        return Redirect($"{Case}/justice");
    }

    public sealed record Form
    {
        public JusticeKind? Kind { get; init; }

        public DateOnly? On { get; init; }

        public string? Text { get; init; }
    }
}
