using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Referrals;

/// <summary>How long an answer may take: immediate danger one hour (beside 112), urgent 24 hours, else three working days, to the end of the third.</summary>
public static class AnswerClock
{
    public static DateTimeOffset AnswerBy(Urgency urgency, DateTimeOffset sentAt) => urgency switch
    {
        Urgency.ImmediateDanger => sentAt.AddHours(1),
        Urgency.Urgent => sentAt.AddHours(24),
        Urgency.Normal => SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(SwedishCalendar.DayOf(sentAt), 3).AddDays(1)),
        _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
    };

    /// <summary>When the recipient is reminded: when half of the time has passed.</summary>
    public static DateTimeOffset RemindAt(DateTimeOffset sentAt, DateTimeOffset answerBy) => sentAt + (answerBy - sentAt) / 2;
}
