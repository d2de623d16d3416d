namespace ReferralPathway.Domain.Audit;

/// <summary>What whoever looked at unusual reading found. None of them is a verdict: that is not taken here.</summary>
public enum UnusualOutcome
{
    /// <summary>The work of that week explains it: standing in, a night shift, cases that moved.</summary>
    TheWork,
    /// <summary>The person was asked, and it is explained.</summary>
    Asked,
    /// <summary>It is looked into further, outside this system.</summary>
    GoesOn,
}
