using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>R2: with which regional coordinator the return was first talked about, and when (S1-34).</summary>
public sealed class CoordinatorModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => AuthorWrites && One.Status != ReturnStatus.ReturnedForChanges;

    public IReadOnlyList<Choice> Coordinators { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { Coordinator = One.Coordinator?.ToString() ?? OfTheRegion?.Value, On = One.FirstContactOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.Write.Coordinator.Done", theCase => theCase.ContactCoordinator(One.Id, OrganisationId.Parse(Input.Coordinator!, null), OrganisationKind.RegionalCoordinator, Input.On!.Value, Act), stopping);
    }

    /// <summary>The coordinator of the region in which the person was met: usually the one to speak with.</summary>
    private Choice? OfTheRegion { get; set; }

    protected override async Task PrepareAsync(CancellationToken stopping)
    {
        var region = Geography.RegionOf(View.Facts.Municipality)?.ToString();
        var all = await Db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.RegionalCoordinator && o.IsActive).OrderBy(o => o.Region != region).ThenBy(o => o.NameSv).ToListAsync(stopping);
        Coordinators = all.ConvertAll(o => new Choice(o.Id.ToString(), o.Name(Words.Language.Code)));
        if (region is not null && all is [{ Region: { } first }, ..] && first == region) OfTheRegion = Coordinators[0];
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Coordinator", Coordinators.Any(c => c.Value == Input.Coordinator));
        checks.Needed("Input.On", Input.On, "Returns.Write.Coordinator.On");
    }

    public sealed record Form
    {
        public string? Coordinator { get; init; }

        public DateOnly? On { get; init; }
    }
}
