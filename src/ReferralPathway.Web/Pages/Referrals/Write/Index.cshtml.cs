using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>F9, first step: to whom? Organisations by name, kind and region, and for each what the person has agreed to.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    private const int Most = 50;

    /// <param name="Covered">Whether consent or a ground of law covers a referral there now.</param>
    public sealed record Found(Organisation Organisation, bool Covered);

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public CoordinationRegion? Region { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Found> Organisations { get; private set; } = [];

    /// <summary>There are more than are shown.</summary>
    public bool More { get; private set; }

    public IEnumerable<Choice> Kinds => Enum.GetValues<OrganisationKind>().Where(OrganisationKinds.ReceivesReferrals).Append(OrganisationKind.Iom)
        .Select(k => new Choice(k.ToString(), $"OrganisationKind.{k}"));

    public static IEnumerable<Choice> Regions => CoordinationRegions.All.Select(r => new Choice(r.ToString(), CoordinationRegions.Name(r)));

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        // A few hundred organisations in all: they are read whole, because the region of a municipality is known to the domain and not to the database.
        var all = await db.Choosable().Where(o => o.Id != current.Who.Organisation).ToListAsync(stopping);
        var wanted = all.Where(o => (OrganisationKinds.ReceivesReferrals(o.Kind) || o.Kind == OrganisationKind.Iom) && Matches(o))
            .Select(o => new Found(o, !View.CoveredFor(o.Id).IsEmpty))
            .OrderByDescending(f => f.Covered).ThenBy(f => f.Organisation.Name(t.Language.Code), StringComparer.Create(t.Language.Culture, ignoreCase: true)).ToList();
        Organisations = [.. wanted.Take(Most)];
        More = wanted.Count > Most;
    }

    private bool Matches(Organisation organisation) =>
        (Kind is null || organisation.Kind == Kind)
        && (Region is null || organisation.Region == Region.ToString() || Geography.RegionOf(organisation.Municipality) == Region)
        && (Words is null || organisation.NameSv.Contains(Words, StringComparison.CurrentCultureIgnoreCase) || organisation.NameEn.Contains(Words, StringComparison.CurrentCultureIgnoreCase));
}
