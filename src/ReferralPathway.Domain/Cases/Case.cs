using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>
/// A case of one presumed victim, from first suspicion to safety. It starts as a draft that only its author sees, is opened when the seven parts of the
/// intake are answered, and is worked on until it is closed. Formal identification is never set by hand: an initiated preliminary investigation does it (S1-08).
/// </summary>
public sealed partial class Case : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<FactsVersion> _factsVersions = [];
    private readonly List<IdentityVersion> _identities = [];
    private readonly List<SafeContactVersion> _safeContacts = [];
    private readonly List<SafeContactSummary> _safeContactSummaries = [];
    private readonly List<NarrativeVersion> _narratives = [];
    private readonly List<HealthVersion> _health = [];
    private readonly List<BegunPart> _begun = [];
    private readonly List<Assessment> _assessments = [];
    private readonly List<CaseReason> _reasons = [];
    private readonly List<TeamMember> _team = [];
    private readonly List<BreakGlass> _breakGlass = [];
    private readonly List<CaseLink> _links = [];

    private Case() { }

    public CaseId Id { get; private set; }

    /// <summary>What people read aloud: 2026-000123.</summary>
    public string Reference { get; private set; } = "";

    public OrganisationId Lead { get; private set; }

    public Guid LeadParticipationId { get; private set; }

    public Participation? LeadParticipation { get; private set; }

    public CaseStatus Status { get; private set; }

    public IdentificationStatus Identification { get; private set; }

    /// <summary>The day on which the first preliminary investigation was initiated.</summary>
    public DateOnly? FormallyIdentifiedOn { get; private set; }

    /// <summary>Code list of closing reasons.</summary>
    public string? ClosedBecause { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public IntakeParts Intake { get; private set; }

    public UserId StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Moves with every act, also when only a child row changed: the loser of a race is told so.</summary>
    public int Revision { get; private set; }

    public Guid FactsId { get; private set; }

    public CaseFacts Facts => _factsVersions.SingleOrDefault(v => v.Id == FactsId)?.Facts ?? throw new InvalidOperationException("The facts of this case were not loaded.");

    public IReadOnlyList<TeamMember> Team => _team;

    public IReadOnlyList<BreakGlass> BreakGlass => _breakGlass;

    /// <summary>Begins a draft (C1). The author's organisation leads; the author is responsible.</summary>
    /// <param name="reference">The next number of the year, 2026-000123.</param>
    public static Case Start(string reference, Act act) => Start(reference, act, new());

    private static Case Start(string reference, Act act, CaseFacts known)
    {
        var id = CaseId.New(act.At);
        var lead = new Participation(id, reference, act.For, Reach.OfLead(act.As), act);
        var facts = new FactsVersion(id, 0, known, act);
        var started = new Case
        {
            Id = id,
            Reference = reference,
            Lead = act.For,
            LeadParticipation = lead,
            LeadParticipationId = lead.Id,
            Status = CaseStatus.Draft,
            Identification = IdentificationStatus.Presumed,
            StartedBy = act.By,
            StartedAt = act.At,
            FactsId = facts.Id,
        };
        started._factsVersions.Add(facts);
        started._team.Add(new(id, act.By, responsible: true, act));
        started.Record(new CaseStarted(id, act));
        return started;
    }

    public void RecordDanger(bool acuteNeed, Act act) =>
        Know(Facts with { AcuteNeed = acuteNeed }, IntakeParts.Danger, act);

    /// <param name="on">Swedish day; not in the future.</param>
    /// <param name="organisation">Which organisation detected the person, where it is one of ours.</param>
    /// <param name="municipality">Four-digit code of the place.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DatesAreNotInTheFuture"/></exception>
    public void RecordDetection(DateOnly on, string by, OrganisationId? organisation, string? municipality, Act act)
    {
        NotInTheFuture(on, act);
        if (municipality is not null && Geography.FindMunicipality(municipality) is null) throw new RuleBrokenException(Rule.CodesAreListed);
        Know(Facts with { DetectedOn = on, DetectedBy = Listed(CodeLists.FirstIdentifier, by), DetectedByOrganisation = organisation, Municipality = municipality }, IntakeParts.Detection, act);
    }

    /// <param name="types">At least one.</param>
    /// <param name="sectors">Kept only where the exploitation is of work.</param>
    public void RecordExploitation(string exposure, IReadOnlyList<string> types, IReadOnlyList<string> sectors, Narrative narrative, Act act)
    {
        if (types.Count == 0 || narrative.Countries.Any(c => Countries.Find(c) is null)) throw new RuleBrokenException(Rule.CodesAreListed);
        Listed(CodeLists.ExposureCategory, exposure);
        Listed(CodeLists.ExploitationType, types);
        Listed(CodeLists.LabourSector, sectors);
        Listed(CodeLists.Act, narrative.Acts);
        Listed(CodeLists.Means, narrative.Means);
        Writable();
        Keep(_narratives, new(Id, Next, narrative, act));
        Know(Facts with { Exposure = exposure, ExploitationTypes = [.. types], LabourSectors = IntakeFacts.AsksForSector(types) ? [.. sectors] : [] }, IntakeParts.Exploitation, act);
    }

    /// <summary>Age, gender and language: never the name.</summary>
    public void RecordPerson(PersonAnswers person, Act act)
    {
        Listed(CodeLists.AgeGroup, person.AccompanyingAges);
        if (person.Languages.Any(l => Languages.Find(l) is null)) throw new RuleBrokenException(Rule.CodesAreListed);
        var (alone, open) = (IsUnaccompanied, ChildTask is { IsOpen: true });
        Know(Facts with
        {
            Gender = Listed(CodeLists.Gender, person.Gender),
            AgeGroup = person.AgeUncertain ? IntakeFacts.Uncertain : Listed(CodeLists.AgeGroup, person.AgeGroup),
            AgeUncertain = person.AgeUncertain || person.AgeGroup == IntakeFacts.Uncertain,
            Languages = [.. person.Languages],
            Dialect = person.Dialect,
            InterpreterNeeded = person.InterpreterNeeded,
            InterpreterGender = person.InterpreterGender,
            Unaccompanied = person.Unaccompanied,
            AccompanyingChildren = person.AccompanyingChildren,
            AccompanyingAges = [.. person.AccompanyingAges],
        }, IntakeParts.Person, act);
        ProtectIfChild(act);
        if (open) FoundAlone(alone, act);
    }

    /// <summary>The right to stay as it was told to us; it holds from the day it is recorded. Later changes keep the earlier ones as history.</summary>
    public void RecordLegalStatus(string status, DateOnly? validTo, Act act)
    {
        Writable();
        if (Facts.LegalStatus != status || Facts.LegalStatusValidTo != validTo)
            _legalStatuses.Add(new(Id, Next, Listed(CodeLists.LegalStatus, status), act.Day, validTo, LegalStatusSource.Told, act));
        Know(Facts with { LegalStatus = Listed(CodeLists.LegalStatus, status), LegalStatusValidTo = validTo }, IntakeParts.LegalStatus, act);
    }

    /// <param name="informed">Yes, No or NotYet.</param>
    public void RecordRights(string informed, string? language, Act act) =>
        Know(Facts with { InformedOfRights = informed, InformedInLanguage = language }, IntakeParts.Rights, act);

    /// <summary>What the person wants, and where they are: the guidance reckons with it (4.1), and nothing waits for it.</summary>
    public void RecordWishes(PersonWishes wishes, Act act)
    {
        NotInTheFuture(wishes.On, act);
        Listed(CodeLists.Cooperation, [wishes.Cooperation]);
        Writable();
        Replace(Facts with { Cooperation = wishes.Cooperation, WishesReturn = wishes.Return, InSweden = wishes.InSweden, WishesSaidOn = wishes.On }, act);
        Record(new FactsRecorded(Id, IntakeParts.Wishes, act));
    }

    /// <summary>How the person is reached without danger (F13). The summary names the organisation that the contact goes through; where none of ours was named, whoever recorded it.</summary>
    public void RecordSafeContact(SafeContactDetails details, Act act)
    {
        NotInTheFuture(details.LastCheckedOn, act);
        Writable();
        Keep(_safeContacts, new(Id, Next, details, act));
        Keep(_safeContactSummaries, new(Id, Next, details.Direct == "Through" && details.ThroughOrganisation is { } named ? named : act.For, act));
        Answered(IntakeParts.SafeContact);
        Record(new SafeContactRecorded(Id, details.LastCheckedOn, act));
    }

    /// <summary>A part is left before it is complete (5.1: a draft can be saved incomplete). It opens no case and changes nothing that was recorded, but it is unanswered from now on.</summary>
    /// <param name="typed">The fields of the form, as far as they are filled in.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.OnlyADraftIsLeftUnfinished"/>.</exception>
    public void LeaveUnfinished(IntakeParts part, string typed, Act act)
    {
        if (Status != CaseStatus.Draft) throw new RuleBrokenException(Rule.OnlyADraftIsLeftUnfinished);
        _begun.RemoveAll(b => b.Part == part);
        _begun.Add(new(Id, part, typed, act));
        Intake &= ~part;
        Record(new PartBegun(Id, part, act));
    }

    /// <summary>Name, numbers and documents, as far as they are known. A birth date says the age group, unless the age is held to be uncertain.</summary>
    public void RecordIdentity(IdentityDetails details, string protectedIdentity, Act act)
    {
        Writable();
        Listed(CodeLists.ProtectedIdentity, protectedIdentity);
        if (details.BirthDate is { } born) NotInTheFuture(born, act);
        if (details.Nationalities.Any(c => Countries.Find(c) is null)) throw new RuleBrokenException(Rule.CodesAreListed);
        Keep(_identities, new(Id, Next, details, act));
        var known = details.BirthDate is { } birth && !Facts.AgeUncertain ? IntakeFacts.AgeGroupOf(birth, act.Day) : Facts.AgeGroup;
        Replace(Facts with { ProtectedIdentity = protectedIdentity, AgeGroup = known }, act);
        Record(new IdentityRecorded(Id, act));
        ProtectIfChild(act);
    }

    public void RecordHealth(HealthDetails details, Act act)
    {
        Writable();
        Keep(_health, new(Id, Next, details, act));
        Record(new HealthRecorded(Id, act));
    }

    /// <summary>Indicators answered and a conclusion drawn by a person. It changes nothing else: the score never decides (A02).</summary>
    public void Assess(string profile, IReadOnlyDictionary<string, string> answers, string conclusion, DateOnly on, DateOnly? nextReview, Act act)
    {
        Writable();
        NotInTheFuture(on, act);
        if (answers.Any(a => !IloIndicators.Has(a.Key) && !IloIndicators.Quick.Has(a.Key) || !Enum.GetNames<IndicatorAnswer>().Contains(a.Value))) throw new RuleBrokenException(Rule.CodesAreListed);
        var assessment = new Assessment(Id, Next, profile, answers, conclusion, on, nextReview, act);
        _assessments.Add(assessment);
        Record(new Assessed(Id, assessment.Id, on, nextReview, act));
    }

    /// <summary>The draft becomes a case (C2).</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.IntakeIsComplete"/> while a part is unanswered.</exception>
    public void Open(Act act)
    {
        if (Status != CaseStatus.Draft) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        if (Intake != IntakeParts.All) throw new RuleBrokenException(Rule.IntakeIsComplete);
        Status = CaseStatus.Open;
        OpenedAt = act.At;
        Record(new CaseOpened(Id, Facts.TreatedAsChild, Facts.AcuteNeed == true, act));
        ProtectIfChild(act);
    }

    /// <summary>
    /// Each child who came along may be exploited too, and has a case of its own: a draft that is linked to this one and knows already what is the same for both.
    /// Its consents, its safe contact and everything else are its own.
    /// </summary>
    /// <param name="references">The next numbers of the year, one for each child.</param>
    public IReadOnlyList<Case> StartForChildren(IReadOnlyList<string> references, Act act)
    {
        var ages = Facts.AccompanyingAges;
        return
        [
            .. references.Select((reference, n) =>
            {
                // The form asks which ages there are: they say the age of each child only where there are as many, or one for all.
                var child = Start(reference, act, Facts.OfChild(ages.Count == references.Count ? ages[n] : ages.Count == 1 ? ages[0] : null));
                _links.Add(new(Id, child.Id, LinkKind.Child, act));
                child._links.Add(new(child.Id, Id, LinkKind.CameWith, act));
                Record(new ChildCaseStarted(Id, child.Id, act));
                return child;
            }),
        ];
    }

    /// <summary>The signs did not hold (C4). A person with an initiated investigation is never ruled out.</summary>
    public void RuleOut(string reason, Act act)
    {
        Opened();
        if (reason.Trim().Length < 20) throw new RuleBrokenException(Rule.RulingOutIsExplained, ("least", 20));
        Identification = Identification switch
        {
            IdentificationStatus.Presumed => IdentificationStatus.RuledOut,
            var other => throw new RuleBrokenException(Rule.OnlyAPresumedPersonIsRuledOut, ("status", other)),
        };
        _reasons.Add(new(Id, Next, nameof(RuledOut), reason, act));
        Record(new RuledOut(Id, act));
    }

    /// <summary>The signs are back (C5).</summary>
    public void PutBack(string reason, Act act)
    {
        Opened();
        Explained(reason);
        Identification = Identification switch
        {
            IdentificationStatus.RuledOut => IdentificationStatus.Presumed,
            var other => throw new RuleBrokenException(Rule.OnlyARuledOutPersonIsPutBack, ("status", other)),
        };
        _reasons.Add(new(Id, Next, nameof(PutBack), reason, act));
        Record(new PresumedAgain(Id, act));
    }

    /// <summary>Ends the work (C6).</summary>
    /// <param name="referralsInTheAir">Referrals of this case that are sent or accepted and not ended.</param>
    /// <param name="permitsWaiting">Applications of this case that wait for a decision, whoever may read them.</param>
    /// <param name="returnsUnderWay">Returns of this case that are approved and not ended, whoever may read them.</param>
    public void Close(string because, int referralsInTheAir, Act act, int permitsWaiting = 0, int returnsUnderWay = 0)
    {
        Opened();
        if (returnsUnderWay > 0) throw new RuleBrokenException(Rule.ReturnsKeepTheCaseOpen, ("count", returnsUnderWay));
        if (permitsWaiting > 0) throw new RuleBrokenException(Rule.ApplicationsKeepTheCaseOpen, ("count", permitsWaiting));
        if (ChildTask is { IsOpen: true }) throw new RuleBrokenException(Rule.AChildTaskKeepsTheCaseOpen);
        if (referralsInTheAir > 0) throw new RuleBrokenException(Rule.OpenReferralsKeepTheCaseOpen, ("count", referralsInTheAir));
        if (!ClosingReasons.Contains(because)) throw new RuleBrokenException(Rule.CodesAreListed);
        Status = CaseStatus.Closed;
        ClosedBecause = because;
        ClosedOn = act.Day;
        Record(new CaseClosed(Id, because, act));
    }

    /// <summary>Takes the work up again while the case is kept (C7).</summary>
    public void Reopen(string reason, Act act)
    {
        if (Status != CaseStatus.Closed) throw new RuleBrokenException(Rule.OnlyAClosedCaseIsReopened, ("status", Status));
        Explained(reason);
        Status = CaseStatus.Open;
        ClosedBecause = null;
        ClosedOn = null;
        _reasons.Add(new(Id, Next, nameof(Reopen), reason, act));
        Record(new CaseReopened(Id, act));
    }

    public static IReadOnlyList<string> ClosingReasons { get; } =
    [
        "ASSISTANCE_COMPLETED", "RETURN_AND_MONITORING_ENDED", "INTEGRATED", "PERSON_WITHDREW", "LOST_CONTACT",
        "RULED_OUT", "TRANSFERRED", "DUPLICATE", "DECEASED",
    ];

    /// <summary>Adds a colleague of the actor's own organisation to the team.</summary>
    public void AddToTeam(UserId colleague, bool responsible, Act act)
    {
        if (Status == CaseStatus.Anonymised) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        if (ours.Any(m => m.UserId == colleague)) throw new RuleBrokenException(Rule.AColleagueIsAddedOnce);
        if (responsible) foreach (var member in ours) member.Answer(false);
        _team.Add(new(Id, colleague, responsible, act));
        Record(new TeamChanged(Id, colleague, "added", act));
    }

    /// <exception cref="RuleBrokenException"><see cref="Rule.TheTeamHasSomebodyResponsible"/> when nobody would be left.</exception>
    public void RemoveFromTeam(UserId colleague, Act act)
    {
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        var member = ours.SingleOrDefault(m => m.UserId == colleague) ?? throw new RuleBrokenException(Rule.TheTeamHasSomebodyResponsible);
        if (member.IsResponsible || ours.Count == 1) throw new RuleBrokenException(Rule.TheTeamHasSomebodyResponsible);
        member.Remove(act);
        Record(new TeamChanged(Id, colleague, "removed", act));
    }

    public void MakeResponsible(UserId colleague, Act act)
    {
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        if (ours.All(m => m.UserId != colleague)) throw new RuleBrokenException(Rule.TheTeamHasSomebodyResponsible);
        foreach (var member in ours) member.Answer(member.UserId == colleague);
        Record(new TeamChanged(Id, colleague, "responsible", act));
    }

    /// <summary>Somebody on the team is away: a colleague works with the person meanwhile.</summary>
    /// <param name="act">For the organisation of the two.</param>
    public void StandIn(UserId away, UserId deputy, Guid absence, Act act)
    {
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        if (ours.All(m => m.UserId != away) || ours.Any(m => m.UserId == deputy)) return;
        _team.Add(new(Id, deputy, responsible: false, act, absence));
        Record(new TeamChanged(Id, deputy, "stands-in", act));
    }

    /// <summary>Whoever stood in leaves the team: the other is back. Whoever came to answer for the case meanwhile, or is the last one there, stays.</summary>
    public void EndStandIn(Guid absence, Act act)
    {
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        foreach (var member in ours.Where(m => m.Absence == absence))
        {
            if (member.IsResponsible || ours.Count == 1)
            {
                member.Stay();
                continue;
            }
            member.Remove(act);
            Record(new TeamChanged(Id, member.UserId, "stood-in", act));
        }
    }

    /// <summary>The account of somebody on the team was closed. Somebody who is there answers for the case in their place.</summary>
    /// <param name="there">Of the organisation's team, those whose accounts work; not those who are away.</param>
    /// <param name="successor">Joins the team when nobody of it is there.</param>
    public void PassOn(UserId left, IReadOnlyCollection<UserId> there, UserId? successor, Act act)
    {
        var ours = _team.Where(m => m.OrganisationId == act.For && m.IsOnTeam).ToList();
        if (ours.SingleOrDefault(m => m.UserId == left) is not { } member) return;
        var next = ours.Where(m => m != member && there.Contains(m.UserId)).OrderBy(m => m.Absence is not null).ThenBy(m => m.AddedAt).FirstOrDefault();
        if (next is null)
        {
            // Nobody at all: the case stays with the closed account, and is passed on as soon as somebody can take it.
            if (successor is not { } joins) return;
            _team.Add(next = new(Id, joins, responsible: false, act));
            Record(new TeamChanged(Id, joins, "added", act));
        }
        next.Stay();
        if (member.IsResponsible)
        {
            member.Answer(false);
            next.Answer(true);
            Record(new TeamChanged(Id, next.UserId, "responsible", act));
        }
        member.Remove(act);
        Record(new TeamChanged(Id, left, "removed", act));
    }

    /// <summary>A colleague outside the team opens the case, with a reason; manager and auditor are told.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.BreakingTheGlassIsExplained"/></exception>
    public void BreakTheGlass(string reason, Act act)
    {
        if (reason.Trim().Length < 20) throw new RuleBrokenException(Rule.BreakingTheGlassIsExplained, ("least", 20));
        _breakGlass.Add(new(Id, reason, act));
        Record(new GlassBroken(Id, _breakGlass[^1].Id, act));
    }

    public void ReviewBreakGlass(Guid id, bool justified, Act act)
    {
        var glass = _breakGlass.Single(b => b.Id == id);
        if (glass.UserId == act.By) throw new RuleBrokenException(Rule.SomebodyElseReviewsABreakGlass);
        if (glass.ReviewedAt is not null) throw new RuleBrokenException(Rule.ABreakGlassIsReviewedOnce);
        glass.Review(justified, act);
        Record(new GlassReviewed(Id, id, justified, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    /// <summary>The revision that this act will have made.</summary>
    private int Next => _events.Count == 0 ? Revision + 1 : Revision;

    /// <summary>Every change ends here, so the revision moves even when only a child row does.</summary>
    private void Record(CaseEvent happened)
    {
        if (_events.Count == 0) Revision++;
        ChangedAt = happened.Act.At;
        _events.Add(happened);
    }

    private void Know(CaseFacts facts, IntakeParts part, Act act)
    {
        Writable();
        Replace(facts, act);
        Answered(part);
        Record(new FactsRecorded(Id, part, act));
    }

    private void Answered(IntakeParts part)
    {
        Intake |= part;
        _begun.RemoveAll(b => b.Part == part);
    }

    private void Replace(CaseFacts facts, Act act)
    {
        var version = new FactsVersion(Id, Next, facts, act);
        Keep(_factsVersions, version);
        FactsId = version.Id;
    }

    /// <summary>One act makes one version, its last word: the highest number alone says which is the latest.</summary>
    private static void Keep<T>(List<T> versions, T version) where T : CaseVersion
    {
        versions.RemoveAll(v => v.Number == version.Number);
        versions.Add(version);
    }

    private void Writable()
    {
        if (Status is not (CaseStatus.Draft or CaseStatus.Open)) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
    }

    private void Opened()
    {
        if (Status != CaseStatus.Open) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
    }

    private static void NotInTheFuture(DateOnly day, Act act)
    {
        if (day > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
    }

    private static void Explained(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
    }

    private static void Listed(CodeList list, IEnumerable<string> codes)
    {
        foreach (var code in codes) Listed(list, code);
    }

    private static string Listed(CodeList list, string code) => list.Has(code) ? code : throw new RuleBrokenException(Rule.CodesAreListed);
}
