using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Letters;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Letters;

/// <summary>The one way to a letter (decision 0046): what its writer sees, as far as its reader may read it, in the words of its template.</summary>
public sealed class LetterDesk(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t)
{
    /// <summary>The case as its writer sees it. Reading it for a letter is recorded as that.</summary>
    public CaseView View { get; private set; } = null!;

    /// <param name="letter">Which, as an address says it.</param>
    /// <param name="ask">Of a form of consent: what it asks.</param>
    /// <returns>Null where this person can write no such letter.</returns>
    public async Task<LetterSheet?> WriteAsync(string? letter, ConsentAsk? ask, CancellationToken stopping)
    {
        if (LetterOrder.Read(letter) is not { } named || named.Kind == LetterKind.ConsentForm && ask is null) return null;
        var (known, source) = named;
        View = await hand.LetterAsync(health: known == LetterKind.SubjectExtract, stopping);
        if (View.Core is null || LetterOrder.Find(View, known, source, current.At) is not { } order) return null;

        var ids = new[] { View.Mine, order.To ?? OrganisationId.From(source) };
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stopping);
        var other = organisations.GetValueOrDefault(ids[1]);
        if (other is null && (order.To is not null || known == LetterKind.ConsentForm)) return null;

        var opened = order.Return is null ? DataGroups.None : await db.OpenedByReturnAsync(source, toIom: known != LetterKind.ReturnPartA, stopping);
        var reads = order.Reads(View, other is null ? null : OrganisationKinds.CaseRoleOf(other.Kind), opened);
        var language = known == LetterKind.ConsentForm ? ask!.Language : t.Language.Code;
        var template = await db.LetterTemplateAsync(known, language, stopping);
        var recipient = order.To is null ? t["Letters.ThePerson"] : Name(other!, language);
        var values = new LetterValues(LetterView.Of(View, order, reads), t, Name(organisations[View.Mine], language), recipient, ask, other is null ? null : Name(other, language))
        {
            Readers = known == LetterKind.SubjectExtract ? await ReadersAsync(stopping) : [],
        };
        var basis = order.BasisOf(View, current.At);
        return new(
            order, reads, View.Reference, language, template?.Number ?? 0, !(template?.Reviewed ?? !LetterKinds.IsTranslated(language)), recipient,
            t["Letters.Mark", ("reference", View.Reference), ("recipient", recipient), ("basis", Said(basis))],
            LetterText.Fill(template?.Text ?? LetterTemplate.Preset(known, language), field => values.Of(known, field)));
    }

    /// <summary>Letters that can be written of this case now, with the name of whoever each goes to.</summary>
    public async Task<IReadOnlyList<(LetterOrder Order, string Recipient)>> OrdersAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var orders = LetterOrder.All(View, current.At).ToList();
        var ids = orders.Select(o => o.To).OfType<OrganisationId>().Distinct().ToArray();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stopping);
        return [.. orders.Select(o => (o, o.To is { } to ? Name(names[to], t.Language.Code) : t["Letters.ThePerson"]))];
    }

    /// <summary>Which organisations have opened the case, and how often. Staff are not named.</summary>
    private async Task<IReadOnlyList<(string, string)>> ReadersAsync(CancellationToken stopping)
    {
        var id = hand.Id.Value;
        var read = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == id && e.Kind.StartsWith(AuditEntry.ReadPrefix)).GroupBy(e => e.OrganisationId)
            .Select(g => new { Organisation = g.Key, First = g.Min(e => e.At), Last = g.Max(e => e.At), Times = g.Count() })
            .Join(db.Organisations, g => g.Organisation, o => (Guid)(object)o.Id, (g, o) => new { o.NameSv, o.NameEn, g.First, g.Last, g.Times }).OrderBy(g => g.First).ToListAsync(stopping);
        return [.. read.Select(r => (t.Named(r.NameSv, r.NameEn), t["Letters.ReadTimes", ("times", r.Times), ("first", t.Date(Wording.DayOf(r.First))), ("last", t.Date(Wording.DayOf(r.Last)))]))];
    }

    private string Said(LetterBasis basis) => basis.Kind switch
    {
        LetterBasisKind.Consent => t["Letters.Basis.Consent", ("number", basis.Reference), ("day", t.Date(basis.On!.Value))],
        LetterBasisKind.Ground => t["Letters.Basis.Ground", ("ground", t.Code("disclosure_ground", basis.Reference!)), ("day", t.Date(basis.On!.Value))],
        _ => t[$"Letters.Basis.{basis.Kind}"],
    };

    private static string Name(Organisation organisation, string language) => organisation.Name(language == "sv" ? "sv" : "en");
}
