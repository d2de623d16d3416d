using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>Somebody else who may give what a declined referral asked for.</summary>
/// <param name="Organisation">To whom a new referral can be written; null where the directory knows them and the system does not.</param>
/// <param name="Entry">What the public directory says of them.</param>
/// <param name="Region">Where they help; null: the whole country, or it is not known.</param>
/// <param name="Covered">Whether consent or a ground of law covers a referral there now.</param>
public sealed record Suggestion(Organisation? Organisation, DirectoryEntry? Entry, CoordinationRegion? Region, bool Covered)
{
    public string Name(string language) => Organisation?.Name(language) ?? Entry!.Name(language);
}

/// <summary>Whom to ask next (F4): by the kind of help that was asked for and by region, those first whom the person has agreed to.</summary>
internal static class Suggestions
{
    private const int Most = 8;

    /// <param name="municipality">Where the person was detected; null where nobody knows.</param>
    public static async Task<IReadOnlyList<Suggestion>> SuggestionsAsync(
        this PathwayDb db, ReferralRow declined, Organisation recipient, IEnumerable<Organisation> organisations, string? municipality, Func<OrganisationId, bool> covered, CancellationToken stopping)
    {
        var near = Geography.RegionOf(municipality);
        var help = HelpOf(declined.Service)?.ToString();
        // A few hundred organisations and contacts in all.
        var entries = await db.DirectoryEntries.AsNoTracking().Where(e => e.State == EntryState.Published || e.State == EntryState.NeedsReview).ToListAsync(stopping);
        var helping = entries.Where(e => e.OrganisationId != recipient.Id && e.OrganisationId != declined.Sender && (help is null ? e.Kind == recipient.Kind : e.Helps.Contains(help))).ToList();
        var known =
            from o in organisations
            where o.IsActive && o.Id != recipient.Id && o.Id != declined.Sender && OrganisationKinds.ReceivesReferrals(o.Kind)
            let entry = helping.Find(e => e.OrganisationId == o.Id)
            where OrganisationKinds.CaseRoleOf(o.Kind) == OrganisationKinds.CaseRoleOf(recipient.Kind) || entry is not null
            select new Suggestion(o, entry, RegionOf(o) ?? entry?.Area, covered(o.Id));
        var others = helping.Where(e => e.OrganisationId is null && OrganisationKinds.ReceivesReferrals(e.Kind)).Select(e => new Suggestion(null, e, e.Area, Covered: false));
        return
        [
            .. known.Concat(others).OrderByDescending(s => s.Covered).ThenByDescending(s => near is not null && s.Region == near).ThenByDescending(s => s.Entry is not null)
                .ThenBy(s => s.Name("sv"), StringComparer.CurrentCulture).Take(Most),
        ];
    }

    private static CoordinationRegion? RegionOf(Organisation organisation) =>
        CoordinationRegions.TryParse(organisation.Region, out var region) ? region : Geography.RegionOf(organisation.Municipality);

    /// <summary>The kind of help in the directory that a service of the code list belongs to; null where it belongs to none.</summary>
    private static HelpKind? HelpOf(string service) => service switch
    {
        "ACCOMMODATION" or "LONG_TERM" => HelpKind.Shelter,
        "COUNSELLING" or "NGO_SOCIAL_WORK" => HelpKind.Counselling,
        "SOCIAL" or "ALLOWANCE" => HelpKind.SocialServices,
        "LEGAL" => HelpKind.Legal,
        "RETURN" => HelpKind.Return,
        _ => null,
    };
}
