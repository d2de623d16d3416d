using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// A case as one person may see it at one instant. Pages, lists, exports, prints, mails and the API can render this and nothing else; each field is classified
/// here, once. The rows inside were let through by the database's policies before, and are let through here again.
/// </summary>
public sealed class CaseView
{
    private readonly Viewer _viewer;
    private readonly CaseRecord _record;

    private CaseView(CaseRecord record, Viewer viewer)
    {
        _record = record;
        _viewer = viewer;
    }

    public static CaseView Of(CaseRecord record, Viewer viewer) => new(record, viewer);

    public CaseId Id => _viewer.Standing.CaseId;

    public string Reference => _viewer.Standing.Reference;

    public Standing Standing => _viewer.Standing;

    /// <summary>The viewer's own organisation.</summary>
    public OrganisationId Mine => _viewer.Actor.Organisation;

    public OrganisationKind MyKind => _viewer.Actor.Kind;

    /// <summary>Which reading of the rules the installation has chosen, and from when.</summary>
    public IReadOnlyList<DatedRuleSettings> ChosenRules => _record.ChosenRules;

    /// <summary>Whether the access table lets the viewer do this; what the law demands besides is not asked here.</summary>
    public bool May(CaseOperation operation) => CaseAccess.Decide(_viewer.Actor, _viewer.Standing, operation, _viewer.At) == Verdict.Allowed;

    public Sight Sees(DataGroup group) => _viewer.Sees(group);

    /// <summary>Status, lead and dates; null for a former participant.</summary>
    public CoreRow? Core => Sees(DataGroup.Facts) == Sight.Full ? _record.Core : null;

    public CaseFacts Facts => Sees(DataGroup.Facts) == Sight.Full ? _record.Facts ?? new() : new();

    /// <summary>"M.K."; null where no name is known, where the identity is protected, or where the viewer is a colleague who has not broken the glass.</summary>
    public string? Initials => Sees(DataGroup.Identity) is Sight.None || !(OnTeam || _viewer.Standing.GlassIsBroken(_viewer.At)) || Facts.IsProtected ? null : _record.Identity is { Details.IsOpen: true } row ? row.Details.Value.Initials : null;

    public bool HasIdentity => Sees(DataGroup.Identity) is not Sight.None && _record.Identity is not null;

    public Shown<IdentityDetails> Identity => Show(DataGroup.Identity, _record.Identity);

    public Shown<SafeContactDetails> SafeContact => Show(DataGroup.SafeContact, _record.SafeContact);

    /// <summary>"Contact through …", for those who may know no more.</summary>
    public ThroughRow? SafeContactThrough => Sees(DataGroup.SafeContact) == Sight.Summary ? _record.SafeContactThrough : null;

    public Shown<HealthDetails> Health => Show(DataGroup.Health, _record.Health);

    public bool HasHealth => Sees(DataGroup.Health) is not Sight.None && _record.Health is not null;

    public NarrativeRow? Narrative => Sees(DataGroup.Narrative) == Sight.Full ? _record.Narrative : null;

    public IReadOnlyList<AssessmentRow> Assessments => Sees(DataGroup.Narrative) == Sight.Full ? _record.Assessments : [];

    /// <summary>The ledger: whole for whoever holds DG11, else one's own lines, which is what the database let through.</summary>
    public IReadOnlyList<ConsentRow> Consents => OnTeam ? _record.Consents : [];

    /// <summary>The last word on each recipient and purpose, as it stands on a day.</summary>
    public IReadOnlyList<ConsentNow> ConsentsNow(DateOnly day) =>
        [.. Consents.GroupBy(c => (c.Recipient, c.Purpose)).Select(g => g.MaxBy(c => c.Number)!)
            .Select(c => new ConsentNow(c, c.State == ConsentState.Given && c.ValidUntil < day ? ConsentState.Expired : c.State))
            .OrderBy(c => c.Row.RecipientSv, StringComparer.Ordinal).ThenBy(c => c.Row.Purpose, StringComparer.Ordinal)];

    public IReadOnlyList<GroundRow> Grounds => OnTeam ? _record.Grounds : [];

    /// <summary>The cases that belong together with this one: the lead's team alone knows.</summary>
    public IReadOnlyList<LinkRow> Links => _viewer.Standing is { Leads: true, Relation: Relation.LeadTeam } ? _record.Links : [];

    public IReadOnlyList<ReferralRow> Referrals => OnTeam ? _record.Referrals : [];

    public IReadOnlyList<InvestigationRow> Investigations => Sees(DataGroup.Investigation) == Sight.Full ? _record.Investigations : [];

    /// <summary>How each investigation stands, for those who may know no more.</summary>
    public IReadOnlyList<InvestigationLine> InvestigationLines => Sees(DataGroup.Investigation) is Sight.Summary or Sight.Full ? _record.InvestigationLines : [];

    /// <summary>The applications in full: for whoever holds DG9, and for the applicant, whose own the database lets through.</summary>
    public IReadOnlyList<PermitRow> Permits => OnTeam ? _record.Permits : [];

