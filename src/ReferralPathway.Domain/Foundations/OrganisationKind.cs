namespace ReferralPathway.Domain.Foundations;

/// <summary>What an organisation is; it decides which roles its accounts may have (S1-23, S1-41).</summary>
public enum OrganisationKind
{
    Municipality,
    MunicipalOutreach,
    Ngo,
    NgoPlatform,
    RegionalCoordinator,
    Police,
    Prosecutor,
    MigrationAgency,
    Lawyer,
    Iom,
    NationalCoordinator,
    /// <summary>Runs the system: administrators and auditors. Can never take part in a case.</summary>
    Operator,
}

public static class OrganisationKinds
{
    /// <summary>The roles an account of such an organisation may have.</summary>
    public static IReadOnlyList<Role> RolesOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach => [Role.SocialWorker],
        OrganisationKind.Ngo or OrganisationKind.NgoPlatform => [Role.NgoWorker],
        OrganisationKind.RegionalCoordinator => [Role.RegionalCoordinator],
        OrganisationKind.Police or OrganisationKind.Prosecutor => [Role.InvestigationLeader],
        OrganisationKind.MigrationAgency => [Role.MigrationOfficer],
        OrganisationKind.Lawyer => [Role.Lawyer],
        OrganisationKind.Iom => [Role.IomCaseworker],
        OrganisationKind.NationalCoordinator => [Role.NationalCoordinator],
        OrganisationKind.Operator => [Role.Administrator, Role.Auditor],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The role in which such an organisation takes part in a case; null where it can take part in none.</summary>
    public static Role? CaseRoleOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.NationalCoordinator or OrganisationKind.Operator => null,
        _ => RolesOf(kind)[0],
    };

    /// <summary>Whether a case may be referred there. IOM is reached through a return application, the Gender Equality Agency never (S1-05, S1-36).</summary>
    public static bool ReceivesReferrals(OrganisationKind kind) => kind is not (OrganisationKind.NationalCoordinator or OrganisationKind.Operator or OrganisationKind.Iom);
}
