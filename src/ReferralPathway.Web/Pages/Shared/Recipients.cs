using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>Organisations to choose from, and what may be shared with them, for the pages of consents and referrals.</summary>
public static class Recipients
{
    /// <summary>The organisations that can be chosen as a new recipient: active, and not withdrawn from the directory (3.16). Old referrals keep theirs.</summary>
    public static IQueryable<Organisation> Choosable(this PathwayDb db)
    {
        IQueryable<DirectoryEntry> entries = db.DirectoryEntries;
        return db.Organisations.AsNoTracking().Where(o => o.IsActive && (!entries.Any(e => e.OrganisationId == o.Id) || entries.Any(e => e.OrganisationId == o.Id && e.State != EntryState.Withdrawn)));
    }

    /// <summary>Whether an organisation can be chosen now.</summary>
    public static Task<bool> CanBeChosenAsync(this PathwayDb db, OrganisationId id, CancellationToken stopping) => db.Choosable().AnyAsync(o => o.Id == id, stopping);

    /// <summary>The active organisations of these kinds, except one's own, by kind and name.</summary>
    /// <param name="own">Null: one's own too.</param>
    /// <param name="toRefer">Only those that can be chosen as a new recipient. A duty to tell somebody does not ask the directory.</param>
    public static async Task<IReadOnlyList<Choice>> RecipientsAsync(this PathwayDb db, Func<OrganisationKind, bool> kinds, OrganisationId? own, Wording t, CancellationToken stopping, bool toRefer = false)
    {
        var wanted = Enum.GetValues<OrganisationKind>().Where(kinds).ToArray();
        var found = await (toRefer ? db.Choosable() : db.Organisations.AsNoTracking().Where(o => o.IsActive)).Where(o => o.Id != own && wanted.Contains(o.Kind)).ToListAsync(stopping);
        return
        [
            .. found.OrderBy(o => o.Kind).ThenBy(o => o.Name(t.Language.Code), StringComparer.Create(t.Language.Culture, ignoreCase: true))
                .Select(o => new Choice(o.Id.ToString(), o.Name(t.Language.Code), Group: $"OrganisationKind.{o.Kind}")),
        ];
    }

    /// <summary>The active organisations of one kind by name: the agency that decides.</summary>
    public static async Task<IReadOnlyList<Choice>> OfKindAsync(this PathwayDb db, OrganisationKind kind, Wording t, CancellationToken stopping) =>
        (await db.Organisations.AsNoTracking().Where(o => o.Kind == kind && o.IsActive).OrderBy(o => o.NameSv).ToListAsync(stopping)).ConvertAll(o => new Choice(o.Id.ToString(), o.Name(t.Language.Code)));

    /// <summary>The organisation that a form named; null when there is none with that id.</summary>
    public static async Task<Organisation?> OrganisationAsync(this PathwayDb db, string? id, CancellationToken stopping) =>
        OrganisationId.TryParse(id, null, out var known) ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == known, stopping) : null;

    /// <summary>Whether somebody of an organisation works here; without, it is asked and answers by telephone or letter.</summary>
    public static Task<bool> HasAccountsAsync(this PathwayDb db, OrganisationId id, CancellationToken stopping) =>
        db.Users.AnyAsync(a => a.OrganisationId == id && a.Status == AccountStatus.Active, stopping);

    /// <summary>The data groups to tick, in plain words.</summary>
    public static IReadOnlyList<Choice> GroupChoices(DataGroups groups) =>
        [.. groups.Select(g => new Choice(g.ToString(), $"Consents.Group.{g}", g == DataGroup.Health ? "Consents.Group.Health.Hint" : null))];

    /// <summary>What was ticked; what is no group of a consent is left out.</summary>
    public static DataGroups GroupsOf(IEnumerable<string> ticked) =>
        DataGroups.Of([.. ticked.Select(one => Enum.TryParse<DataGroup>(one, out var group) ? group : default).Where(group => DataGroups.Consentable.Has(group))]);

    public static string Groups(this Wording t, int mask) =>
        string.Join(", ", (new DataGroups(mask) & DataGroups.Consentable).Select(g => t[$"Consents.Short.{g}"]));

    public static IReadOnlyList<Choice> LanguageChoices(this Wording t) =>
        [.. Languages.InOrder(t.Language.Code).Select(l => new Choice(l.Code, l.NameIn(t.Language.Code)))];
}
