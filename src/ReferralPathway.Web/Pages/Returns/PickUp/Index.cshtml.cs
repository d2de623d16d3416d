using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.PickUp;

/// <summary>Where the person is fetched (DG4): released for the day of travel, readable on no other.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => (One.Author == View.Mine || View.Standing.Leads) && One.Status == ReturnStatus.PreDeparture;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { On = One.TravelOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.PickUp.Done", theCase => theCase.ReleasePickUp(One.Id, Input.On!.Value, Input.Address!, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        if (Input.On is null) checks.Needed("Input.On", (string?)null, "Returns.PickUp.On");
        checks.Needed("Input.Address", Input.Address, "Returns.PickUp.Address", 1000);
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public string? Address { get; init; }
    }
}
