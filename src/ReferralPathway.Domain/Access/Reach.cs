using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// How far each role may see into each data group: in a case its own organisation leads, and in a case that consent or a legal ground opened to it.
/// What a recipient really gets is what the consent names and this table allows; a summary stands where the table grants no more.
/// </summary>
public static class Reach
{
    private enum Level { None, Summary, Full }

    private static readonly DataGroup[] Shared =
    [
        DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health,
        DataGroup.Investigation, DataGroup.Migration, DataGroup.Plan, DataGroup.Return,
    ];

    /// <summary>The mask of an organisation that leads a case.</summary>
    public static DataGroups OfLead(Role role)
    {
        if (!Leads(role)) return DataGroups.None;
        var groups = DataGroups.Of(DataGroup.AnswersForCase, DataGroup.Consents);
        foreach (var group in Shared) groups |= At(group, Lead(role, group));
        groups |= DataGroups.Of(DataGroup.ReturnSummary);
        if (role is Role.SocialWorker or Role.NgoWorker) groups |= DataGroups.Of(DataGroup.Whereabouts);
        if (role is Role.SocialWorker or Role.MigrationOfficer) groups |= DataGroups.Of(DataGroup.Costs);
        return groups;
    }

    /// <summary>The mask of a recipient, given what the consent or the legal ground names.</summary>
    /// <param name="healthIsNamed">Whether the consent carries the purpose SHARE_HEALTH (or the ground needs none): without it, health stays closed.</param>
    public static DataGroups OfRecipient(Role role, DataGroups named, bool healthIsNamed)
    {
        if (!Leads(role) && role is not Role.IomCaseworker) return DataGroups.None;
        var groups = DataGroups.Of(DataGroup.Facts);
        foreach (var group in Shared)
        {
            if (!named.Has(group) || group == DataGroup.Health && !healthIsNamed) continue;
            groups |= At(group, Recipient(role, group));
        }
        return groups;
    }

    /// <summary>An organisation that leads a live investigation reads who the person is and how the investigation and the permits stand, whoever leads the case.</summary>
    public static readonly DataGroups OfInvestigation = DataGroups.Of(
        DataGroup.Facts, DataGroup.Identity, DataGroup.Investigation, DataGroup.InvestigationSummary, DataGroup.Migration, DataGroup.MigrationSummary);

    /// <summary>The agency that an application is addressed to reads who the person is, through whom to reach them, and what the application rests on; the rest stands in the application.</summary>
    public static readonly DataGroups OfApplication = DataGroups.Of(
        DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContactSummary, DataGroup.Investigation, DataGroup.InvestigationSummary,
        DataGroup.Migration, DataGroup.MigrationSummary, DataGroup.PlanSummary);

    /// <summary>What the coordinator of a return reads, as far as the consent names it; of the health, what concerns the journey.</summary>
    public static readonly DataGroups OfReturnCoordinator = DataGroups.Of(
        DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.SafeContactSummary, DataGroup.Narrative, DataGroup.TravelHealth,
        DataGroup.Plan, DataGroup.PlanSummary, DataGroup.Return, DataGroup.ReturnSummary);

    /// <summary>What IOM reads from the moment a return is sent there, as far as the consent names it.</summary>
    public static readonly DataGroups OfReturnIom = DataGroups.Of(
        DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.SafeContactSummary, DataGroup.Narrative, DataGroup.TravelHealth,
        DataGroup.MigrationSummary, DataGroup.PlanSummary, DataGroup.Return, DataGroup.ReturnSummary);

    /// <summary>The social board that a report of concern names reads what is needed to protect the child, from that moment (SoL 19:1).</summary>
    public static readonly DataGroups OfChildReport = OfRecipient(Role.SocialWorker, Cases.Case.ConcernCarries, healthIsNamed: true);

    /// <summary>
    /// Whether a lead of this role reads only the health details that its own organisation wrote ("O"): the database lets those through without the bit of the group.
    /// </summary>
    public static bool ReadsOnlyOwnHealth(Role role) => role is Role.RegionalCoordinator or Role.InvestigationLeader or Role.MigrationOfficer or Role.Lawyer;

    private static Level Lead(Role role, DataGroup group) => group switch
    {
        DataGroup.Health => ReadsOnlyOwnHealth(role) ? Level.None : Level.Full,
        DataGroup.Investigation or DataGroup.Migration => Known(role),
        DataGroup.Plan => role is Role.SocialWorker or Role.NgoWorker or Role.RegionalCoordinator ? Level.Full : Level.Summary,
        DataGroup.Return => BesideTheAuthor(role),
        _ => Level.Full,
    };

    /// <summary>Whoever wrote a return application reads it as its author; beside the author the region and IOM do.</summary>
    private static Level BesideTheAuthor(Role role) => role is Role.RegionalCoordinator or Role.IomCaseworker ? Level.Full : Level.None;

    private static Level Recipient(Role role, DataGroup group) => group switch
    {
        DataGroup.SafeContact => role is Role.MigrationOfficer ? Level.Summary : Level.Full,
        DataGroup.Health => role is Role.SocialWorker or Role.NgoWorker or Role.RegionalCoordinator or Role.IomCaseworker ? Level.Full : Level.None,
        DataGroup.Investigation => role is Role.IomCaseworker ? Level.None : Known(role),
        DataGroup.Migration => role is Role.IomCaseworker ? Level.Summary : Known(role),
        DataGroup.Plan => role is Role.SocialWorker or Role.NgoWorker or Role.RegionalCoordinator ? Level.Full : Level.Summary,
        DataGroup.Return => BesideTheAuthor(role),
        _ => Level.Full,
    };

    /// <summary>Whether an organisation of this role can answer for a case at all.</summary>
    private static bool Leads(Role role) => CaseAccess.MayRegister(role);

    private static Level Known(Role role) => role is Role.InvestigationLeader or Role.MigrationOfficer or Role.Lawyer ? Level.Full : Level.Summary;

    private static DataGroups At(DataGroup group, Level level) => level switch
    {
        Level.Full => DataGroups.Of(group) | SummaryOf(group),
        Level.Summary => SummaryOf(group),
        _ => DataGroups.None,
    };

    /// <summary>The summary that stands in for a group; none where the group has none.</summary>
    public static DataGroups SummaryOf(DataGroup group) => group switch
    {
        DataGroup.SafeContact => DataGroups.Of(DataGroup.SafeContactSummary),
        DataGroup.Investigation => DataGroups.Of(DataGroup.InvestigationSummary),
        DataGroup.Migration => DataGroups.Of(DataGroup.MigrationSummary),
        DataGroup.Plan => DataGroups.Of(DataGroup.PlanSummary),
        DataGroup.Return => DataGroups.Of(DataGroup.ReturnSummary),
        _ => DataGroups.None,
    };
}
