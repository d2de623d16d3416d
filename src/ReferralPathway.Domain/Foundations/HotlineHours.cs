namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// When the national hotline for professionals answers: Monday to Friday 9.00–16.30 Swedish time (S1-03), on working days
/// ("kontorstid på vardagar"). That it rests on the three eves too is our reading: offices do.
/// </summary>
public static class HotlineHours
{
    public static TimeOnly Opens { get; } = new(9, 0);

    /// <summary>Already closed at this time.</summary>
    public static TimeOnly Closes { get; } = new(16, 30);

    /// <summary>Whether the hotline answers at an instant, and if not, when next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would next open after the end of the calendar, in the year 10000.</exception>
    public static HotlineState At(DateTimeOffset instant, params IReadOnlyCollection<HotlineChange> changes)
    {
        var local = SwedishCalendar.InStockholm(instant);
        var (today, now) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        var closes = ClosingTime(today, changes);

        if (closes > now && now >= Opens)
        {
            return new(IsOpen: true, local, OpensAt: null, ClosesAt: Moment(today, closes.Value), ClosedFor: null);
        }

        var next = now < Opens ? today : today.AddDays(1);
        while (ClosingTime(next, changes) is null) next = next.AddDays(1);
        return new(IsOpen: false, local, OpensAt: Moment(next, Opens), ClosesAt: null, ClosedFor: SwedishCalendar.NamedDay(today));
    }

    /// <summary>When the hotline closes on a day; null when it does not open at all.</summary>
    private static TimeOnly? ClosingTime(DateOnly day, IReadOnlyCollection<HotlineChange> changes)
    {
        if (!SwedishCalendar.IsWorkingDay(day)) return null;

        var closes = changes.Where(change => change.Day == day).Select(change => change.ClosesAt ?? Opens).Append(Closes).Min();
        return closes > Opens ? closes : null;
    }

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => SwedishCalendar.InStockholm(SwedishCalendar.InstantOf(day, time));
}
