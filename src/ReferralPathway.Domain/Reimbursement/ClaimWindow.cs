using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Reimbursement;

/// <summary>An application under UtlL 5:15 and the stay it gave, as far as costs are concerned.</summary>
/// <param name="ValidFrom">First day of the permit; null when none was granted.</param>
/// <param name="EndsOn">The last day: of the permit, or of an application that came to nothing. Null while it waits.</param>
public sealed record Stay(bool IsReflectionPeriod, DateOnly? SubmittedOn, DateOnly? ValidFrom, DateOnly? EndsOn);

/// <summary>
/// The days on which a person's costs count (B1): from the application or from the granted reflection period, as the installation reads the rules; to the last day of the last permit, also of the one
/// that follows a reflection period.
/// </summary>
/// <param name="To">Null while an application waits: then there is no end yet.</param>
public sealed record ClaimWindow(DateOnly From, DateOnly? To)
{
    /// <returns>Null when there is nothing yet that costs can be claimed for.</returns>
    public static ClaimWindow? Of(IEnumerable<Stay> stays, ReimbursementFrom from)
    {
        var counted = stays.Where(s => (from == ReimbursementFrom.Application ? s.SubmittedOn ?? s.ValidFrom : s.ValidFrom) is not null).ToList();
        var begin = from == ReimbursementFrom.Application ? counted : [.. counted.Where(s => s.IsReflectionPeriod)];
        if (begin.Count == 0) return null;
        var first = begin.Min(s => from == ReimbursementFrom.Application ? s.SubmittedOn ?? s.ValidFrom : s.ValidFrom)!.Value;
        return new(first, counted.Any(s => s.EndsOn is null) ? null : counted.Max(s => s.EndsOn));
    }

    public bool Contains(DateOnly day) => From <= day && (To is not { } last || day <= last);

    public bool Overlaps(Quarter quarter) => From <= quarter.Last && (To is not { } last || last >= quarter.First);

    /// <summary>The quarters that have begun and in which costs count.</summary>
    public IEnumerable<Quarter> Quarters(DateOnly today)
    {
        for (var quarter = Quarter.Of(From); quarter.First <= today && Overlaps(quarter); quarter = quarter.Next) yield return quarter;
    }
}
