using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

/// <summary>What the ledger says at an instant: a pure function, for now and for any instant in the past.</summary>
public static class ConsentLedger
{
    /// <summary>The decision in force for a recipient and a purpose at an instant; null when nobody asked.</summary>
    public static ConsentDecision? Latest(IEnumerable<ConsentDecision> ledger, OrganisationId recipient, string purpose, DateTimeOffset at) =>
        ledger.Where(d => d.Recipient == recipient && d.Purpose == purpose && d.RecordedAt <= at).MaxBy(d => d.Number);

    /// <summary>The state at an instant: a given consent is expired on the day after its last, whether the sweep has said so or not.</summary>
    public static ConsentState? StateAt(IEnumerable<ConsentDecision> ledger, OrganisationId recipient, string purpose, DateTimeOffset at) =>
        Latest(ledger, recipient, purpose, at) is not { } last ? null
        : last.State == ConsentState.Given && last.ValidUntil < SwedishCalendar.DayOf(at) ? ConsentState.Expired
        : last.State;

    /// <summary>The consent in force, or null.</summary>
    public static ConsentDecision? InForce(IEnumerable<ConsentDecision> ledger, OrganisationId recipient, string purpose, DateTimeOffset at)
    {
        var decisions = ledger as IReadOnlyCollection<ConsentDecision> ?? [.. ledger];
        return StateAt(decisions, recipient, purpose, at) == ConsentState.Given ? Latest(decisions, recipient, purpose, at) : null;
    }

    /// <summary>Everything the person agreed that a recipient may see for a referral: the groups of REFERRAL, and health only where SHARE_HEALTH names it too.</summary>
    public static DataGroups CoveredForReferral(IEnumerable<ConsentDecision> ledger, OrganisationId recipient, DateTimeOffset at)
    {
        var decisions = ledger as IReadOnlyCollection<ConsentDecision> ?? [.. ledger];
        if (InForce(decisions, recipient, Purposes.Referral, at) is not { } referral) return DataGroups.None;
        var covered = referral.Groups.Without(DataGroup.Health);
        return InForce(decisions, recipient, Purposes.ShareHealth, at) is null ? covered : covered | DataGroups.Of(DataGroup.Health);
    }
}

/// <summary>The purposes the domain itself asks for; the code list consent_purpose holds them all.</summary>
public static class Purposes
{
    public const string Referral = "REFERRAL";
    public const string ShareHealth = "SHARE_HEALTH";
    public const string Monitoring = "MONITORING";
    public const string JusticeFollowUp = "JUSTICE_FOLLOWUP";
}
