namespace ReferralPathway.Domain.Assistance;

/// <summary>How a plan stands, from the first words to its end. A plan that the person says no to is a draft again: nobody is helped against their will.</summary>
public enum PlanStatus { Draft, Proposed, Agreed, Active, UnderReview, Completed, Discontinued }

/// <summary>How one service of a plan stands. What is done, cancelled or not to be had is settled.</summary>
public enum ItemStatus { Planned, Approved, Ongoing, Done, Cancelled, NotAvailable }

/// <summary>What money the person gets, by who gives it: social assistance by the municipality (SoL 12:1), daily allowance by the Migration Agency (LMA).</summary>
public enum AllowanceKind { SocialAssistance, DailyAllowance }
