namespace ReferralPathway.Domain.Cases;

/// <summary>Draft is being written by one person; Open is worked on; Closed can be reopened while it is kept; Anonymised is what remains after erasure.</summary>
public enum CaseStatus { Draft, Open, Closed, Anonymised }

/// <summary>Presumed at first; formally identified only by an initiated preliminary investigation (S1-08); ruled out by the lead, and back.</summary>
public enum IdentificationStatus { Presumed, FormallyIdentified, RuledOut }

/// <summary>The parts of the intake that must be answered before a case is opened. "Unknown" and "not yet" are answers.</summary>
[Flags]
public enum IntakeParts
{
    None = 0,
    Danger = 1,
    SafeContact = 2,
    Detection = 4,
    Exploitation = 8,
    Person = 16,
    LegalStatus = 32,
    Rights = 64,
    All = 127,

    /// <summary>What the person wants. It is no part that a case waits for.</summary>
    Wishes = 128,
}
