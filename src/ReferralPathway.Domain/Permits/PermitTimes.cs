using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Permits;

/// <summary>The days that the law and the practice count from an application and its decision. Swedish days throughout.</summary>
public static class PermitTimes
{
    /// <summary>Thirty calendar days, the first counted: what the form suggests. The decision's own dates are what counts.</summary>
    public static DateOnly SuggestedEnd(DateOnly from) => from.AddDays(29);

    /// <summary>Whether the dates of a decision make a reflection period: no source says whether the first day counts, so both readings pass (UtlL 5:15).</summary>
    public static bool IsThirtyDays(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber is 29 or 30;

    /// <summary>The earliest last day of a temporary permit: six months, the first day counted (UtlL 5:15, lag (1930:173) 1 §).</summary>
    public static DateOnly EarliestEndOfSixMonths(DateOnly from) => SwedishCalendar.AddMonths(from, 6).AddDays(-1);

    /// <summary>Whole months that the dates of a decision give, the last day counted.</summary>
    public static int WholeMonths(DateOnly from, DateOnly to)
    {
        var months = 0;
        while (SwedishCalendar.AddMonths(from, months + 1).AddDays(-1) <= to) months++;
        return months;
    }

    /// <summary>The last day on which the applicant may appeal: three weeks from the day of the decision, with the Sunday rule (FL 44 §, lag (1930:173) 2 §).</summary>
    public static DateOnly AppealBy(DateOnly decidedOn) => SwedishCalendar.LastDayForAction(SwedishCalendar.AddWeeks(decidedOn, 3));

    /// <summary>The days on which whoever works with the person is reminded that the period ends: 14, 7 and 3 days before, and the last working day before.</summary>
    public static IReadOnlyList<DateOnly> Reminders(DateOnly validTo) =>
        [.. new[] { validTo.AddDays(-14), validTo.AddDays(-7), validTo.AddDays(-3), SwedishCalendar.LastWorkingDayBefore(validTo) }.Distinct().Order()];

    /// <summary>The day on which the applicant asks what became of it: the agency decides "within a couple of days".</summary>
    public static DateOnly ChaseOn(DateOnly submittedOn) => SwedishCalendar.AddWorkingDays(submittedOn, 5);
}
