using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Accounts;

/// <summary>Organisations from a file.</summary>
public sealed class OrganisationImport(PathwayDb db, CurrentPerson current, Phrasebook texts, Wording t) : IImport
{
    private static readonly ImportColumn[] Columns = [new("kind", true), new("name_sv", true), new("name_en", true), new("municipality"), new("region"), new("mail")];

    private List<Organisation> _made = [];

    public ImportReader Reader { get; } = new("organisations", Columns, texts, t);

    public IReadOnlyList<string> Found => [.. _made.Select(o => $"{o.Name(t.Language.Code)}, {t.InSentence(t.Word(o.Kind))}")];

    public async Task CheckAsync(string text, CancellationToken stopping)
    {
        var known = await db.Organisations.AsNoTracking().Select(o => new { o.Kind, o.NameSv, o.NameEn, o.Municipality }).ToListAsync(stopping);
        var names = known.SelectMany(o => new[] { o.NameSv, o.NameEn }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var boards = known.Where(o => o.Kind == OrganisationKind.Municipality).Select(o => o.Municipality).ToHashSet();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Reader.Rows(text))
        {
            var kind = row.Value("kind", Enum.GetValues<OrganisationKind>());
            var (sv, en) = (row.Text("name_sv", 200), row.Text("name_en", 200));
            foreach (var (column, name) in new[] { ("name_sv", sv), ("name_en", en) }.Where(n => n.Item2.Length > 0))
            {
                if (names.Contains(name)) row.Wrong(column, "Exists");
                else if (!lines.TryAdd(name, row.Line) && lines[name] != row.Line) row.Wrong(column, "Twice", ("line", lines[name]));
            }
            var municipality = Municipality(row, kind);
            if (kind == OrganisationKind.Municipality && municipality is not null && !boards.Add(municipality)) row.Wrong("municipality", "BoardExists");
            var region = Region(row, kind);
            if (row["mail"] is { } mail && !EmailAddress.LooksLikeOne(mail)) row.Say("mail", t.Error("EmailFormat"));
            if (kind is { } known_) _made.Add(new(OrganisationId.New(current.At), known_, sv, en, municipality, region, row["mail"]));
        }
    }

    public async Task CarryOutAsync(CancellationToken stopping)
    {
        db.Organisations.AddRange(_made);
        foreach (var one in _made) db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Organisation.Created", one.Id.Value, ("kind", one.Kind.ToString())));
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Organisation.Imported", null, ("count", $"{_made.Count}")));
        await db.SaveChangesAsync(stopping);
    }

    private static string? Municipality(ImportRow row, OrganisationKind? kind)
    {
        var (written, local) = (row["municipality"], kind is OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach);
        if (kind is null || written is null && !local) return null;
        if (!local) row.Wrong("municipality", "NotLocal");
        else if (written is null) row.Wrong("municipality", "Required");
        // A spreadsheet takes the zeros in front of a number away.
        else if (Geography.FindMunicipality(written.PadLeft(4, '0')) is { } byCode) return byCode.Code;
        else if (Geography.Municipalities.FirstOrDefault(m => string.Equals(m.Name, written, StringComparison.OrdinalIgnoreCase)) is { } byName) return byName.Code;
        else row.Wrong("municipality", "Municipality");
        return null;
    }

    private static string? Region(ImportRow row, OrganisationKind? kind)
    {
        var (written, regional) = (row["region"], kind == OrganisationKind.RegionalCoordinator);
        if (kind is null || written is null && !regional) return null;
        if (!regional) row.Wrong("region", "NotRegional");
        else if (CoordinationRegions.TryParse(written, out var region)) return region.ToString();
        else row.Wrong("region", "Value", ("values", string.Join(", ", CoordinationRegions.All.Select(CoordinationRegions.Name))));
        return null;
    }
}
