using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Audit;

/// <summary>
/// What is unusual among the readings of a week (DOMAIN 9.4.1). Somebody is compared with the colleagues of the same organisation and with nobody else, so that a shelter that works at
/// night is no news every Monday. Unusual is not wrong: it is what somebody looks at.
/// </summary>
public static class UnusualReadings
{
    /// <summary>Fewer different cases in a week are never unusual.</summary>
    public const int ManyCases = 25;

    /// <summary>So many are unusual whatever the colleagues do.</summary>
    public const int AlwaysManyCases = 100;

    /// <summary>Fewer different cases outside office hours in a week are never unusual.</summary>
    public const int ManyAfterHours = 10;

    /// <summary>How many times what colleagues usually read.</summary>
    public const int Times = 3;

    /// <summary>What is usual is taken from the week itself and so many before it.</summary>
    public const int WeeksBefore = 3;

    /// <summary>The Monday of the last week that is over, in Sweden.</summary>
    public static DateOnly LastWeek(DateTimeOffset at)
    {
        var today = SwedishCalendar.DayOf(at);
        return today.AddDays(-7 - ((int)today.DayOfWeek + 6) % 7);
    }

    /// <summary>What stands out in a week.</summary>
    /// <param name="week">Its Monday.</param>
    /// <param name="readings">That week and those before it; one for each person, organisation and week in which something was read.</param>
    /// <param name="at">When this is looked for.</param>
    public static IReadOnlyList<UnusualReading> In(DateOnly week, IReadOnlyCollection<ReadingWeek> readings, DateTimeOffset at)
    {
        var found = new List<UnusualReading>();
        foreach (var organisation in readings.GroupBy(r => r.Organisation))
            foreach (var one in organisation.Where(r => r.Week == week))
            {
                var colleagues = organisation.Where(r => r.Reader != one.Reader).ToList();
                Look(one, UnusualSign.ManyCases, one.Cases, Usual(colleagues.Select(c => c.Cases)), ManyCases, AlwaysManyCases);
                Look(one, UnusualSign.AfterHours, one.AfterHours, Usual(colleagues.Select(c => c.AfterHours)), ManyAfterHours, int.MaxValue);
            }
        return found;

        void Look(ReadingWeek one, UnusualSign sign, int count, int? usual, int least, int always)
        {
            if (count >= least && (count >= always || usual is null || count >= Times * usual)) found.Add(new(one, sign, count, usual, at));
        }
    }

    /// <summary>The lower median of the weeks in which colleagues read such a thing at all: somebody who reads much does not make it usual. Null: nobody did.</summary>
    private static int? Usual(IEnumerable<int> counts) => counts.Where(c => c > 0).Order().ToList() is { Count: > 0 } sorted ? sorted[(sorted.Count - 1) / 2] : null;
}
