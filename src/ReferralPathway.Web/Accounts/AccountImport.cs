using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Accounts;

/// <summary>Accounts from a file. Each is an invitation, as one that was written by hand: it does nothing before its person has taken the link and another person has confirmed it.</summary>
public sealed class AccountImport(PathwayDb db, Staff staff, Phrasebook texts, Wording t) : IImport
{
    private static readonly ImportColumn[] Columns = [new("email", true), new("name", true), new("organisation", true), new("role", true), new("manager"), new("from"), new("to")];

    private sealed record Invited(Organisation Organisation, string Email, string Name, Role Role, bool IsManager, DateOnly? From, DateOnly? To);

    private readonly List<Invited> _invited = [];

    public ImportReader Reader { get; } = new("accounts", Columns, texts, t);

    public IReadOnlyList<string> Found => [.. _invited.Select(i => $"{i.Name}, {i.Organisation.Name(t.Language.Code)}, {t.InSentence(t.Word(i.Role))}")];

    public async Task CheckAsync(string text, CancellationToken stopping)
    {
        var rows = Reader.Rows(text);
        var organisations = (await db.Organisations.AsNoTracking().Where(o => o.IsActive).ToListAsync(stopping))
            .SelectMany(o => new[] { o.NameSv, o.NameEn, o.Id.ToString() }.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name, Organisation: o)))
            .ToLookup(o => o.Name, o => o.Organisation, StringComparer.OrdinalIgnoreCase);
        var addresses = rows.Select(r => r["email"]?.ToUpperInvariant()).OfType<string>().Distinct().ToList();
        var taken = (await db.Users.Where(a => addresses.Contains(a.NormalizedEmail!)).Select(a => a.NormalizedEmail!).ToListAsync(stopping)).ToHashSet();
        var lines = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            var (email, name) = (row.Text("email", 254), row.Text("name", 200));
            var normal = email.ToUpperInvariant();
            if (email.Length > 0 && !EmailAddress.LooksLikeOne(email)) row.Say("email", t.Error("EmailFormat"));
            else if (taken.Contains(normal)) row.Say("email", t["Accounts.EmailTaken"]);
            else if (email.Length > 0 && !lines.TryAdd(normal, row.Line)) row.Wrong("email", "Twice", ("line", lines[normal]));
            var organisation = OrganisationOf(row, organisations);
            var role = row.Value("role", Enum.GetValues<Role>().Where(r => r != Role.System));
            if (organisation is not null && role is { } wanted && !OrganisationKinds.RolesOf(organisation.Kind).Contains(wanted))
                row.Say("role", t["Accounts.RoleDoesNotFit", ("role", t.Word(wanted)), ("kind", t.Word(organisation.Kind))]);
            var (manager, from, to) = (row.YesNo("manager"), row.Day("from"), row.Day("to"));
            if (to < from) row.Wrong("to", "Order");
            if (organisation is not null && role is { } known) _invited.Add(new(organisation, email, name, known, manager, from, to));
        }
    }

    public async Task CarryOutAsync(CancellationToken stopping)
    {
        foreach (var one in _invited) await staff.InviteAsync(one.Organisation, one.Email, one.Name, one.Role, one.IsManager, (one.From, one.To), null, stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.Imported", null, ("count", $"{_invited.Count}")));
        await db.SaveChangesAsync(stopping);
    }

    private static Organisation? OrganisationOf(ImportRow row, ILookup<string, Organisation> organisations)
    {
        if (row["organisation"] is not { } called) row.Wrong("organisation", "Required");
        else
        {
            var found = organisations[called].ToList();
            if (found.Count == 1) return found[0];
            row.Wrong("organisation", found.Count == 0 ? "Organisation" : "OrganisationMany");
        }
        return null;
    }
}
