using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

/// <summary>One line of the ledger, as far as the question "what is in force?" needs it.</summary>
public interface IConsentLine
{
    OrganisationId Recipient { get; }

    string Purpose { get; }

    /// <summary>The highest is the latest.</summary>
    int Number { get; }

    ConsentState State { get; }

    /// <summary>The last Swedish day on which it holds; null holds until withdrawn.</summary>
    DateOnly? ValidUntil { get; }

    /// <summary>The groups that it names.</summary>
    DataGroups Covers { get; }

    /// <summary>The instant from which it has effect here.</summary>
    DateTimeOffset RecordedAt { get; }
}

/// <summary>What the ledger says at an instant: a pure function, for now and for any instant in the past.</summary>
public static class ConsentLedger
{
    /// <summary>The decision in force for a recipient and a purpose at an instant; null when nobody asked.</summary>
    public static T? Latest<T>(IEnumerable<T> ledger, OrganisationId recipient, string purpose, DateTimeOffset at) where T : class, IConsentLine =>
        ledger.Where(d => d.Recipient == recipient && d.Purpose == purpose && d.RecordedAt <= at).MaxBy(d => d.Number);

    /// <summary>The state of a line at an instant: a given consent is expired on the day after its last, whether the sweep has said so or not.</summary>
    public static ConsentState StateAt(IConsentLine line, DateTimeOffset at) =>
        line.State == ConsentState.Given && line.ValidUntil < SwedishCalendar.DayOf(at) ? ConsentState.Expired : line.State;

    /// <summary>The state for a recipient and a purpose at an instant; null when nobody asked.</summary>
    public static ConsentState? StateAt<T>(IEnumerable<T> ledger, OrganisationId recipient, string purpose, DateTimeOffset at) where T : class, IConsentLine =>
        Latest(ledger, recipient, purpose, at) is { } last ? StateAt(last, at) : null;

    /// <summary>The consent in force, or null.</summary>
    public static T? InForce<T>(IEnumerable<T> ledger, OrganisationId recipient, string purpose, DateTimeOffset at) where T : class, IConsentLine =>
        Latest(ledger, recipient, purpose, at) is { } last && StateAt(last, at) == ConsentState.Given ? last : null;

    /// <summary>The last decision for each recipient and purpose as it stood at an instant, with its state then.</summary>
    public static IEnumerable<(T Line, ConsentState State)> At<T>(IEnumerable<T> ledger, DateTimeOffset at) where T : class, IConsentLine =>
        from line in ledger
        where line.RecordedAt <= at
        group line by (line.Recipient, line.Purpose) into asked
        let last = asked.MaxBy(d => d.Number)
        select (last, StateAt(last, at));

    /// <summary>Everything the person agreed that a recipient may see for a referral: the groups of REFERRAL, and health only where SHARE_HEALTH names it.</summary>
    public static DataGroups CoveredForReferral<T>(IReadOnlyCollection<T> ledger, OrganisationId recipient, DateTimeOffset at) where T : class, IConsentLine
    {
        if (InForce(ledger, recipient, Purposes.Referral, at) is not { } referral) return DataGroups.None;
        var covered = referral.Covers.Without(DataGroup.Health);
        return InForce(ledger, recipient, Purposes.ShareHealth, at) is { } health ? covered | health.Covers & DataGroups.Of(DataGroup.Health) : covered;
    }
}

/// <summary>The purposes the domain itself asks for; the code list consent_purpose holds them all.</summary>
public static class Purposes
{
    public const string Referral = "REFERRAL";
    public const string ShareHealth = "SHARE_HEALTH";
    public const string Return = "RETURN";
    public const string ReturnAbroad = "RETURN_ABROAD";
    public const string Monitoring = "MONITORING";
    public const string JusticeFollowUp = "JUSTICE_FOLLOWUP";
}
