using System.Globalization;

namespace ReferralPathway.Domain.Directory;

/// <summary>Days of the week with the same opening hours, in Swedish time. Monday is the first day of a week.</summary>
public sealed record OpeningSpan(DayOfWeek From, DayOfWeek To, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Neither the days nor the hours end before they begin.</summary>
    public bool RunsForward => Place(From) <= Place(To) && Opens < Closes;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}–{To} {Opens:HH:mm}–{Closes:HH:mm}");

    private static int Place(DayOfWeek day) => ((int)day + 6) % 7;
}
