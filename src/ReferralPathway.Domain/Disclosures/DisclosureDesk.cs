using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Disclosures;

/// <summary>Who asks (A29), on what ground, and who decides (A30). The row-level security of the requests says the same.</summary>
public static class DisclosureDesk
{
    public const string ShelterRequest = "SHELTER_REQUEST";
    public const string ContactRequest = "CONTACT_REQUEST";
    public const string OtherDuty = "LEGAL_DUTY";

    /// <summary>Code list disclosure_ground: those on which somebody asks; the last for any other duty, which is named.</summary>
    public static IReadOnlyList<string> Grounds { get; } = [ContactRequest, ShelterRequest, "CRIME_SERIOUS", "CRIME_CHILD", OtherDuty];

    /// <summary>A short deadline is reminded of the day before, a longer one three days before too.</summary>
    private static readonly int[] ReminderDays = [3, 1];

    public static IReadOnlyList<Role> Askers { get; } = [Role.InvestigationLeader];

    public static IReadOnlyList<Role> Deciders { get; } = [Role.SocialWorker, Role.RegionalCoordinator, Role.MigrationOfficer, Role.NgoWorker];

    /// <summary>Whether such an organisation is asked at all.</summary>
    public static bool Answers(OrganisationKind kind) => OrganisationKinds.RolesOf(kind).Any(Deciders.Contains);

    /// <summary>Whether its managers alone decide, or all its accounts.</summary>
    public static bool ManagersDecide(OrganisationKind kind) => OrganisationKinds.RolesOf(kind).Any(r => !MayDecide(r, isManager: false));

    /// <summary>The right Disclosure.Decide.</summary>
    public static bool MayDecide(Role role, bool isManager) => role switch
    {
        Role.SocialWorker or Role.NgoWorker => isManager,
        Role.RegionalCoordinator or Role.MigrationOfficer => true,
        _ => false,
    };

    /// <summary>Eight in the morning of each day of reminding that is still to come.</summary>
    public static IReadOnlyList<DateTimeOffset> Reminders(DateOnly answerBy, DateTimeOffset after) =>
        [.. ReminderDays.Select(days => SwedishCalendar.InstantOf(answerBy.AddDays(-days), new(8, 0))).Where(r => r > after)];
}
