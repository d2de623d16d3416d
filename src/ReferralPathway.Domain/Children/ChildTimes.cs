using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Children;

/// <summary>
/// The days that the law gives the social board. They are counted for a child who waits, so that none of them rolls over to the next working day: the Sunday rule of
/// lag (1930:173) would allow it, and is not used (DOMAIN 6.5).
/// </summary>
public static class ChildTimes
{
    /// <summary>The last day for the decision whether to open an inquiry: fourteen days from the receipt of the report (SoL 20:2).</summary>
    public static DateOnly DecideBy(DateOnly receivedOn) => receivedOn.AddDays(14);

    /// <summary>The last day for the inquiry: four months from its opening, by the number of the day (SoL 20:3, lag (1930:173) 1 §).</summary>
    public static DateOnly FinishBy(DateOnly openedOn) => SwedishCalendar.AddMonths(openedOn, 4);

    /// <summary>The last day for telling a reporter who asked: a week after the decision (SoL 19:6); who asks later is told on the next working day.</summary>
    public static DateOnly TellBy(DateOnly decidedOn, DateOnly askedOn)
    {
        var week = SwedishCalendar.AddWeeks(decidedOn, 1);
        var asked = SwedishCalendar.AddWorkingDays(askedOn, 1);
        return asked > week ? asked : week;
    }

    /// <summary>"As soon as possible" (lag 2005:429): the next working day is when somebody is reminded.</summary>
    public static DateOnly ApplyForGuardianBy(DateOnly reportedOn) => SwedishCalendar.AddWorkingDays(reportedOn, 1);

    /// <summary>The ground on which the social board reads the case is named until the last day on which its inquiry may end.</summary>
    public static DateOnly GroundUntil(DateOnly receivedOn) => FinishBy(DecideBy(receivedOn));

    /// <summary>The days before a deadline on which the social board is reminded.</summary>
    public static IReadOnlyList<DateOnly> Reminders(DateOnly by) => [by.AddDays(-7), by.AddDays(-3), by.AddDays(-1)];
}
