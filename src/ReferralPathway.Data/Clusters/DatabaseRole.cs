namespace ReferralPathway.Data.Clusters;

/// <summary>The roles of <c>roles.sql</c>, where each is explained.</summary>
public static class DatabaseRole
{
    public const string Owner = "pathway_owner";
    public const string App = "pathway_app";
    public const string System = "pathway_system";
    public const string Lookup = "pathway_lookup";
    public const string Auditor = "pathway_auditor";
    public const string Backup = "pathway_backup";

    /// <summary>Those that sign in; the others only own functions.</summary>
    public static IReadOnlyList<string> Logins { get; } = [Owner, App, System, Backup];
}
