using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Returns;

/// <summary>The days that are counted from a return. Swedish days, months by lag (1930:173) 1 §.</summary>
public static class ReturnTimes
{
    /// <summary>The months after arrival in which IOM gets in touch.</summary>
    public static IReadOnlyList<int> ContactMonths { get; } = [1, 3, 6];

    /// <summary>The day on which a contact is due.</summary>
    public static DateOnly ContactOn(DateOnly arrival, int month) => SwedishCalendar.AddMonths(arrival, month);

    /// <summary>The first day on which the contact may be ended because its time has passed: six months after arrival (S4-08).</summary>
    public static DateOnly EarliestEnd(DateOnly arrival) => SwedishCalendar.AddMonths(arrival, 6);

    /// <summary>A contact answers what was due up to then, and what is due within a fortnight.</summary>
    public static bool Answers(DateOnly contact, DateOnly due) => due <= contact.AddDays(14);
}
