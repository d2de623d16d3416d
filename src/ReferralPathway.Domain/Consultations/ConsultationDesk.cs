using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>Who asks (A03) and who answers which questions (A03b, A38). The row-level security of the consultations says the same.</summary>
public static class ConsultationDesk
{
    /// <summary>Everybody who registers cases; they alone have something to ask about.</summary>
    public static IReadOnlyList<Role> Askers { get; } =
        [Role.SocialWorker, Role.RegionalCoordinator, Role.InvestigationLeader, Role.MigrationOfficer, Role.NgoWorker, Role.Lawyer];

    public static IReadOnlyList<Role> Answerers { get; } = [Role.NationalCoordinator, Role.RegionalCoordinator, Role.IomCaseworker];

    public static bool MayAsk(Role role) => Askers.Contains(role);

    public static bool MayAnswer(Role role) => Answerers.Contains(role);

    /// <summary>Whether such a question is this one's to answer: the national coordinator's any, the regional coordinator's those put to the own region and those about return from it, IOM's those about return.</summary>
    /// <param name="own">The region of the acting organisation; null where it coordinates none.</param>
    public static bool Answers(Role role, CoordinationRegion? own, QuestionType? type, AskedOf askedOf, CoordinationRegion? region) => role switch
    {
        Role.NationalCoordinator => true,
        Role.RegionalCoordinator => own is not null && own == region && (askedOf == AskedOf.Regional || type == QuestionType.Return),
        Role.IomCaseworker => type == QuestionType.Return,
        _ => false,
    };
}