    /// <summary>How each application stands, for those who may know no more.</summary>
    public IReadOnlyList<PermitLine> PermitLines => Sees(DataGroup.Migration) is Sight.Summary or Sight.Full ? _record.PermitLines : [];

    /// <summary>Claims for costs: the municipality's own, and those handed in to the agency. What they say stands on their own pages.</summary>
    public IReadOnlyList<ClaimRow> Claims => OnTeam && ClaimAccess.Roles.Contains(_viewer.Actor.Role) ? _record.Claims : [];

    /// <summary>The person's right to stay through time, the latest first.</summary>
    public IReadOnlyList<LegalStatusRow> LegalStatuses => Sees(DataGroup.Facts) == Sight.Full && OnTeam ? _record.LegalStatuses : [];

    /// <summary>Who takes part, and with what: whoever answers for the case sees all, others themselves.</summary>
    public IReadOnlyList<PartRow> Parts => OnTeam ? _record.Parts : [];

    /// <summary>The viewer's own organisation's team; no other's.</summary>
    public IReadOnlyList<TeamRow> Team => _record.Team;

    /// <summary>Until when a former participant received what was recorded; null for everybody else.</summary>
    public DateTimeOffset? ReceivedUntil => _viewer.Standing.Relation == Relation.Former && _record.Parts.Count > 0 ? _record.Parts.Max(p => p.ValidUntil) : null;

    /// <summary>What happened, newest first, as far as each line's own data group may be seen. A team is each organisation's own affair.</summary>
    public IReadOnlyList<EventRow> Timeline => OnTeam
        ? [.. _record.Timeline.Where(e => new DataGroups(e.Groups).All(MaySeeLine) && (e.Kind != nameof(TeamChanged) || e.OrganisationId == _viewer.Actor.Organisation))]
        : [];

    /// <summary>What an organisation or person is called of whom a line of the timeline speaks.</summary>
    public Named? NameOf(Guid id) => _record.Names.FirstOrDefault(n => n.Id == id) is { } found ? new(found.Sv, found.En) : null;

    /// <summary>What has to be done, and what is waited for, soonest first.</summary>
    public IReadOnlyList<WorkRow> Work => OnTeam ? [.. _record.Work.Where(w => !w.ManagersOnly || _viewer.Actor.IsManager)] : [];

    /// <summary>The latest readings; only for whoever answers for the case.</summary>
    public IReadOnlyList<ReadingRow> Readings => _viewer.Standing is { Leads: true, Relation: Relation.LeadTeam } ? _record.Readings : [];

    public int ReadingCount => _viewer.Standing is { Leads: true, Relation: Relation.LeadTeam } ? _record.ReadingCount : 0;

    /// <summary>The groups of personal data of which something stands in this view: what the record of readings says was shown.</summary>
    public DataGroups ShownGroups
    {
        get
        {
            var shown = DataGroups.Of(DataGroup.Facts);
            if (Identity is { IsFull: true, Value: not null }) shown |= DataGroups.Of(DataGroup.Identity);
            if (SafeContact is { IsFull: true, Value: not null }) shown |= DataGroups.Of(DataGroup.SafeContact);
            if (SafeContactThrough is not null) shown |= DataGroups.Of(DataGroup.SafeContactSummary);
            if (Narrative is not null || Assessments.Count > 0) shown |= DataGroups.Of(DataGroup.Narrative);
            if (Health is { IsFull: true, Value: not null }) shown |= DataGroups.Of(DataGroup.Health);
            if (Investigations.Count > 0) shown |= DataGroups.Of(DataGroup.Investigation);
            else if (InvestigationLines.Count > 0) shown |= DataGroups.Of(DataGroup.InvestigationSummary);
            if (Permits.Count > 0) shown |= DataGroups.Of(DataGroup.Migration);
            else if (PermitLines.Count > 0) shown |= DataGroups.Of(DataGroup.MigrationSummary);
            if (Claims.Count > 0) shown |= DataGroups.Of(DataGroup.Costs);
            if (Consents.Count > 0 || Grounds.Count > 0 || Referrals.Count > 0) shown |= DataGroups.Of(DataGroup.Consents);
            return shown;
        }
    }

    private bool OnTeam => _viewer.Standing.Relation is Relation.LeadTeam or Relation.PartTeam or Relation.Former;

    private bool MaySeeLine(DataGroup group) => group switch
    {
        DataGroup.AnswersForCase => _viewer.Standing.Leads,
        DataGroup.SafeContactSummary or DataGroup.InvestigationSummary or DataGroup.MigrationSummary or DataGroup.PlanSummary => _viewer.Standing.Groups.Has(group),
        _ => Sees(group) is Sight.Full or Sight.Locked,
    };

    private Shown<T> Show<T>(DataGroup group, DetailsRow<T>? row) where T : class
    {
        var sight = Sees(group);
        return sight == Sight.Full && row is { Details.IsOpen: true } ? new(sight, row.Details.Value) : new(sight, null);
    }
}
