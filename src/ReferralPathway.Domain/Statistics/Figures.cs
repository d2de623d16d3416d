namespace ReferralPathway.Domain.Statistics;

/// <summary>One number that was counted: a cell of a table.</summary>
/// <param name="Column">Empty where the rows are not split.</param>
/// <param name="Count">How many; of days and amounts, how many they rest on.</param>
/// <param name="Middle">The median of days, or the sum of amounts.</param>
/// <param name="High">What nine of ten stay within.</param>
public sealed record Tally(string Table, string Row, string Column, int Count, decimal? Middle = null, decimal? High = null);

/// <summary>What may be known of a number.</summary>
public enum Sort
{
    /// <summary>As counted: inside one's own organisation alone.</summary>
    Exact,
    /// <summary>To the nearest five.</summary>
    Rounded,
    /// <summary>At least one, and fewer than the threshold.</summary>
    Few,
    /// <summary>Not shown, so that another number cannot be worked out.</summary>
    Hidden,
}

/// <summary>A cell as it is shown. A total stands at the row or column <see cref="Total"/>.</summary>
public sealed record Figure(string Table, string Row, string Column, Sort Sort, int Value, decimal? Middle = null, decimal? High = null)
{
    public const string Total = "*";

    public bool IsTotal => Row == Total || Column == Total;
}
