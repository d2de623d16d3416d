using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// Who may do what on a case: role × relation × operation. The whole of it is one table; <c>docs/access-matrix.md</c> is printed from it.
/// What the act itself demands (a consent, a status) is law of the aggregate, not of this table.
/// </summary>
public static class CaseAccess
{
    /// <summary>One row of the table: who, standing how to the case, may do it.</summary>
    /// <param name="ManagerOnly">Only a manager of the organisation.</param>
    /// <param name="ThroughGlass">Also a colleague outside the team, while the glass they broke is open.</param>
    public sealed record Row(IReadOnlyList<Role> Roles, IReadOnlyList<Relation> Relations, bool ManagerOnly = false, bool ThroughGlass = false);

    private static readonly Role[] CaseWorkers =
        [Role.SocialWorker, Role.RegionalCoordinator, Role.InvestigationLeader, Role.MigrationOfficer, Role.NgoWorker, Role.Lawyer];

    private static readonly Role[] WithIom = [.. CaseWorkers, Role.IomCaseworker];

    private static readonly Role[] Leaders = [Role.InvestigationLeader];

    private static readonly Role[] Applicants = [Role.InvestigationLeader, Role.SocialWorker];

    private static readonly Role[] SocialBoard = [Role.SocialWorker];

    private static readonly Role[] Agency = [Role.MigrationOfficer];

    private static readonly Role[] Planners = [Role.SocialWorker, Role.RegionalCoordinator, Role.MigrationOfficer, Role.NgoWorker];

    private static readonly Role[] Integrators = [Role.SocialWorker, Role.NgoWorker];

    private static readonly Role[] Shelterers = [Role.SocialWorker, Role.NgoWorker];

    private static readonly Role[] Coordinators = [Role.RegionalCoordinator];

    private static readonly Role[] Iom = [Role.IomCaseworker];

    private static readonly Role[] Releasers = [Role.InvestigationLeader, Role.Lawyer];

    private static readonly Role[] Municipality = [Role.SocialWorker];

    private static readonly Relation[] Team = [Relation.LeadTeam, Relation.PartTeam];
    private static readonly Relation[] Lead = [Relation.LeadTeam];
    private static readonly Relation[] Part = [Relation.PartTeam];
    private static readonly Relation[] Colleagues = [Relation.LeadColleague, Relation.PartColleague];
    private static readonly Relation[] Own = [.. Team, .. Colleagues];
    private static readonly Relation[] Known = [.. Own, Relation.Former, Relation.FormerColleague];

