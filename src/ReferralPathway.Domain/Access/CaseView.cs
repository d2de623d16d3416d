using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Rights;
using ReferralPathway.Domain.Whereabouts;

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

    /// <summary>What the person wants is for whoever answers for the case: the police hold the facts without consent, and do not learn from them that a witness is leaving (0025, 0041).</summary>
    public CaseFacts Facts => Sees(DataGroup.Facts) != Sight.Full || _record.Facts is not { } known ? new() : _viewer.Standing.Leads ? known : known.WithoutWishes;

    /// <summary>"M.K."; null where no name is known, where the identity is protected, or where the viewer is a colleague who has not broken the glass.</summary>
    public string? Initials => Sees(DataGroup.Identity) is Sight.None || !(OnTeam || _viewer.Standing.GlassIsBroken(_viewer.At)) || Facts.IsProtected ? null : _record.Identity is { Details.IsOpen: true } row ? row.Details.Value.Initials : null;

    public bool HasIdentity => Sees(DataGroup.Identity) is not Sight.None && _record.Identity is not null;

    public Shown<IdentityDetails> Identity => Show(DataGroup.Identity, _record.Identity);

    public Shown<SafeContactDetails> SafeContact => Show(DataGroup.SafeContact, _record.SafeContact);

    /// <summary>The organisation of ours that the person is reached through, and no other way.</summary>
    public ThroughRow? OnlyThrough => SafeContact.Value is { Direct: "Through", ThroughOrganisation: not null } ? _record.SafeContactThrough : null;

    /// <summary>The organisation that the contact goes through, for whoever may know at least that: a letter may have to say no more.</summary>
    public ThroughRow? GoesThrough => Sees(DataGroup.SafeContact) is Sight.Summary or Sight.Full ? _record.SafeContactThrough : null;

    /// <summary>"Contact through …", for those who may know no more.</summary>
    public ThroughRow? SafeContactThrough => Sees(DataGroup.SafeContact) == Sight.Summary ? _record.SafeContactThrough : null;

    public Shown<HealthDetails> Health => Show(DataGroup.Health, _record.Health);

    public bool HasHealth => Sees(DataGroup.Health) is not Sight.None && _record.Health is not null;

    /// <summary>The parts of the intake that were left before they were complete.</summary>
    public IntakeParts Begun => _record.Begun.Aggregate(IntakeParts.None, (all, b) => all | b.Part);

    /// <summary>What is typed in such a part: for the author of a draft alone, as the database has it, and only to go on with; of the person, with the birth date, when name and numbers are shown.</summary>
    public string? TypedIn(IntakeParts part) =>
        OnTeam && Core?.Status == CaseStatus.Draft && (part != IntakeParts.Person || _viewer.IdentityShown) && _record.Begun.FirstOrDefault(b => b.Part == part) is { Typed.IsOpen: true } begun ? begun.Typed.Value : null;

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

    /// <summary>The referrals of the case that the database lets through. What is written in one is shown here to its sender; the recipient reads it on a page of its own.</summary>
    public IReadOnlyList<ReferralRow> Referrals => OnTeam ? [.. _record.Referrals.Select(r => r.Sender == Mine ? r : r with { Message = null, DeclineText = null, Told = null, Outcome = null })] : [];

    /// <summary>What a referral to a recipient may carry, as the page's questions offer it; whoever sends is held to the law by the case itself.</summary>
    public DataGroups CoveredFor(OrganisationId recipient) =>
        Grounds.Where(g => g.Recipient == recipient && g.HoldsAt(_viewer.At)).Aggregate(ConsentLedger.CoveredForReferral(Consents, recipient, _viewer.At), (all, ground) => all | new DataGroups(ground.Groups));

    public IReadOnlyList<InvestigationRow> Investigations => Sees(DataGroup.Investigation) == Sight.Full ? _record.Investigations : [];

    /// <summary>How each investigation stands, for those who may know no more.</summary>
    public IReadOnlyList<InvestigationLine> InvestigationLines => InvestigationLinesOn(DateOnly.MaxValue);

    /// <summary>How each investigation stood on a day.</summary>
    public IReadOnlyList<InvestigationLine> InvestigationLinesOn(DateOnly day) => Sees(DataGroup.Investigation) is Sight.Summary or Sight.Full
        ? [.. _record.InvestigationLines.Where(l => l.On <= day).GroupBy(l => l.InvestigationId).Select(steps => steps.Last())]
        : [];

    /// <summary>The applications in full: for whoever holds DG9, and for the applicant its own. A draft is the applicant's alone.</summary>
    public IReadOnlyList<PermitRow> Permits => OnTeam ? [.. _record.Permits.Where(p => p.Applicant == Mine || Sees(DataGroup.Migration) == Sight.Full && p.Status != PermitStatus.Draft)] : [];

    /// <summary>How each application stands, for those who may know no more; the latest first.</summary>
    public IReadOnlyList<PermitLine> PermitLines => PermitLinesOn(DateOnly.MaxValue);

    /// <summary>How each application stood on a day.</summary>
    public IReadOnlyList<PermitLine> PermitLinesOn(DateOnly day) => Sees(DataGroup.Migration) is Sight.Summary or Sight.Full
        ? [.. _record.PermitLines.Where(l => l.On <= day).GroupBy(l => l.PermitId).Select(steps => steps.Last()).OrderByDescending(l => l.On)]
        : [];

    /// <summary>When an application was handed in, as far as the summary tells.</summary>
    public DateOnly? SubmittedOn(PermitId permit) => Sees(DataGroup.Migration) is Sight.Summary or Sight.Full ? _record.PermitLines.FirstOrDefault(l => l.PermitId == permit)?.On : null;

    /// <summary>The plans in full: for whoever holds DG10, and for the owner, whose own the database lets through.</summary>
    public IReadOnlyList<PlanRow> Plans => OnTeam ? _record.Plans : [];

    /// <summary>Whether assistance is ongoing, for those who may know no more.</summary>
    public IReadOnlyList<PlanLine> PlanLines => Sees(DataGroup.Plan) is Sight.Summary or Sight.Full ? _record.PlanLines : [];

    /// <summary>The plans for long-term integration: for whoever holds DG10, and for the owner, whose own the database lets through.</summary>
    public IReadOnlyList<IntegrationRow> Integrations => OnTeam ? _record.Integrations : [];

    /// <summary>Whether the public components of integration are open to the person on a day, by the right to stay; where not, only the plan of an NGO is.</summary>
    public bool PublicIntegrationIsOpen(DateOnly day) => PublicIntegration.IsOpenTo(Facts.LegalStatus, Facts.LegalStatusValidTo, day);

    /// <summary>Whether the owner of a plan has left the case, and the viewer's organisation leads it: then the plan is theirs to carry on.</summary>
    public bool CarriesOn(OrganisationId owner) => Standing.Leads && owner != Mine && Parts.All(p => p.OrganisationId != owner || p.ValidUntil < _viewer.At);

    /// <summary>Whether the viewer may write in a plan; what its state allows is not asked here.</summary>
    public bool MayWrite(PlanRow plan) => May(CaseOperation.WritePlan) && (plan.Owner == Mine || CarriesOn(plan.Owner));

    /// <inheritdoc cref="MayWrite(PlanRow)"/>
    public bool MayWrite(IntegrationRow plan) => May(CaseOperation.WriteIntegration) && (plan.Owner == Mine || CarriesOn(plan.Owner));

    /// <summary>That one's own organisation knows where the person stays: for its team, and for the manager who says who may read it. Never where.</summary>
    public AddressRow? Address => May(CaseOperation.ReadWhereabouts) || May(CaseOperation.GrantWhereabouts) ? _record.Address : null;

    /// <summary>The applications for return: how they stand for whoever answers for the case, and what is written in them for the author, the coordinator and IOM. Health opens by an act of its own.</summary>
    public IReadOnlyList<ReturnRow> Returns => !OnTeam ? [] : [.. _record.Returns.Select(r => _viewer.HealthShown ? r : r with { Health = [] })];

    /// <summary>Whether something about the health concerns the journey, which an act of its own opens.</summary>
    public bool HasTravelHealth(ReturnId id) => OnTeam && _record.Returns.Any(r => r.Id == id && r.Health.Count > 0);

    /// <summary>Word of a trial: for whoever released it, and IOM.</summary>
    public IReadOnlyList<JusticeRow> Justice => OnTeam ? _record.Justice : [];

    public JusticeWayRow? JusticeWay => OnTeam && May(CaseOperation.ReleaseJustice) ? _record.JusticeWay : null;

    /// <summary>Claims for costs: the municipality's own, and those handed in to the agency. What they say stands on their own pages.</summary>
    public IReadOnlyList<ClaimRow> Claims => OnTeam && ClaimAccess.Roles.Contains(_viewer.Actor.Role) ? _record.Claims : [];

    /// <summary>The person's right to stay through time, the latest first.</summary>
    public IReadOnlyList<LegalStatusRow> LegalStatuses => Sees(DataGroup.Facts) == Sight.Full && OnTeam ? _record.LegalStatuses : [];

    /// <summary>The protection of a child; null where there is none, or where the viewer only knows of the case.</summary>
    public ChildTaskRow? ChildTask => Sees(DataGroup.Facts) == Sight.Full && OnTeam ? _record.ChildTask : null;

    /// <summary>What was done for the child: what everybody may know, what the viewer's organisation did, and what it was told. The social board's own steps stay its own.</summary>
    public IReadOnlyList<ChildStepRow> ChildSteps => ChildTask is null
        ? []
        : [.. _record.ChildSteps.Where(IsMineToRead).Select(s => s.RecordedBy == Mine || s.ToldTo == Mine || Sees(DataGroup.Narrative) == Sight.Full ? s : s with { Text = null })];

    /// <summary>The latest of a kind that the viewer may read.</summary>
    public ChildStepRow? ChildStep(ChildStepKind kind) => ChildSteps.Where(s => s.Kind == kind).MaxBy(s => s.Number);

    /// <summary>The asylum track, for whoever may know how the permits stand.</summary>
    public AsylumRow? Asylum => Sees(DataGroup.Migration) is Sight.Summary or Sight.Full && OnTeam ? _record.Asylum : null;

    /// <summary>Whether there is something to record beside the agency's own decisions: an application, the agency's word on one, or that a municipality has taken over.</summary>
    public bool MayRecordAsylum => Asylum switch
    {
        null => Sees(DataGroup.Migration) is Sight.Summary or Sight.Full,
        { State: AsylumState.LeftTrack, TakenOverOn: null } or { DecidedOn: not null } => true,
        { IsConfirmed: false } => MyKind == OrganisationKind.MigrationAgency,
        _ => false,
    };

    public IReadOnlyList<AsylumStepRow> AsylumSteps => Asylum is null ? [] : _record.AsylumSteps;

    /// <summary>Who takes part, and with what: whoever answers for the case sees all, others themselves.</summary>
    public IReadOnlyList<PartRow> Parts => OnTeam ? _record.Parts : [];

    /// <summary>The viewer's own organisation's team; no other's.</summary>
    public IReadOnlyList<TeamRow> Team => _record.Team;

    /// <summary>Until when a former participant received what was recorded; null for everybody else.</summary>
    public DateTimeOffset? ReceivedUntil => _viewer.Standing.Relation == Relation.Former && _record.Parts.Count > 0 ? _record.Parts.Max(p => p.ValidUntil) : null;

    /// <summary>What happened, newest first, as far as each line's own data group may be seen. A team, and where the person stays, are each organisation's own affair.</summary>
    public IReadOnlyList<EventRow> Timeline => OnTeam
        ? [.. _record.Timeline.Where(e => new DataGroups(e.Groups).All(MaySeeLine) && (!IsOwnAffair(e.Kind) || e.OrganisationId == _viewer.Actor.Organisation))]
        : [];

    /// <summary>What is noted beside the entries that the viewer reads: that the person does not agree, or what was wrong. It goes wherever its entry goes.</summary>
    public IReadOnlyList<NoteRow> Notes => OnTeam
        ? [.. _record.Notes.Where(n => new DataGroups(n.Groups).All(MaySeeLine) && (!IsOwnAffair(n.Entry) || n.EntryOf == _viewer.Actor.Organisation))]
        : [];

    /// <summary>Beside one entry of the timeline.</summary>
    public IReadOnlyList<NoteRow> NotesOn(Guid entry) => [.. Notes.Where(n => n.About == entry)];

    /// <summary>Beside any version of what a part of the intake wrote down.</summary>
    /// <param name="kind">The event.</param>
    /// <param name="part">Which part.</param>
    public IReadOnlyList<NoteRow> NotesOn(string kind, string part) => [.. Notes.Where(n => n.Entry == kind && n.Payload.Contains(part, StringComparison.Ordinal))];

    /// <summary>Beside whatever was written down of one record: a plan with its services, an assessment.</summary>
    public IReadOnlyList<NoteRow> NotesOf(Guid record) => [.. Notes.Where(n => n.RecordId == record)];

    /// <summary>The documents of the groups that the viewer reads, the latest first. Where a group opens by an act of its own, so do its documents and what is written beside them.</summary>
    public IReadOnlyList<DocumentRow> Documents => !OnTeam ? [] :
        [.. _record.Documents.Where(d => Sees(d.Group) is Sight.Full or Sight.Locked).Select(d => Sees(d.Group) == Sight.Full ? d : d with { Note = null })];

    /// <summary>The kinds of documents that the viewer may add: one does not put away what one may not read.</summary>
    public IReadOnlyList<AttachmentKind> DocumentKinds => !May(CaseOperation.AddDocument) ? [] : [.. AttachmentKinds.Documents.Where(k => Sees(AttachmentKinds.GroupOf(k)) is Sight.Full or Sight.Locked)];

    /// <summary>Whether the viewer may say that a document was added by mistake.</summary>
    public bool MayMark(DocumentRow document) => May(CaseOperation.MarkDocument) && document.Mistake is null && (document.RecordedBy == Mine || Standing.Leads);

    /// <summary>The extracts for the person; whoever answers for the case prepares them.</summary>
    public IReadOnlyList<ExtractRow> Extracts => _viewer.Standing is { Leads: true, Relation: Relation.LeadTeam } ? _record.Extracts : [];

    /// <summary>Whether an extract may be printed: a manager has gone through it, and nothing was written since it was prepared but letters and who works with the case.</summary>
    public bool CanBePrinted(ExtractRow extract) => extract.ReviewedAt is not null
        && Timeline.All(e => e.At <= extract.PreparedAt || e.Kind is nameof(LetterDelivered) or nameof(ExtractPrepared) or nameof(ExtractReviewed) or nameof(TeamChanged));

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
            if (Narrative is not null || Assessments.Count > 0 || ChildSteps.Any(s => s.Text is not null)) shown |= DataGroups.Of(DataGroup.Narrative);
            if (TypedIn(IntakeParts.SafeContact) is not null) shown |= DataGroups.Of(DataGroup.SafeContact);
            if (TypedIn(IntakeParts.Exploitation) is not null) shown |= DataGroups.Of(DataGroup.Narrative);
            if (TypedIn(IntakeParts.Person) is not null) shown |= DataGroups.Of(DataGroup.Identity);
            if (Health is { IsFull: true, Value: not null }) shown |= DataGroups.Of(DataGroup.Health);
            if (Investigations.Count > 0) shown |= DataGroups.Of(DataGroup.Investigation);
            else if (InvestigationLines.Count > 0) shown |= DataGroups.Of(DataGroup.InvestigationSummary);
            if (Permits.Count > 0) shown |= DataGroups.Of(DataGroup.Migration);
            else if (PermitLines.Count > 0 || Asylum is not null) shown |= DataGroups.Of(DataGroup.MigrationSummary);
            if (Plans.Count > 0 || Integrations.Count > 0) shown |= DataGroups.Of(DataGroup.Plan);
            else if (PlanLines.Count > 0) shown |= DataGroups.Of(DataGroup.PlanSummary);
            if (Plans.Any(p => p.Items.Any(i => i.Costs is not null)) || Claims.Count > 0) shown |= DataGroups.Of(DataGroup.Costs);
            if (Returns.Any(r => r.IsOpen)) shown |= DataGroups.Of(DataGroup.Return);
            else if (Returns.Count > 0) shown |= DataGroups.Of(DataGroup.ReturnSummary);
            if (Returns.Any(r => r.Health.Count > 0)) shown |= DataGroups.Of(DataGroup.TravelHealth);
            if (Returns.Any(r => r.PickUps.Any(p => p.Address.IsOpen))) shown |= DataGroups.Of(DataGroup.Whereabouts);
            foreach (var document in Documents.Where(d => Sees(d.Group) == Sight.Full)) shown |= DataGroups.Of(document.Group);
            if (Consents.Count > 0 || Grounds.Count > 0 || Referrals.Count > 0) shown |= DataGroups.Of(DataGroup.Consents);
            return shown;
        }
    }

    private bool OnTeam => _viewer.Standing.Relation is Relation.LeadTeam or Relation.PartTeam or Relation.Former;

    private static bool IsOwnAffair(string kind) => kind is nameof(TeamChanged) or nameof(AddressRecorded) or nameof(AddressGranted) or nameof(AddressGrantEnded) or nameof(ChildStepKept) or nameof(LetterDelivered);

    private bool IsMineToRead(ChildStepRow step) => step.RecordedBy == Mine || step.ToldTo == Mine || step.ToldTo is null;

    private bool MaySeeLine(DataGroup group) => group switch
    {
        DataGroup.AnswersForCase => _viewer.Standing.Leads,
        DataGroup.SafeContactSummary or DataGroup.InvestigationSummary or DataGroup.MigrationSummary or DataGroup.PlanSummary or DataGroup.ReturnSummary => _viewer.Standing.Groups.Has(group),
        _ => Sees(group) is Sight.Full or Sight.Locked,
    };

    private Shown<T> Show<T>(DataGroup group, DetailsRow<T>? row) where T : class
    {
        var sight = Sees(group);
        return sight == Sight.Full && row is { Details.IsOpen: true } ? new(sight, row.Details.Value) : new(sight, null);
    }
}
