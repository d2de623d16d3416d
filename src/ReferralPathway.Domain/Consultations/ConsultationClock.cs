using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>The times of a consultation. Days are Swedish days.</summary>
public static class ConsultationClock
{
    /// <summary>An answer that the author leaves open is closed when this many days have passed (N6).</summary>
    public const int ClosesAfterDays = 30;

    /// <summary>The texts of a consultation are erased when this many years have passed since it ended; what it counts for stays.</summary>
    public const int ErasedAfterYears = 2;

    /// <summary>An answer is owed by the end of the next working day.</summary>
    public static DateTimeOffset AnswerBy(DateTimeOffset submittedAt) =>
        SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(SwedishCalendar.DayOf(submittedAt), 1).AddDays(1));

    /// <summary>Answered before this instant, it is closed at the given one.</summary>
    public static DateTimeOffset AnsweredBefore(DateTimeOffset at) => SwedishCalendar.StartOf(SwedishCalendar.DayOf(at).AddDays(1 - ClosesAfterDays));

    /// <summary>Ended before this instant, its texts are erased at the given one.</summary>
    public static DateTimeOffset EndedBefore(DateTimeOffset at) => SwedishCalendar.StartOf(SwedishCalendar.DayOf(at).AddYears(-ErasedAfterYears));
}
