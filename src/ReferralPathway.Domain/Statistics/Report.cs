using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Statistics;

/// <summary>How a table counts.</summary>
public enum Counting
{
    /// <summary>Each person in exactly one row: rows and columns add up, and so do the tables of a report beside one another.</summary>
    Persons,
    /// <summary>A person in each row that fits: several answers are possible, and only the columns of one row add up.</summary>
    Several,
    /// <summary>Each application, referral, question or the like once.</summary>
    Acts,
    /// <summary>Days between two steps: how many, the median, and what nine of ten stay within.</summary>
    Days,
    /// <summary>Kronor.</summary>
    Amounts,
}

/// <summary>One table of a report. Its dimensions are its rows, its columns and the place: never more than three.</summary>
/// <param name="Code">As it stands in what was counted ("PERSONS").</param>
/// <param name="Rows">Name of a code list, or of texts.</param>
/// <param name="Columns">Likewise; null where the rows are not split.</param>
public sealed record ReportTable(string Code, Counting Counting, string Rows, string? Columns = null)
{
    /// <summary>Whether its cells are counted heads, which suppression protects; days and amounts are shown or withheld by how many they rest on.</summary>
    public bool Counts => Counting is not (Counting.Days or Counting.Amounts);

    /// <summary>Whether its rows add up to one total.</summary>
    public bool AddsUp => Counting is Counting.Persons or Counting.Acts;

    /// <summary>Whom or what it counts, where another table of the report counts the very same: both then have one total, and somebody who reads both can reckon with it.</summary>
    public string? Of { get; init; } = Counting == Counting.Persons ? "persons" : null;

    /// <summary>The edition of the catalogue (<see cref="Reports.Catalogue"/>) that brought it: what was counted before knows nothing of it.</summary>
    public int Since { get; init; } = 1;
}

/// <summary>Some rows of a table, all of them when none is named, of one column or of all.</summary>
internal sealed record Part(string Table, params IReadOnlyList<string> Rows)
{
    public string? Column { get; init; }

    public bool Has(Spot spot) => (Rows.Count == 0 || Rows.Contains(spot.Row)) && (Column is null || spot.Column == Column);
}

/// <summary>Two parts of tables that hold the same persons or acts, and so the same number of them.</summary>
/// <param name="By">A dimension of both, in each code of which they hold the same.</param>
internal sealed record Same(Part One, Part Other, string? By = null);

/// <summary>A report of DOMAIN 8.1, and who reads it of what.</summary>
/// <param name="Code">"S-01".</param>
/// <param name="Nation">Roles that read it of the whole country, from a release.</param>
/// <param name="Region">Roles that read it of regions, from a release.</param>
/// <param name="Own">Roles that read it of their own organisation, as counted last night.</param>
public sealed record Report(string Code, IReadOnlyList<Role> Nation, IReadOnlyList<Role> Region, IReadOnlyList<Role> Own, params IReadOnlyList<ReportTable> Tables)
{
    /// <summary>Whether it is ever released: only what somebody reads of more than one organisation.</summary>
    public bool IsReleased => Nation.Count + Region.Count > 0;

    public bool IsReadBy(Role role) => Nation.Contains(role) || Region.Contains(role) || Own.Contains(role);

    /// <summary>What its tables have in common beside their totals: the attack reckons with it.</summary>
    internal IReadOnlyList<Same> Sames { get; init; } = [];

    /// <summary>What the field asks for and nobody records here: names of texts, told on the page.</summary>
    public IReadOnlyList<string> NotRecorded { get; init; } = [];

    public ReportTable? Table(string code) => Tables.FirstOrDefault(t => t.Code == code);

    /// <summary>The report with the tables that an edition of the catalogue had.</summary>
    public Report AsOf(int catalogue) => this with { Tables = [.. Tables.Where(t => t.Since <= catalogue)] };
}
