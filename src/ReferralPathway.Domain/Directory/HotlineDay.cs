using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>A day on which the hotline keeps other hours than usual, as an administrator wrote it down.</summary>
public sealed class HotlineDay
{
    private HotlineDay() { }

    /// <param name="closesAt">Swedish time; null when it is closed all day.</param>
    public HotlineDay(DateOnly day, TimeOnly? closesAt, Act act)
    {
        if (closesAt is { } time && (time <= HotlineHours.Opens || time >= HotlineHours.Closes)) throw new RuleBrokenException(Rule.TheHotlineClosesWithinItsHours);
        Day = day;
        ClosesAt = closesAt;
        By = act.By;
        At = act.At;
    }

    public DateOnly Day { get; private set; }

    public TimeOnly? ClosesAt { get; private set; }

    public UserId By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
