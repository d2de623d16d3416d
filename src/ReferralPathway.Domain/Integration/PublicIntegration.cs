namespace ReferralPathway.Domain.Integration;

/// <summary>What of long-term integration is public, and to whom it is open (S1-38, S1-39).</summary>
public static class PublicIntegration
{
    /// <summary>The individual plan of an NGO: the one component that is open to everybody.</summary>
    public const string NgoPlan = "NGO_PLAN";

    public static bool Has(string component) => component != NgoPlan;

    /// <summary>A permanent permit, a work permit that has not run out, or Swedish or Nordic citizenship.</summary>
    /// <param name="legalStatus">Code list legal_status.</param>
    public static bool IsOpenTo(string? legalStatus, DateOnly? validTo, DateOnly day) => legalStatus switch
    {
        "PERMANENT" or "SE" or "NORDIC" => true,
        "WORK" => validTo is null || validTo >= day,
        _ => false,
    };

    /// <summary>Public components are the state's and the municipalities'; the individual plan is an NGO's.</summary>
    public static bool IsGivenBy(string component, ComponentProvider provider) => Has(component) == provider is not ComponentProvider.Ngo;
}
