namespace ReferralPathway.Domain.Audit;

/// <summary>What stood out in a week of somebody's reading.</summary>
public enum UnusualSign
{
    /// <summary>Many different cases.</summary>
    ManyCases,
    /// <summary>Many different cases outside <see cref="OfficeHours"/>.</summary>
    AfterHours,
}
