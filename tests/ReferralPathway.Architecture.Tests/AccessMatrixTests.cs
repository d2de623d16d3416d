using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Architecture.Tests;

/// <summary>Documents that are printed from the code, so that they cannot rot. PATHWAY_WRITE_DOCS=1 writes them anew.</summary>
public sealed class AccessMatrixTests
{
    /// <summary>Those that somebody can have; the sweeper goes by no table.</summary>
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    [Fact]
    public void The_access_matrix_is_what_the_code_says() => Compare("docs/access-matrix.md", AccessMatrix());

    [Fact]
    public void The_list_of_events_is_what_the_code_says() => Compare("docs/audit-events.md", AuditEvents());

    [Fact]
    public void Every_event_has_a_text_in_both_languages()
    {
        var book = new Phrasebook(strict: true);
        Assert.NotEmpty(Events());
        Assert.All(Events(), e => Assert.All(PageLanguage.All, language => Assert.NotNull(book.Find(language, $"Timeline.{e.Name}"))));
    }

    private static void Compare(string path, string printed)
    {
        if (Environment.GetEnvironmentVariable("PATHWAY_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.Combine(Repository.Root, "docs"));
            File.WriteAllText(Path.Combine(Repository.Root, path), printed);
        }
        Assert.Equal(printed, Repository.Read(path));
    }

    private static string Said(IReadOnlyList<Role> roles) => roles.Count == 0 ? "–" : string.Join(", ", roles);

    private static string AccessMatrix()
    {
        var text = new StringBuilder("""
            # Who may do what, and who may see what

            Printed from `CaseAccess.Table` and `Reach` by a test; do not edit. Codes of the roles are those of the domain.

            ## Acts on a case

            A role that is not named is refused (403). Whoever's organisation has no part in the case is told that it does not exist (404); the national coordinator and the
            administrator are refused on every case address, whether the case exists or not.

            | Operation | Roles | Standing to the case | Only |
            |---|---|---|---|

            """);
        foreach (var (operation, row) in CaseAccess.Table.OrderBy(r => r.Key))
            text.Append(CultureInfo.InvariantCulture, $"| {operation} | {string.Join(", ", row.Roles)} | {string.Join(", ", row.Relations)}{(row.ThroughGlass ? "; a colleague while the glass they broke is open" : "")} | {(row.ManagerOnly ? "managers" : "")} |\n");
        text.Append("""

            ## Acts on a consultation

            Who answers which: the national coordinator any; the regional coordinator those put to the own region and those about return from it; IOM those about return. Whoever neither asks
            nor answers is refused (403) on every address of one; for whom it does not exist it is not found (404).

            | Operation | Standing to the consultation |
            |---|---|

            """);
        foreach (var (operation, standings) in ConsultationAccess.Table.OrderBy(r => r.Key)) text.Append(CultureInfo.InvariantCulture, $"| {operation} | {string.Join(", ", standings)} |\n");
        text.Append("""

            ## Acts on a request for disclosure

            An investigation leader asks. Of municipalities and NGOs the managers decide, of the regional coordination and the Migration Agency every account. Whoever neither asks nor decides in any
            organisation is refused (403) on every address of one; for whom it does not exist it is not found (404).

            | Operation | Standing to the request |
            |---|---|

            """);
        foreach (var (operation, standings) in DisclosureAccess.Table.OrderBy(r => r.Key)) text.Append(CultureInfo.InvariantCulture, $"| {operation} | {string.Join(", ", standings)} |\n");
        text.Append("""

            ## Statistics

            Of regions and of the country: releases, suppressed. Of the own organisation: as counted last night.

            | Report | The country | Regions | The own organisation |
            |---|---|---|---|

            """);
        foreach (var report in Reports.All) text.Append(CultureInfo.InvariantCulture, $"| {report.Code} | {Said(report.Nation)} | {Said(report.Region)} | {Said(report.Own)} |\n");
        text.Append("""

            ## What a lead reads, and what a consent can open

            F in full, S a summary, – nothing. "Own" is what the organisation wrote itself. Before the stroke: in a case that one's own organisation leads. After it: when
            the person's consent, or a ground of law, names the group (health also needs the purpose SHARE_HEALTH).

            | Data group |
            """);
        text.Append(CultureInfo.InvariantCulture, $" {string.Join(" | ", Roles)} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
        foreach (var group in Enum.GetValues<DataGroup>().Where(g => g < DataGroup.SafeContactSummary && g is not (DataGroup.InvestigationContent or DataGroup.Consultations or DataGroup.Statistics)))
            text.Append(CultureInfo.InvariantCulture, $"| {group} | {string.Join(" | ", Roles.Select(role => $"{OfLead(role, group)} / {Mark(Reach.OfRecipient(role, DataGroups.Consentable, healthIsNamed: true), group)}"))} |\n");
        return text.ToString();
    }

    private static string OfLead(Role role, DataGroup group) =>
        group == DataGroup.Health && Reach.ReadsOnlyOwnHealth(role) ? "own" : Mark(Reach.OfLead(role), group);

    private static string Mark(DataGroups groups, DataGroup group) =>
        groups.Has(group) ? "F" : Reach.SummaryOf(group) is { IsEmpty: false } summary && groups.Covers(summary) ? "S" : "–";

    private static string AuditEvents()
    {
        var book = new Phrasebook(strict: true);
        var text = new StringBuilder("""
            # What the record of acts holds

            Printed from the events of the domain and from `Texts/Timeline.*.json` by a test; do not edit. Each event becomes an entry of the audit in the transaction of the act; it
            holds codes, days and ids, never free text. Readings stand beside them as `Read.…`, refusals as `Refused.…`.

            | Event | Read with | Details | Svenska | English |
            |---|---|---|---|---|

            """);
        foreach (var type in Events())
        {
            // The group and the names of the details are the same for every event of a kind.
            var happened = (CaseEvent)RuntimeHelpers.GetUninitializedObject(type);
            text.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {happened.Group} | {string.Join(", ", happened.Details.Select(d => d.Name))} | {book.Text(PageLanguage.Swedish, $"Timeline.{type.Name}")} | {book.Text(PageLanguage.English, $"Timeline.{type.Name}")} |\n");
        }
        text.Append("""

            ## Consultations

            They belong to no case: their entries stand in the chain of the acting organisation.

            | Event | Details | Svenska | English |
            |---|---|---|---|

            """);
        OfNoCase(typeof(ConsultationEvent), type => ((ConsultationEvent)RuntimeHelpers.GetUninitializedObject(type)).Details);
        text.Append("""

            ## Requests for disclosure

            They belong to no case either: whoever asks must not be found beside one.

            | Event | Details | Svenska | English |
            |---|---|---|---|

            """);
        OfNoCase(typeof(DisclosureEvent), type => ((DisclosureEvent)RuntimeHelpers.GetUninitializedObject(type)).Details);
        text.Append("""

            ## Possible matches

            Another case may concern the same person. They stand in the chain of one of the two organisations, and name neither the other nor its case.

            | Event | Details | Svenska | English |
            |---|---|---|---|

            """);
        OfNoCase(typeof(MatchEvent), type => ((MatchEvent)RuntimeHelpers.GetUninitializedObject(type)).Details);
        return text.ToString();

        void OfNoCase(Type events, Func<Type, IEnumerable<(string Name, string Value)>> details)
        {
            foreach (var type in Events(events))
                text.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {string.Join(", ", details(type).Select(d => d.Name))} | {book.Text(PageLanguage.Swedish, $"Audit.Kind.{type.Name}")} | {book.Text(PageLanguage.English, $"Audit.Kind.{type.Name}")} |\n");
        }
    }

    private static IReadOnlyList<Type> Events() => Events(typeof(CaseEvent));

    private static IReadOnlyList<Type> Events(Type ofKind) => [.. ofKind.Assembly.GetTypes().Where(t => t.IsSubclassOf(ofKind) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];
}
