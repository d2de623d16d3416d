using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>Something that may come to pass.</summary>
public enum WhatIf
{
    /// <summary>An investigation leader initiates a preliminary investigation.</summary>
    InvestigationBegins,
    /// <summary>The person decides to cooperate in the criminal proceedings.</summary>
    DecidesToCooperate,
    /// <summary>What is applied for is granted.</summary>
    PermitGranted,
    /// <summary>What is applied for, asylum included, is refused for good.</summary>
    PermitRefused,
}

/// <summary>What another situation would change in an answer.</summary>
public sealed record GuidanceDifference(IReadOnlyList<GuidanceLine> New, IReadOnlyList<GuidanceLine> Gone, IReadOnlyList<(GuidanceLine Before, GuidanceLine After)> Changed)
{
    public bool IsNothing => New.Count == 0 && Gone.Count == 0 && Changed.Count == 0;
}

/// <summary>The situation as it would be.</summary>
internal static class Supposing
{
    /// <summary>Null where it has come to pass already, or cannot.</summary>
    public static Situation? That(WhatIf @if, Position p)
    {
        var given = p.Given;
        if (p.Identification == Identification.RuledOut || !given.InSweden) return null;
        return @if switch
        {
            WhatIf.InvestigationBegins => p.IsInvestigated || given.Investigation == InvestigationState.Final ? null : given with { Investigation = InvestigationState.Initiated },
            WhatIf.DecidesToCooperate => given.Cooperation == Cooperation.Willing ? null : given with { Cooperation = Cooperation.Willing },
            WhatIf.PermitGranted => IsPending(p) ? Granted(p) : null,
            WhatIf.PermitRefused => IsPending(p) ? Refused(p, LegalStatus.Unknown) : p.Status == LegalStatus.Asylum ? given with { LegalStatus = LegalStatus.AsylumRefused } : null,
            _ => throw new ArgumentOutOfRangeException(nameof(@if)),
        };
    }

    private static bool IsPending(Position p) => p.ReflectionPeriod.IsPendingOn(p.AsOf) || p.TemporaryPermit.IsPendingOn(p.AsOf);

    /// <summary>From the day of the question, and as long as the law says at least: 30 days, six months.</summary>
    private static Situation Granted(Position p) => p.Given with
    {
        ReflectionPeriod = p.ReflectionPeriod.IsPendingOn(p.AsOf) ? new(ApplicationState.Granted, p.AsOf, p.AsOf.AddDays(29)) : p.ReflectionPeriod,
        TemporaryPermit = p.TemporaryPermit.IsPendingOn(p.AsOf) ? new(ApplicationState.Granted, p.AsOf, SwedishCalendar.AddMonths(p.AsOf, 6)) : p.TemporaryPermit,
    };

    /// <param name="unless">The status of whoever had no other than the application itself.</param>
    private static Situation Refused(Position p, LegalStatus unless) => p.Given with
    {
        LegalStatus = p.Given.LegalStatus is LegalStatus.RpPending or LegalStatus.TrpPending ? unless : p.Given.LegalStatus,
        ReflectionPeriod = p.ReflectionPeriod.IsPendingOn(p.AsOf) ? new(ApplicationState.Refused) : p.ReflectionPeriod,
        TemporaryPermit = p.TemporaryPermit.IsPendingOn(p.AsOf) ? new(ApplicationState.Refused) : p.TemporaryPermit,
    };
}