    public static readonly IReadOnlyDictionary<CaseOperation, Row> Table = new Dictionary<CaseOperation, Row>
    {
        [CaseOperation.Read] = new(WithIom, Known),
        [CaseOperation.ReadIdentity] = new(WithIom, [.. Team, Relation.Former], ThroughGlass: true),
        [CaseOperation.ReadHealth] = new(WithIom, [.. Team, Relation.Former], ThroughGlass: true),
        [CaseOperation.BreakGlass] = new(WithIom, Colleagues),
        [CaseOperation.SeeReadings] = new(CaseWorkers, Lead),
        [CaseOperation.Write] = new(CaseWorkers, Lead),
        [CaseOperation.Screen] = new(CaseWorkers, Team),
        [CaseOperation.ChangeTeam] = new(WithIom, Team),
        [CaseOperation.TakeOn] = new(WithIom, [Relation.PartColleague, Relation.PartTeam]),
        [CaseOperation.RuleOut] = new(CaseWorkers, Lead),
        [CaseOperation.Close] = new(CaseWorkers, Lead),
        [CaseOperation.RecordConsent] = new(WithIom, Team),
        [CaseOperation.OpenConsentForm] = new(WithIom, Team),
        [CaseOperation.WithdrawConsent] = new(WithIom, Team),
        [CaseOperation.RecordLegalGround] = new(CaseWorkers, [Relation.LeadTeam, Relation.LeadColleague], ManagerOnly: true),
        [CaseOperation.RecordEmergency] = new(CaseWorkers, [Relation.LeadTeam, Relation.LeadColleague]),
        [CaseOperation.Refer] = new(CaseWorkers, Team),
        [CaseOperation.CompleteReferral] = new(CaseWorkers, [.. Part, .. Lead]),
        [CaseOperation.ReportToPolice] = new(CaseWorkers, Team),
        [CaseOperation.InitiateInvestigation] = new(Leaders, Team),
        [CaseOperation.FollowInvestigation] = new(Leaders, Team),
        [CaseOperation.ApplyForPermit] = new(Applicants, Team),
        [CaseOperation.ExtendPermit] = new(Leaders, Team),
        [CaseOperation.DecidePermit] = new(Agency, Team),
        [CaseOperation.WritePlan] = new(Planners, Team),
        [CaseOperation.RecordService] = new(Planners, Team),
        [CaseOperation.WriteIntegration] = new(Integrators, Team),
        [CaseOperation.RecordWhereabouts] = new(Shelterers, Team),
        [CaseOperation.ReadWhereabouts] = new(Shelterers, Team),
        [CaseOperation.GrantWhereabouts] = new(Shelterers, Own, ManagerOnly: true),
        [CaseOperation.WriteReturn] = new(CaseWorkers, Team),
        [CaseOperation.CoordinateReturn] = new(Coordinators, Team),
        [CaseOperation.CarryOutReturn] = new(Iom, Part),
        [CaseOperation.ReleasePickUp] = new(Shelterers, Team),
        [CaseOperation.WithdrawReturn] = new(WithIom, Team),
        [CaseOperation.ReadTravelHealth] = new(WithIom, Team),
        [CaseOperation.ReleaseJustice] = new(Releasers, Team),
        [CaseOperation.ReportConcern] = new(CaseWorkers, Team),
        [CaseOperation.RepresentChild] = new([.. SocialBoard, .. Agency], Team),
        [CaseOperation.ProtectChild] = new(SocialBoard, Team),
        [CaseOperation.RecordAsylum] = new(CaseWorkers, Team),
        [CaseOperation.DecideAsylum] = new(Agency, Team),
        [CaseOperation.ClaimCosts] = new(Municipality, Team),
        [CaseOperation.AskOthers] = new(CaseWorkers, Lead),
        [CaseOperation.AnswerMatch] = new(CaseWorkers, Lead),
        [CaseOperation.WriteLetter] = new(WithIom, Team),
        [CaseOperation.AddDocument] = new(WithIom, Team),
        [CaseOperation.OpenDocument] = new(WithIom, [.. Team, Relation.Former]),
        [CaseOperation.MarkDocument] = new(WithIom, Team),
        [CaseOperation.NoteEntry] = new(WithIom, Team),
        [CaseOperation.PrepareExtract] = new(CaseWorkers, Lead),
        [CaseOperation.ReviewExtract] = new(CaseWorkers, [Relation.LeadTeam, Relation.LeadColleague], ManagerOnly: true),
        [CaseOperation.ReviewBreakGlass] = new(WithIom, Own, ManagerOnly: true),
    };

    /// <summary>The answer for an actor who stands thus to the case.</summary>
    /// <param name="glassBroken">The actor is a colleague outside the team who has broken the glass, and it is still open.</param>
    public static Verdict Decide(Role role, bool isManager, Relation relation, CaseOperation operation, bool glassBroken = false)
    {
        // Whoever must never know of a case gets the same answer whether it exists or not.
        if (role is Role.NationalCoordinator or Role.Administrator or Role.System) return Verdict.Refused;
        if (relation is Relation.None) return Verdict.Unknown;
        var row = Table[operation];
        var stands = row.Relations.Contains(relation) || row.ThroughGlass && glassBroken && Colleagues.Contains(relation);
        return row.Roles.Contains(role) && stands && (isManager || !row.ManagerOnly) ? Verdict.Allowed : Verdict.Refused;
    }

    public static Verdict Decide(Actor actor, Relation relation, CaseOperation operation) => Decide(actor.Role, actor.IsManager, relation, operation);

    /// <param name="standing">Null when the case does not exist for the actor.</param>
    public static Verdict Decide(Actor actor, Standing? standing, CaseOperation operation, DateTimeOffset at) =>
        Decide(actor.Role, actor.IsManager, standing?.Relation ?? Relation.None, operation, standing?.GlassIsBroken(at) == true);

    /// <summary>The roles that may register a case (A01).</summary>
    public static bool MayRegister(Role role) => CaseWorkers.Contains(role);

    /// <summary>The roles that may answer a referral addressed to their organisation (A07).</summary>
    public static bool MayAnswerReferral(Role role) => CaseWorkers.Contains(role);
}
