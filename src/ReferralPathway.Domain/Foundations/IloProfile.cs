namespace ReferralPathway.Domain.Foundations;

/// <summary>For whom and for what exploitation the indicators are weighed.</summary>
public enum IloProfile
{
    AdultLabour,
    ChildLabour,

    /// <summary>Unweighted: we have no source for the published weights.</summary>
    AdultSexual,

    /// <summary>Unweighted: we have no source for the published weights.</summary>
    ChildSexual,
}
