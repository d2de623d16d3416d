using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>Three months of a year: costs are claimed a quarter at a time, in arrears (förordning 2017:193, 19 §).</summary>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month - 1) / 3 + 1);

    public DateOnly First => new(Year, (Number - 1) * 3 + 1, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public Quarter Next => Of(First.AddMonths(3));

    /// <summary>The last day on which a claim is received in time: six months from the end of the quarter, on the day of the same number; the next working day where that is none.</summary>
    public DateOnly ClaimBy => SwedishCalendar.LastDayForAction(SwedishCalendar.AddMonths(Last, 6));

    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>"2026-1".</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text?.Split('-') is not [var year, var number]) return false;
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        quarter = new(y, n);
        return y is >= 2000 and <= 2999 && n is >= 1 and <= 4;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number}");
}
