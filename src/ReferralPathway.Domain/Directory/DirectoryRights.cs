using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>Who does what to the directory (A31, A32). Everybody reads; anybody with an account reports; administrators maintain.</summary>
public static class DirectoryRights
{
    /// <summary>Those who work with the contacts and may propose what an entry should say.</summary>
    public static IReadOnlyList<Role> Proposers { get; } = [Role.RegionalCoordinator, Role.NgoWorker, Role.IomCaseworker, Role.NationalCoordinator];

    public static bool MayPropose(Role role) => Proposers.Contains(role);
}
