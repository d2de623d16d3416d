using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>3.9j: IOM passes on what was released, and says whether the person was reached and what they wish.</summary>
public sealed class RelayModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && Found is { Reached: not true };

    public JusticeRow Word => Found!;

    [BindProperty]
    public Form Input { get; set; } = new();

    private JusticeRow? Found => View.Justice.FirstOrDefault(j => j.Id.ToString() == (string?)RouteData.Values["eventId"] && j.RelayedBy == View.Mine);

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { On = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.On", Input.On, "Returns.Relay.On");
        checks.Listed("Input.Reached", Input.Reached is "yes" or "no");
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Relay.Done", theCase => theCase.RelayJustice(Word.Id, Input.On!.Value, Input.Reached == "yes", Input.Wishes, Input.Needs, Act), stopping);
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public string? Reached { get; init; }

        public JusticeWish? Wishes { get; init; }

        public List<JusticeNeed> Needs { get; init; } = [];
    }
}
