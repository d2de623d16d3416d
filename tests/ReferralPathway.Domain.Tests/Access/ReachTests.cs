using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Foundations.Role;

namespace ReferralPathway.Domain.Tests.Access;

/// <summary>The table of data groups and roles, cell by cell as the domain document has it; the code has to say the same.</summary>
public sealed class ReachTests
{
    private static readonly Role[] Columns = [SocialWorker, RegionalCoordinator, InvestigationLeader, MigrationOfficer, NgoWorker, Lawyer, IomCaseworker, NationalCoordinator, Administrator, Auditor];

    // The table of data groups and roles. DG11 is a ledger that whoever leads must hold whole, since a withdrawal may be recorded by anybody: "own" there means one's own case.
    private const string Table = """
        Facts         | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | C | - | - | -
        Identity      | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | C | - | - | -
        SafeContact   | F lead / C | F lead / C | F lead / C | F lead / S | F lead / C | F lead / C | C | - | - | -
        Whereabouts   | F lead     | -          | -          | -          | F lead     | -          | - | - | - | -
        Narrative     | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | F lead / C | C | - | - | -
        Health        | F lead / H | O / H      | O          | O          | F lead / H | O          | H | - | - | -
        Investigation | S          | S          | F          | F          | S          | F          | - | - | - | -
        Migration     | S          | S          | F          | F          | S          | F          | S | - | - | -
        Plan          | F          | F lead / C | S          | S          | F lead / C | S          | S | - | - | -
        Consents      | F lead     | F lead     | F lead     | F lead     | F lead     | F lead     | - | - | - | -
        Return        | author     | F          | author     | author     | author     | author     | F | - | - | -
        Costs         | F lead     | -          | -          | F lead     | -          | -          | - | - | - | -
        """;

    private static readonly Dictionary<(DataGroup, Role), string> Cells = Table.Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(cells => Columns.Select((role, i) => (Enum.Parse<DataGroup>(cells[0]), role, Cell: cells[i + 1])))
        .ToDictionary(c => (c.Item1, c.role), c => c.Cell);

    public static TheoryData<DataGroup, Role> Everything => [.. Cells.Keys];

    [Theory, MemberData(nameof(Everything))]
    public void A_lead_reads_what_its_role_allows(DataGroup group, Role role)
    {
        var expected = Cells[(group, role)] switch
        {
            _ when role == IomCaseworker => "-",
            "F" or "F lead" or "F lead / C" or "F lead / S" or "F lead / H" => "F",
            // Whoever answers for the case knows how a return stands, and no more: the author reads it as its author.
            "S" or "author" => "S",
            "-" or "O" or "O / H" => "-",
            var other => throw new InvalidOperationException(other),
        };
        Assert.Equal(expected, Read(Reach.OfLead(role), group));
    }

    [Theory, MemberData(nameof(Everything))]
    public void A_recipient_reads_what_the_consent_names_and_its_role_allows(DataGroup group, Role role)
    {
        var expected = Cells[(group, role)] switch
        {
            "F" or "C" or "F lead / C" or "F lead / H" or "O / H" or "H" => "F",
            "S" or "F lead / S" => "S",
            "-" or "O" or "F lead" or "author" => "-",
            var other => throw new InvalidOperationException(other),
        };
        Assert.Equal(expected, Read(Reach.OfRecipient(role, DataGroups.Consentable, healthIsNamed: true), group));
    }

    [Fact]
    public void A_recipient_reads_no_more_than_the_consent_names() => Assert.All(Columns[..7], role =>
        Assert.Equal(DataGroups.Of(DataGroup.Facts, DataGroup.Identity), Reach.OfRecipient(role, DataGroups.Of(DataGroup.Identity), healthIsNamed: true)));

    [Fact]
    public void Health_stays_closed_without_a_consent_of_its_own() => Assert.All(Columns, role =>
        Assert.False(Reach.OfRecipient(role, DataGroups.Consentable, healthIsNamed: false).Has(DataGroup.Health)));

    [Fact]
    public void No_consent_opens_whereabouts_consents_or_consultations() => Assert.All(Columns, role =>
        Assert.True((Reach.OfRecipient(role, new(-1), healthIsNamed: true) & DataGroups.Of(DataGroup.Whereabouts, DataGroup.Consents, DataGroup.Consultations, DataGroup.AnswersForCase)).IsEmpty));

    [Theory, InlineData(NationalCoordinator), InlineData(Administrator), InlineData(Auditor)]
    public void Whoever_never_learns_an_identity_reads_nothing_at_all(Role role)
    {
        Assert.True(Reach.OfLead(role).IsEmpty);
        Assert.True(Reach.OfRecipient(role, new(-1), healthIsNamed: true).IsEmpty);
    }

    [Fact]
    public void Whoever_leads_an_investigation_reads_who_the_person_is_and_the_state_of_investigation_and_permits() => Assert.Equal(
        DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.Investigation, DataGroup.InvestigationSummary, DataGroup.Migration, DataGroup.MigrationSummary), Reach.OfInvestigation);

    private static string Read(DataGroups groups, DataGroup group) =>
        groups.Has(group) ? "F" : Reach.SummaryOf(group) is { IsEmpty: false } summary && groups.Covers(summary) ? "S" : "-";
}
