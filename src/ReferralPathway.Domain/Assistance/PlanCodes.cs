namespace ReferralPathway.Domain.Assistance;

/// <summary>How a plan stands, from the first words to its end. A plan that the person says no to is a draft again: nobody is helped against their will.</summary>
public enum PlanStatus { Draft, Proposed, Agreed, Active, UnderReview, Completed, Discontinued }

/// <summary>How one service of a plan stands. What is done, cancelled or not to be had is settled.</summary>
public enum ItemStatus { Planned, Approved, Ongoing, Done, Cancelled, NotAvailable }

/// <summary>What money the person gets, by who gives it: social assistance by the municipality (SoL 12:1), daily allowance by the Migration Agency (LMA).</summary>
public enum AllowanceKind { SocialAssistance, DailyAllowance }

/// <summary>The six steps of the national manual on suspected trafficking (NRM): for order in a plan, never a condition (0.2).</summary>
public enum NrmStep
{
    /// <summary>Identifiering.</summary>
    Identification,
    /// <summary>Akut skydd: the first hours or the first day.</summary>
    UrgentProtection,
    /// <summary>Inledande stöd: the first weeks.</summary>
    InitialSupport,
    /// <summary>Långsiktigt stöd.</summary>
    LongTermSupport,
    /// <summary>Straffrättsligt förfarande.</summary>
    CriminalProceedings,
    /// <summary>Ett tryggt återvändande.</summary>
    SafeReturn,
}
