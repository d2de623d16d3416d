using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// Until when a municipality may claim its costs: each quarter in arrears, received within six months from its end (förordning 2017:193, 19 §), the next working day
/// where that is none.
/// </summary>
internal static class ClaimDeadlines
{
    /// <summary>The next deadline of the quarters in which there are costs to claim; null when there are none, or the last has passed.</summary>
    public static DateOnly? Next(Position p)
    {
        var fromApplication = p.Given.Settings.ReimbursementFrom == ReimbursementFrom.Application;
        // A permit that follows a granted reflection period carries on what the period began.
        var carriesOn = fromApplication || p.ReflectionPeriod.WasGranted;
        var windows = new[] { Window(p.ReflectionPeriod, p.AsOf, fromApplication), carriesOn ? Window(p.TemporaryPermit, p.AsOf, fromApplication) : null };
        return windows.OfType<(DateOnly From, DateOnly To)>().SelectMany(w => Deadlines(w.From, w.To)).Where(d => d >= p.AsOf).Order().Cast<DateOnly?>().FirstOrDefault();
    }

    /// <summary>The days with costs that count, from the application where those count, else from the first day of the permit; a side that is not known is the day of the question.</summary>
    private static (DateOnly From, DateOnly To)? Window(Permission permission, DateOnly asOf, bool fromApplication)
    {
        var submitted = fromApplication ? permission.SubmittedOn : null;
        if (!permission.WasGranted) return fromApplication && permission.IsPendingOn(asOf) ? (submitted ?? asOf, asOf) : null;
        var to = permission.ValidTo ?? asOf;
        if (permission.On(asOf) == ApplicationState.Revoked && to > asOf) to = asOf;
        var from = submitted ?? permission.ValidFrom ?? (to < asOf ? to : asOf);
        return (from, to < from ? from : to);
    }

    private static IEnumerable<DateOnly> Deadlines(DateOnly from, DateOnly to)
    {
        for (var quarter = Quarter.Of(from); ; quarter = quarter.Next)
        {
            yield return quarter.ClaimBy;
            if (quarter.Last >= to) yield break;
        }
    }
}
