using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Rights;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// A case of sw.malmo in which everything is written that can be: a canary in each field, and a part for everybody who can have one. Three of them stand at three points of
/// their story, so that each page is there in one of them, and each role is the recipient of each state of consent.
/// </summary>
/// <param name="number">0, 1 or 2: at which point it stands.</param>
internal sealed class EverythingCase(PathwayHost host, int number, ReturnStory home)
{
    private readonly List<Canary> _canaries = [];
    private readonly List<Share> _shares = [];
    private readonly Dictionary<string, List<string>> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _team = [];
    private readonly List<(string Letter, string Reader, string Writer)> _letters = [];

    public int Number => number;

    public CaseId Id { get; private set; }

    public IReadOnlyList<Canary> Canaries => _canaries;

    public IReadOnlyList<Share> Shares => _shares;

    /// <summary>The accounts on the teams of their organisations.</summary>
    public IReadOnlySet<string> Team => _team;

    /// <summary>Letters, the account that reads each in the system, and the account that writes it.</summary>
    public IReadOnlyList<(string Letter, string Reader, string Writer)> Letters => _letters;

    /// <summary>What stands for each parameter of an address.</summary>
    public IReadOnlyDictionary<string, List<string>> Addresses => _addresses;

    public DisclosureId Request { get; private set; }

    public ConsultationId Question { get; private set; }

    public ClaimId Claim { get; private set; }

    /// <summary>When somebody broke the glass; null before.</summary>
    public DateTimeOffset? GlassUntil { get; private set; }

    private static DataGroups Everything => DataGroups.Consentable;

    private string Prefix => $"Q{(char)('a' + number)}x";

    public ConsentStory StoryOf(int slot) => (ConsentStory)(number * Cast.Slots + slot);

    /// <summary>The first day: everything up to the point at which some consents are taken back and others run out.</summary>
    public async Task BeginAsync()
    {
        Id = await host.OpenCaseAsync(Cast.Lead, (c, act) => Write(c, act, ""));
        Know("caseId", Id);
        await ShareAsync(Cast.Lead, Reach.OfLead(Role.SocialWorker), onTeam: true);
        await PlanAsync();
        await ProtectAsync();
        await InvestigateAsync();
        await ReferAsync();
        await ApplyAsync();
        if (number == 1) await ReviewPlansAsync();
        await ClaimAsync();
        await AskForDisclosureAsync();
        await MatchAsync();
        await ConsultAsync();
        await ReturnAsync();
        await GroundsAsync();
        await NoteAsync();
    }

    /// <summary>A case in which nothing but a return is written.</summary>
    public async Task BeginReturnAsync()
    {
        Id = await host.OpenCaseAsync(Cast.Lead, (c, act) => Write(c, act, ""));
        Know("caseId", Id);
        await ShareAsync(Cast.Lead, Reach.OfLead(Role.SocialWorker), onTeam: true);
        await ReturnAsync();
    }

    /// <summary>The next day: what ended has ended, and more is written.</summary>
    public async Task EndAsync()
    {
        for (var slot = 0; slot < Cast.Slots; slot++)
            foreach (var (role, _) in Cast.Recipients)
                if (StoryOf(slot) == ConsentStory.Withdrawn) await WithdrawAsync(Cast.Recipient(role, slot));
                else if (StoryOf(slot) == ConsentStory.Expired) await EndsAsync(Cast.Recipient(role, slot), SwedishCalendar.StartOf(SwedishCalendar.DayOf(host.Clock.GetUtcNow())).AddMicroseconds(-1));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var lead = Cast.Lead;
        if (number == 2) lead = await TransferAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.OnAsync(lead, Id, (c, act) => Write(c, act, "late"));
        if (number == 2) return;
        var glass = await host.DoAsync(Cast.ThroughGlass, async doing =>
        {
            var c = await doing.CaseAsync(Id);
            c.BreakTheGlass($"{Put("glass", DataGroup.AnswersForCase, "why the glass was broken", only: [Cast.Manager])} somebody has to reach her tonight", doing.Act);
            GlassUntil = doing.Act.At + BreakGlass.Lasts;
            return c.BreakGlass.Single().Id;
        });
        Know("glassId", glass);
    }

    /// <summary>What an account is to the case, by the domain alone; null when it does not exist for it.</summary>
    public Viewer? Sees(string account, Actor actor, DateTimeOffset at, out DateTimeOffset until)
    {
        var mine = _shares.Where(s => s.Organisation == actor.Organisation).ToList();
        until = DateTimeOffset.MaxValue;
        if (mine.Count == 0) return null;
        var live = mine.Where(s => s.Until >= at).ToList();
        var groups = (live.Count > 0 ? live : mine).Aggregate(DataGroups.None, (all, s) => all | s.Groups);
        if (live.Count == 0) until = mine.Max(s => s.Until);
        var onTeam = _team.Contains(account);
        var standing = new Standing
        {
            CaseId = Id,
            Reference = "",
            Groups = groups,
            Relation = (live.Count > 0, groups.Has(DataGroup.AnswersForCase), onTeam) switch
            {
                (false, _, true) => Relation.Former,
                (false, _, false) => Relation.FormerColleague,
                (true, true, true) => Relation.LeadTeam,
                (true, true, false) => Relation.LeadColleague,
                (true, false, true) => Relation.PartTeam,
                (true, false, false) => Relation.PartColleague,
            },
            GlassUntil = account == Cast.ThroughGlass ? GlassUntil : null,
        };
        return new(actor, standing, at) { IdentityShown = true, HealthShown = true };
    }

    private string Put(string name, DataGroup group, string field, string[]? only = null, string[]? also = null, Desk desk = Desk.Case, string? clear = null)
    {
        var word = Prefix + name;
        _canaries.Add(new(word, group, field, host.Clock.GetUtcNow(), only, also ?? [], desk) { ClearBecause = clear });
        return word;
    }

    private void Know<T>(string parameter, T value) where T : notnull
    {
        if (!_addresses.TryGetValue(parameter, out var values)) _addresses[parameter] = values = [];
        if (!values.Contains(value.ToString()!)) values.Add(value.ToString()!);
    }

    private async Task ShareAsync(string account, DataGroups groups, bool onTeam, DateTimeOffset? until = null)
    {
        _shares.Add(new(await host.OrganisationAsync(account), groups, host.Clock.GetUtcNow(), until ?? DateTimeOffset.MaxValue));
        if (onTeam) _team.Add(account);
    }

    private async Task EndsAsync(string account, DateTimeOffset at)
    {
        var organisation = await host.OrganisationAsync(account);
        for (var i = 0; i < _shares.Count; i++)
            if (_shares[i].Organisation == organisation) _shares[i] = _shares[i] with { Until = at };
    }

    /// <summary>Who the person is, how to reach them, what happened, and their health.</summary>
    /// <param name="late">What the words of the second day end with.</param>
    private void Write(Case to, Act act, string late)
    {
        string W(string name, DataGroup group, string field) => Put(name + late, group, field);
        to.RecordIdentity(new()
        {
            GivenName = W("given", DataGroup.Identity, "given name"),
            FamilyName = W("family", DataGroup.Identity, "family name"),
            Alias = W("alias", DataGroup.Identity, "alias"),
            PersonalNumber = late.Length == 0 && number < 3 ? Digits(((string[])["189001019802", "189002029826", "189003139848"])[number], "personal number") : null,
            BirthDate = new(1990, 1, 1),
            Nationalities = ["RO"],
            DossierNumber = W("dossier", DataGroup.Identity, "dossier number"),
            MigrationAgencyContact = W("officer", DataGroup.Identity, "contact at the agency"),
            Documents = [new("Passport", W("passport", DataGroup.Identity, "passport number"), "RO", "Exploiter")],
        }, "NONE", act);
        to.RecordSafeContact(new()
        {
            Direct = "Yes",
            Phone = late.Length == 0 ? Digits($"+4670174063{number}", "telephone") : null,
            Email = W("mail", DataGroup.SafeContact, "e-mail") + "@sample.example",
            MessagingApp = W("app", DataGroup.SafeContact, "messaging"),
            InPerson = W("place", DataGroup.SafeContact, "in person"),
            TrustedPerson = W("trusted", DataGroup.SafeContact, "trusted person"),
            SafeTimes = W("times", DataGroup.SafeContact, "safe times"),
            WordsToUse = W("words", DataGroup.SafeContact, "words to use"),
            WordsNeverToUse = W("never", DataGroup.SafeContact, "words never to use"),
            WhoMayAnswer = W("answers", DataGroup.SafeContact, "who may answer"),
            CodeWord = W("code", DataGroup.SafeContact, "code word"),
            DeviceWatched = "Unknown",
            LastCheckedOn = act.Day,
        }, act);
        to.RecordExploitation("THB", ["SEXUAL"], [], new() { Description = W("story", DataGroup.Narrative, "description"), Countries = ["SE"] }, act);
        to.RecordHealth(new() { Pregnant = "No", UrgentNeed = "Yes", Disability = "Unknown", Note = W("health", DataGroup.Health, "health note") }, act);
        to.Assess("ILO11", new Dictionary<string, string> { ["ILO1"] = "Yes" }, W("conclusion", DataGroup.Narrative, "conclusion"), act.Day, null, act);
        if (late.Length > 0) return;
        to.RuleOut($"{W("ruledout", DataGroup.Narrative, "why ruled out")} nothing of it was confirmed by anybody", act);
        to.PutBack(W("putback", DataGroup.Narrative, "why put back"), act);
        to.Close("LOST_CONTACT", 0, act);
        to.Reopen(W("reopened", DataGroup.Narrative, "why reopened"), act);
    }

    private string Digits(string number, string field)
    {
        var digits = number.TrimStart('+');
        _canaries.Add(new(number.StartsWith('+') ? digits : digits[..8], number.StartsWith('+') ? DataGroup.SafeContact : DataGroup.Identity, field, host.Clock.GetUtcNow(), null, [], Desk.Case));
        return number;
    }

    /// <summary>A plan of assistance with a cost, one for integration, and where the person stays, with a grant.</summary>
    private async Task PlanAsync()
    {
        var lead = await host.ActorAsync(Cast.Lead);
        await host.OnAsync(Cast.Lead, Id, (to, act) =>
        {
            var plan = to.DraftPlan(new(act.By, act.Day, act.Day.AddDays(30), Put("goals", DataGroup.Plan, "goals")), act);
            var item = to.AddPlanItem(plan.Id, new()
            {
                Service = "ACCOMMODATION",
                Providers = [act.For],
                Details = new()
                {
                    Need = Put("need", DataGroup.Plan, "need"), OtherProvider = Put("provider", DataGroup.Plan, "other provider"),
                    DecisionReference = Put("decision", DataGroup.Plan, "reference of a decision"), Notes = Put("itemnotes", DataGroup.Plan, "note of a service"),
                },
                From = act.Day,
                CostCentre = Put("centre", DataGroup.Costs, "cost centre"),
            }, act);
            Know("planId", plan.Id);
            Know("letter", LetterOrder.PathOf(LetterKind.Plan, plan.Id.Value));
            to.DeliverLetter(new()
            {
                Kind = LetterKind.Plan, Source = plan.Id.Value, Way = DeliveryWay.HandedOver, On = act.Day, Language = "sv", Template = 0, Groups = DataGroups.None,
                Receiver = Put("clerk", DataGroup.Consents, "who took a letter", only: [Cast.Lead]),
            }, act);
            Know("itemId", item.Id);
            var integration = to.DraftIntegration(new(act.By, act.Day, Put("bakery", DataGroup.Plan, "goals of integration")), act);
            var component = to.AddComponent(integration.Id, new()
            {
                Component = PublicIntegration.NgoPlan,
                By = ComponentProvider.Ngo,
                Details = new() { OtherProvider = Put("teacher", DataGroup.Plan, "provider of a component"), Notes = Put("school", DataGroup.Plan, "note of a component") },
                From = act.Day,
            }, act);
            Know("integrationId", integration.Id);
            Know("componentId", component.Id);
            if (number == 0) to.ProposePlan(plan.Id, act);
            to.RecordAddress(new(Put("street", DataGroup.Whereabouts, "address", only: []), Put("door", DataGroup.Whereabouts, "note of the address", only: [])), act);
        });
        await host.DoAsync(Cast.Manager, async doing =>
        {
            var found = await doing.CaseAsync(Id, CaseParts.Addresses);
            found.GrantAddress(new(lead.User, lead.Person, doing.Actor.Person, true, doing.Act.Day.AddDays(60), Put("grant", DataGroup.Whereabouts, "why somebody may read the address", only: [Cast.Manager])), doing.Act);
        });
    }

    /// <summary>The plans have been answered and gone through.</summary>
    private async Task ReviewPlansAsync()
    {
        var (plan, integration) = (PlanId.Parse(_addresses["planId"][0], null), IntegrationPlanId.Parse(_addresses["integrationId"][0], null));
        var (item, component) = (Guid.Parse(_addresses["itemId"][0]), Guid.Parse(_addresses["componentId"][0]));
        PersonsAnswer Answer(string of, Act act) => new()
        {
            Agrees = true, On = act.Day, Language = "en", Method = "ORAL_INTERPRETER",
            Notes = new() { Guardian = Put($"{of}guardian", DataGroup.Plan, $"guardian who answered the {of}"), ChildsView = Put($"{of}view", DataGroup.Plan, $"child's view of the {of}") },
        };
        Action<Case, Act>[] steps =
        [
            (c, act) => c.ProposePlan(plan, act),
            (c, act) => c.AnswerPlan(plan, Answer("plan", act), act),
            (c, act) => c.RecordService(plan, item, ItemStatus.Ongoing, act.Day, null, act),
            (c, act) => c.ActivatePlan(plan, act),
            (c, act) => c.AnswerIntegration(integration, Answer("integration", act), act),
            (c, act) => c.BeginIntegration(integration, act),
            (c, act) => c.EndComponent(integration, component, act.Day, Put("learned", DataGroup.Plan, "outcome of a component"), act),
            (c, act) => c.EndIntegration(integration, completed: true, Put("integrated", DataGroup.Plan, "why integration ended"), act),
            (c, act) => c.RecordService(plan, item, ItemStatus.Cancelled, act.Day, Put("servicegone", DataGroup.Plan, "why a service was not given"), act),
            (c, act) => c.EndPlan(plan, completed: true, Put("planended", DataGroup.Plan, "why the plan ended"), act),
            (c, act) =>
            {
                var next = c.DraftPlan(new(act.By, act.Day, act.Day.AddDays(30), null), act);
                Know("planId", next.Id);
                Know("itemId", c.AddPlanItem(next.Id, new() { Service = "ACCOMMODATION", Providers = [act.For], Details = new() { Need = "A room of her own." }, From = act.Day }, act).Id);
            },
        ];
        foreach (var step in steps)
            await host.DoAsync(Cast.Lead, async doing => step(await doing.CaseAsync(Id, CaseParts.Plans | CaseParts.Integrations), doing.Act));
    }

    /// <summary>The person may be a child: the lead reports to Umeå, which assesses.</summary>
    private async Task ProtectAsync()
    {
        var umea = await host.OrganisationAsync("sw.umea");
        await host.OnAsync(Cast.Lead, Id, (c, act) =>
        {
            c.RecordPerson(new() { Gender = "F", AgeGroup = IntakeFacts.Uncertain, AgeUncertain = true, Unaccompanied = "Yes", Languages = ["en"] }, act);
            c.ReportConcern(new(umea, true, act.At, Put("concern", DataGroup.Narrative, "report of concern"), TellMe: true), OrganisationKind.Municipality, act);
            c.ProtectChild(ChildStepKind.GuardianAppointed, new() { On = act.Day, Outcome = ChildOutcome.GodMan, Note = Put("godman", DataGroup.Narrative, "who represents the child") }, act);
            c.ProtectChild(ChildStepKind.Heard, new() { On = act.Day, Outcome = ChildOutcome.Spoke, Note = Put("heard", DataGroup.Narrative, "what the child said") }, act);
        });
        await host.DoAsync("sw.umea", async doing =>
        {
            var c = await doing.CaseAsync(Id, CaseParts.Children);
            c.TakeOn(doing.Act);
            c.ProtectChild(ChildStepKind.Assessed, new() { On = doing.Act.Day, Outcome = ChildOutcome.NoneNow, Note = Put("assessment", DataGroup.Narrative, "protection assessment", only: ["sw.umea"]) }, doing.Act);
        });
        await ShareAsync("sw.umea", Reach.OfChildReport, onTeam: true);
        foreach (var step in new[] { "placement", "tracing", "heard" }) Know("step", step);
    }

    /// <summary>The police take part with consent and lead an investigation; another unit is only named in a report.</summary>
    private async Task InvestigateAsync()
    {
        var form = await host.DoAsync(Cast.Lead, async doing =>
            (await doing.CaseAsync(Id)).AttachForm(Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Put("form", DataGroup.Consents, "signed form")}\n%%EOF"), doing.Act).Id);
        Know("attachmentId", form);
        await host.OnAsync(Cast.Lead, Id, (c, act) =>
        {
            foreach (var (kind, name, of) in new[] { (AttachmentKind.OtherDocument, "letter", "a document"), (AttachmentKind.AuthorityDecision, "grantedto", "a decision"), (AttachmentKind.IdentityDocument, "passportcopy", "an identity document"), (AttachmentKind.MedicalCertificate, "certificate", "a medical certificate") })
            {
                var group = AttachmentKinds.GroupOf(kind);
                Know("documentId", c.AddDocument(kind, Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Put(name, group, $"what stands in {of}")}\n%%EOF"), act.Day, Put($"{name}note", group, $"note of {of}"), act).Id);
            }
        });
        var groups = await AcceptedAsync("il.polis", OrganisationKind.Police, form);
        var investigation = await host.DoAsync("il.polis", async doing =>
        {
            var c = await doing.CaseAsync(Id);
            var begun = c.InitiateInvestigation(null, new()
            {
                LeaderKind = LeaderKind.Police,
                Organisation = OrganisationKind.Police,
                AuthorityUnit = Put("unit", DataGroup.Investigation, "unit", clear: Clear),
                LeaderName = Put("leader", DataGroup.Investigation, "leader", clear: Clear),
                ReferenceNumber = Put("reference", DataGroup.Investigation, "reference number", clear: Clear),
                Offences = ["BRB_4_1A"],
                On = doing.Act.Day,
                ReasonToAssume = true,
            }, doing.Act);
            begun.Discontinue(doing.Act.Day, Put("discontinued", DataGroup.Investigation, "why an investigation stopped"), doing.Act);
            begun.Resume(doing.Act.Day, doing.Act);
            return begun.Id;
        });
        Know("investigationId", investigation);
        await ShareAsync("il.polis", groups | Reach.OfInvestigation, onTeam: true);

        var named = await host.OrganisationAsync(Cast.Named);
        var covered = DataGroups.None;
        await host.OnAsync(Cast.Lead, Id, (c, act) =>
        {
            c.GiveConsent(Terms(named, OrganisationKind.Police, Purposes.Referral, act), act);
            covered = c.CoveredFor(named, act.At);
        });
        await host.OnAsync(Cast.Lead, Id, (c, act) => c.ReportToPolice(act.Day, Put("receiving", DataGroup.Investigation, "unit that got the report", also: [Cast.Lead], clear: Clear), named, null, act));
        await ShareAsync(Cast.Named, Reach.OfRecipient(Role.InvestigationLeader, covered, healthIsNamed: true), onTeam: false);
    }

    private const string Clear = "names an authority, not the person, and is looked up when the same investigation is recorded twice";

    private ConsentTerms Terms(OrganisationId recipient, OrganisationKind kind, string purpose, Act act, DateOnly? until = null, AttachmentId? form = null) => new()
    {
        Recipient = recipient,
        RecipientKind = kind,
        Purpose = purpose,
        Groups = Everything,
        DecidedOn = act.Day,
        ValidUntil = until,
        Method = "ORAL_WITNESSED",
        Language = "en",
        FullyInformed = true,
        Form = form,
        Notes = Notes(recipient, purpose),
    };

    private ConsentNotes Notes(OrganisationId recipient, string purpose)
    {
        var of = $"{purpose}{recipient.ToString()[^6..]}".Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return new()
        {
            Witness = Put($"witness{of}", DataGroup.Consents, "witness of a consent"), Guardian = Put($"guardian{of}", DataGroup.Consents, "guardian who consented"),
            ChildsOpinion = Put($"opinion{of}", DataGroup.Consents, "child's opinion of a consent"),
        };
    }

    /// <summary>Each role at each slot comes as far as the story says; besides, one referral is completed, one is a draft, and one is answered by telephone.</summary>
    private async Task ReferAsync()
    {
        for (var slot = 0; slot < Cast.Slots; slot++)
            foreach (var (role, kind) in Cast.Recipients) await TellAsync(StoryOf(slot), Cast.Recipient(role, slot), role, kind);

        var completed = await AcceptedAsync(Cast.Completed, OrganisationKind.Lawyer);
        await ShareAsync(Cast.Completed, completed, onTeam: true);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DoAsync(Cast.Completed, async doing =>
        {
            var (referral, lawyer) = (_lastReferral, doing.Actor.Organisation);
            (await doing.Db.Referrals.SingleAsync(r => r.Id == referral)).Complete(Put("outcome", DataGroup.Consents, "outcome of a referral", only: [Cast.Lead, Cast.Completed]), doing.Act.Day, doing.Act);
        });
        await EndsAsync(Cast.Completed, host.Clock.GetUtcNow());

        var told = await ReferAsync(Cast.Silent, OrganisationKind.Municipality, only: [Cast.Lead]);
        if (number > 0)
            await host.DoAsync(Cast.Lead, async doing => (await doing.CaseAsync(Id)).Referrals.Single(r => r.Id == told).RecordAnswer(new()
            {
                Accepted = true, Way = AnswerWay.Telephone, On = doing.Act.Day,
                Answer = new() { Function = Put("function", DataGroup.Consents, "who answered by telephone", only: [Cast.Lead]), Responsible = Put("responsible", DataGroup.Consents, "who is responsible, as told", only: [Cast.Lead]), Phone = Put("toldphone", DataGroup.Consents, "how to reach them", only: [Cast.Lead]) },
            }, recipientHasAccounts: false, doing.Act));
        Know("referralId", told);
        Know("recipientId", Cast.Silent);
        if (number == 0) Know("referralId", await ReferAsync(Cast.Silent, OrganisationKind.Municipality, only: [Cast.Lead], send: false));
    }

    private ReferralId _lastReferral;

    private async Task TellAsync(ConsentStory story, string account, Role role, OrganisationKind kind)
    {
        var recipient = await host.OrganisationAsync(account);
        switch (story)
        {
            case ConsentStory.NobodyAsked:
                return;
            case ConsentStory.Refused:
                await host.OnAsync(Cast.Lead, Id, (c, act) => c.RefuseConsent(Terms(recipient, kind, Purposes.Referral, act), act));
                return;
            case ConsentStory.Given:
                await host.OnAsync(Cast.Lead, Id, (c, act) => c.GiveConsent(Terms(recipient, kind, Purposes.Referral, act), act));
                return;
            case ConsentStory.LegalGround:
                await host.DoAsync(Cast.Manager, async doing => (await doing.CaseAsync(Id)).RecordLegalGround(recipient, kind, "CRIME_SERIOUS", Everything, doing.Act.Day.AddDays(30), GroundReason(account), byManager: true, doing.Act));
                break;
            default:
                await host.OnAsync(Cast.Lead, Id, (c, act) => c.GiveConsent(Terms(recipient, kind, Purposes.Referral, act, story == ConsentStory.Expired ? act.Day : null), act));
                if (story == ConsentStory.Accepted) await host.OnAsync(Cast.Lead, Id, (c, act) => c.GiveConsent(Terms(recipient, kind, Purposes.ShareHealth, act), act));
                break;
        }
        var referral = await ReferAsync(recipient, kind, only: story is ConsentStory.ReferralSent or ConsentStory.Declined ? [Cast.Lead] : [Cast.Lead, account]);
        if (role == Role.NgoWorker) Know("referralId", referral);
        // One of each is walked through by everybody; what stands in all of them is looked at beside.
        if (role == Role.NgoWorker) Know("letter", LetterOrder.PathOf(LetterKind.ReferralSheet, referral.Value));
        if (story is ConsentStory.Accepted or ConsentStory.LegalGround)
            foreach (var (letter, of) in new[] { (LetterKind.ReferralSheet, referral.Value), (LetterKind.DisclosureExtract, recipient.Value) }) _letters.Add((LetterOrder.PathOf(letter, of), account, Cast.Lead));
        switch (story)
        {
            case ConsentStory.ReferralSent:
                return;
            case ConsentStory.Declined:
                await host.DoAsync(account, async doing => (await doing.Db.Referrals.SingleAsync(r => r.Id == referral))
                    .Decline("OTHER", Put($"declined{account[5..]}", DataGroup.Consents, "why a referral was declined", only: [Cast.Lead, account]), doing.Act));
                return;
            default:
                await TakeAsync(account, referral);
                await ShareAsync(account, Received(role), onTeam: true);
                return;
        }
    }

    private string GroundReason(string account) => Put($"ground{account.Replace(".", "", StringComparison.Ordinal)}", DataGroup.Consents, "reason of a legal ground");

    private async Task<DataGroups> AcceptedAsync(string account, OrganisationKind kind, AttachmentId? form = null)
    {
        var recipient = await host.OrganisationAsync(account);
        await host.OnAsync(Cast.Lead, Id, (c, act) => c.GiveConsent(Terms(recipient, kind, Purposes.Referral, act, form: form), act));
        _lastReferral = await ReferAsync(recipient, kind, only: [Cast.Lead, account]);
        await TakeAsync(account, _lastReferral);
        return Received(OrganisationKinds.CaseRoleOf(kind)!.Value);
    }

    private DataGroups Received(Role role) => Reach.OfRecipient(role, _covered, healthIsNamed: true);

    private Task<ReferralId> ReferAsync(OrganisationId recipient, OrganisationKind kind, string[] only, bool send = true) => host.DoAsync(Cast.Lead, async doing =>
    {
        var c = await doing.CaseAsync(Id);
        if (c.CoveredFor(recipient, doing.Act.At).IsEmpty) c.GiveConsent(Terms(recipient, kind, Purposes.Referral, doing.Act), doing.Act);
        _covered = c.CoveredFor(recipient, doing.Act.At);
        var draft = c.DraftReferral(new()
        {
            Recipient = recipient, RecipientKind = kind, Kind = ReferralKind.Service, Service = "ACCOMMODATION", Urgency = Urgency.Normal, Groups = _covered,
            Message = Put($"message{_messages++}", DataGroup.Consents, "message of a referral", only: only),
        }, doing.Act);
        await doing.Db.SaveChangesAsync();
        if (send) c.SendReferral(draft.Id, dangerAcknowledged: false, doing.Act);
        return draft.Id;
    });

    /// <summary>What the domain lets the latest referral carry.</summary>
    private DataGroups _covered;

    private int _messages;

    private Task TakeAsync(string account, ReferralId referral) => host.DoAsync(account, async doing =>
        await new Acceptance(doing.Db, doing.Cases).AcceptAsync(await doing.Db.Referrals.SingleAsync(r => r.Id == referral), doing.Act.By, doing.Act.Day, doing.Act, default));

    private async Task WithdrawAsync(string account)
    {
        var recipient = await host.OrganisationAsync(account);
        await host.OnAsync(Cast.Lead, Id, (c, act) => c.WithdrawConsent(recipient, Purposes.Referral, act.Day, Put($"withdrawn{account[5..]}", DataGroup.Consents, "why a consent was taken back"), c.Referrals, act));
        await EndsAsync(account, host.Clock.GetUtcNow());
    }

    private async Task<string> TransferAsync()
    {
        var haven = await host.OrganisationAsync(Cast.NewLead);
        await host.OnAsync(Cast.Lead, Id, (c, act) => c.GiveConsent(Terms(haven, OrganisationKind.Ngo, Purposes.Referral, act), act));
        var transfer = await host.DoAsync(Cast.Lead, async doing =>
        {
            var c = await doing.CaseAsync(Id);
            var draft = c.DraftReferral(new() { Recipient = haven, RecipientKind = OrganisationKind.Ngo, Kind = ReferralKind.Transfer, Service = "ACCOMMODATION", Urgency = Urgency.Normal, Groups = c.CoveredFor(haven, doing.Act.At) }, doing.Act);
            await doing.Db.SaveChangesAsync();
            c.SendReferral(draft.Id, dangerAcknowledged: false, doing.Act);
            return draft.Id;
        });
        await TakeAsync(Cast.NewLead, transfer);
        await EndsAsync(Cast.Lead, host.Clock.GetUtcNow());
        // What the former lead wrote of health follows only where the person agreed to it.
        await ShareAsync(Cast.NewLead, Reach.OfLead(Role.NgoWorker).Without(DataGroup.Health), onTeam: true);
        return Cast.NewLead;
    }

    /// <summary>One application waits, one is granted and asked to be longer with another begun beside it, one is refused.</summary>
    private async Task ApplyAsync()
    {
        var agency = await host.OrganisationAsync("ma.tillstand");
        string[] both = ["il.polis", "ma.tillstand"];
        string P(string name, string field) => Put(name, DataGroup.Migration, field, also: both);
        var permit = await host.DoAsync("il.polis", async doing =>
        {
            var c = await doing.CaseAsync(Id, CaseParts.Investigations | CaseParts.Permits);
            Condition Met(string of) => new(true, doing.Act.Day, P($"{of}why", $"condition of a permit: {of}"));
            PermitForm Form(string of) => new()
            {
                Investigation = c.Investigations.Single(i => i.WasInitiated).Id, Wanted = true, WantedOn = doing.Act.Day, WantedIn = "en", Needed = Met($"{of}needed"), Cooperates = Met($"{of}cooperates"), TiesBroken = Met($"{of}ties"),
                NothingAgainst = Met($"{of}nothing"), InSweden = true, AddressForService = P($"{of}service", "address for service"), IdentityDocuments = P($"{of}documents", "identity documents of an application"), DeemedNecessary = P($"{of}deemed", "why no reflection period"),
            };
            var asked = c.DraftPermit(PermitKind.ReflectionPeriod, agency, OrganisationKind.MigrationAgency, Form("rp"), ReflectionPeriodRuleSet.Guide, doing.Act).Id;
            c.SubmitPermit(asked, doing.Act.Day, "Form", ReflectionPeriodRuleSet.Guide, doing.Act);
            Know("permitId", asked);
            Know("letter", LetterOrder.PathOf(LetterKind.ReflectionPeriod, asked.Value));
            if (number == 1)
            {
                var draft = c.DraftPermit(PermitKind.TemporaryPermit, agency, OrganisationKind.MigrationAgency, Form("trp"), ReflectionPeriodRuleSet.Guide, doing.Act).Id;
                c.RecordDialogue(draft, DialogueWith.Person, doing.Act.Day, P("dialogue", "note of a dialogue"), doing.Act);
                Know("permitId", draft);
                Know("letter", LetterOrder.PathOf(LetterKind.TemporaryPermit, draft.Value));
                Know("what", draft);
            }
            return asked;
        });
        Know("what", number == 0 ? "reflection-period" : "temporary-permit");
        if (number == 0) await host.OnAsync(Cast.Lead, Id, (c, act) => c.RegisterAsylum(act.Day, act));
        await host.DoAsync("ma.tillstand", async doing =>
        {
            var c = await doing.CaseAsync(Id, CaseParts.Permits);
            c.TakeOn(doing.Act);
            await doing.Db.SaveChangesAsync();
            if (number == 1) c.GrantPermit(permit, new(doing.Act.Day, doing.Act.Day, doing.Act.Day.AddDays(29), "MIG-1"), doing.Act);
            if (number == 2) c.RefusePermit(permit, doing.Act.Day, P("refused", "why a permit was refused"), doing.Act);
        });
        await ShareAsync("ma.tillstand", Reach.OfApplication, onTeam: true);
        if (number == 1)
            await host.DoAsync("il.polis", async doing => (await doing.CaseAsync(Id, CaseParts.Investigations | CaseParts.Permits)).ExtendPermit(permit, doing.Act.Day, doing.Act.Day.AddDays(59), P("longer", "reasons for more time") + " a witness has to be heard again abroad", true, doing.Act));
    }

    /// <summary>A claim for costs: begun, handed in, decided.</summary>
    private async Task ClaimAsync()
    {
        var agency = await host.OrganisationAsync("ma.tillstand");
        Claim = await host.DoAsync(Cast.Lead, async doing =>
        {
            var c = await doing.CaseAsync(Id);
            var begun = c.BeginClaim(new(2025, 4), new(new(2025, 10, 6), null), [], agency, OrganisationKind.MigrationAgency, doing.Act);
            doing.Db.Claims.Add(begun);
            string[] readers = number == 0 ? [Cast.Lead] : [Cast.Lead, "ma.tillstand", "ma.mottagning"];
            begun.AddCost(new(CostKind.Intervention, new(2025, 10, 6), new(2025, 10, 9), 77_123_456.70m + number, Put("costnote", DataGroup.Costs, "note of a cost", only: readers, desk: Desk.Claim)), doing.Act);
            _canaries.Add(new($"7712345{6 + number}.70", DataGroup.Costs, "amount of a cost", doing.Act.At, readers, [], Desk.Claim) { ClearBecause = "an amount is added up by the database, and names nobody" });
            return begun.Id;
        });
        Know("claimId", Claim);
        if (number > 0) await host.DoAsync(Cast.Lead, async doing => (await doing.Db.Claims.Include(k => k.Costs).SingleAsync(k => k.Id == Claim)).Submit(doing.Act));
        if (number == 2)
            await host.DoAsync("ma.tillstand", async doing => (await doing.Db.Claims.Include(k => k.Costs).SingleAsync(k => k.Id == Claim))
                .Decide(doing.Act.Day, 1000m, "MIG-2", Put("claimreason", DataGroup.Costs, "reason of a decision on costs", only: [Cast.Lead, "ma.tillstand", "ma.mottagning"], desk: Desk.Claim), doing.Act));
    }

    /// <summary>Another case may concern the same person: this one is the lead's to ask about.</summary>
    private async Task MatchAsync()
    {
        Know("matchId", await host.LookAsync(async db =>
        {
            var match = PersonMatch.Find(Id, Act.BySystem(await host.OrganisationAsync(Cast.Lead), host.Clock.GetUtcNow()));
            db.Add(match);
            db.Add(new MatchAsker(match.Id, Id));
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
            return match.Id;
        }));
    }

    /// <summary>A request for disclosure, in the asker's words and the holder's.</summary>
    private async Task AskForDisclosureAsync()
    {
        var malmo = await host.OrganisationAsync(Cast.Lead);
        string[] both = ["il.polis", Cast.Manager];
        string R(string name, string field, string[] only) => Put(name, DataGroup.Narrative, field, only, desk: Desk.Request);
        Request = await host.DoAsync("il.polis", async doing =>
        {
            var asked = DisclosureRequest.Ask(await doing.Db.NextDisclosureReferenceAsync(doing.Act.At, default), new(DisclosureDesk.ContactRequest, doing.Act.Day, new()
            {
                Officer = R("askofficer", "officer who asks", both), Contact = R("askcontact", "how the officer is reached", both), OwnReference = R("askreference", "the asker's own number", both),
                About = R("about", "whom a request is about", both), Asked = R("asked", "what is asked", both),
            }), malmo, OrganisationKind.Municipality, doing.Act);
            doing.Db.Disclosures.Add(asked);
            return asked.Id;
        });
        Know("disclosureId", Request);
        if (number == 0) return;
        await host.DoAsync(Cast.Manager, async doing =>
        {
            var found = (await doing.Db.DisclosureAsync(Request, doing.Sealer, default))!;
            found.Assess(doing.Act);
            await doing.Db.SaveChangesAsync();
            found.Link(Id, doing.Act);
            if (number == 2)
                found.Decide(new(DisclosureStatus.PartlyGranted, R("reasons", "reasons of a decision on disclosure", [Cast.Manager]), R("handed", "what was handed over", [Cast.Manager]), R("reply", "answer to a request", both)), doing.Act);
        });
    }

    /// <summary>A question about nobody in particular: begun, taken on, answered. It belongs to no case.</summary>
    private async Task ConsultAsync()
    {
        // A draft is its author's alone; what is asked is read by the author's organisation and by those who answer.
        string[] readers = number == 0 ? [Cast.Lead] : [Cast.Lead, Cast.Manager, Cast.Colleague, Cast.ThroughGlass, "nc.jamy"];
        string Q(string name, string field) => Put(name, DataGroup.Consultations, field, readers, desk: Desk.Consultation).ToLowerInvariant();
        Question = await host.DoAsync(Cast.Lead, async doing =>
        {
            var begun = Consultation.Begin(await doing.Db.NextConsultationReferenceAsync(doing.Act.At, default), doing.Act);
            doing.Db.Add(begun);
            ConsultationTerms terms = new()
            {
                Type = QuestionType.Protection, AskedOf = AskedOf.National, Region = CoordinationRegion.Syd, AgeGroup = "25-34", Gender = "F", WorldRegion = WorldRegion.Africa, ExploitationType = "SEXUAL", StayClass = StayClass.HasNoRightToStay,
                Question = $"who answers for housing in {Q("question", "question of a consultation")} during the first days",
            };
            if (number == 0) begun.Save(terms, namesOwnCase: false, doing.Act);
            else begun.Submit(terms, namesOwnCase: false, doubtChecked: true, doing.Act);
            return begun.Id;
        });
        Know("consultationId", Question);
        if (number < 2) return;
        await host.DoAsync("nc.jamy", async doing =>
        {
            var found = (await doing.Db.ConsultationAsync(Question, doing.Act.For, doing.Sealer, default)).Found!;
            found.TakeOn(null, doing.Act);
            await doing.Db.SaveChangesAsync();
            found.GiveAnswer($"the municipality of stay answers for {Q("advice", "answer of a consultation")}", [], null, doing.Act);
        });
    }

    /// <summary>An application for return, as far as the story comes.</summary>
    private async Task ReturnAsync()
    {
        var (syd, helsinki) = (await host.OrganisationAsync("rc.syd"), await host.OrganisationAsync("iom.hki"));
        var (writer, decider) = (await host.ActorAsync(Cast.Lead), await host.ActorAsync("rc.syd"));
        var handed = home > ReturnStory.Contacted;
        var sent = home > ReturnStory.Approved;
        string[] readers = [Cast.Lead, .. handed ? ["rc.syd"] : Array.Empty<string>(), .. sent ? ["iom.hki"] : Array.Empty<string>()];
        string R(string name, string field) => Put(name, DataGroup.Return, field, also: readers);
        ReturnId id = default;
        await OnAsync(Cast.Lead, (c, act) => c.GiveConsent(Terms(syd, OrganisationKind.RegionalCoordinator, Purposes.Return, act), act));
        foreach (var purpose in new[] { Purposes.Return, Purposes.ReturnAbroad, Purposes.Monitoring, Purposes.JusticeFollowUp, Purposes.ShareHealth })
            await OnAsync(Cast.Lead, (c, act) => c.GiveConsent(Terms(helsinki, OrganisationKind.Iom, purpose, act), act));
        await OnAsync(Cast.Lead, (c, act) => id = c.StartReturn("RO", writer.Person, act).Id);
        Know("returnId", id);
        foreach (var (letter, reader, author) in new[] { (LetterKind.ReturnPartA, "rc.syd", Cast.Lead), (LetterKind.ReturnPartB, "iom.hki", "rc.syd"), (LetterKind.IomPacket, "iom.hki", "rc.syd") })
        {
            Know("letter", LetterOrder.PathOf(letter, id.Value));
            _letters.Add((LetterOrder.PathOf(letter, id.Value), reader, author));
        }
        await OnAsync(Cast.Lead, (c, act) =>
        {
            c.ContactCoordinator(id, syd, OrganisationKind.RegionalCoordinator, act.Day, act);
            c.WritePartA(id, new()
            {
                ContactPerson = R("contactperson", "contact person of a return"), Nationality = "RO", Document = TravelDocument.Expired, DocumentNumber = R("docnumber", "number of a travel document"), Country = "RO", Place = R("town", "address of return"),
                Family = R("travellers", "who travels along"), Reasons = R("homesick", "reasons of a return"), Right = DestinationRight.Citizen, Risks = Enum.GetValues<ReturnRisk>().ToDictionary(r => r, _ => RiskLevel.Medium),
                RiskNote = R("risk", "risks of a return"), Wishes = ["TICKETS"], Languages = ["ro"], SafeContact = R("wayhome", "safe contact on the way"), FreeDecision = true, Informed = true, MayCancel = true,
            }, writer.Person, act);
            c.WriteTravelHealth(id, Put("travelhealth", DataGroup.TravelHealth, "health on the journey", only: []), writer.Person, act);
            c.PlanReturn(id, new(R("lifeplan", "goals of a support plan"), ["REINTEGRATION_PLAN"], R("helper", "provider of a support plan"), R("drafter", "who drafted a support plan"), act.Day), act);
        });
        if (!handed) return;
        await OnAsync(Cast.Lead, (c, act) => c.CompletePartA(id, helsinki, act));
        await OnAsync("rc.syd", (c, act) => c.TakeOn(act));
        await ShareAsync("rc.syd", Named(Reach.OfReturnCoordinator, health: false), onTeam: true);
        await OnAsync("rc.syd", (c, act) => c.WritePartB(id, new()
        {
            TargetGroup = R("target", "why the programme is for the person"), InformationGiven = R("informed", "information given"), SafetyCheck = R("safety", "safety check"), Components = ["TICKETS"], Budget = 1500, Currency = "EUR", InKind = R("inkind", "support in kind"),
            BestInterestsInSweden = R("bestsweden", "what is best for the child, in Sweden"), BestInterestsAbroad = R("bestabroad", "what is best for the child, abroad"),
        }, act));
        if (home < ReturnStory.Approved) return;
        await OnAsync("rc.syd", (c, act) => c.ApproveReturn(id, decider.Person, act));
        if (!sent) return;
        await OnAsync("rc.syd", (c, act) => c.SendReturn(id, act));
        await OnAsync("iom.hki", (c, act) => c.TakeOn(act));
        await ShareAsync("iom.hki", Named(Reach.OfReturnIom, health: true), onTeam: true);
        if (home < ReturnStory.Processing) return;
        await OnAsync("iom.hki", (c, act) => c.BeginReturn(id, act.Day, act));
        await OnAsync("iom.hki", (c, act) =>
        {
            c.AssessReturn(id, PaperKind.Risk, AssessmentResult.ManageableWithSupport, act.Day, R("riskfound", "what IOM found of the risks"), act);
            c.AssessReturn(id, PaperKind.Needs, AssessmentResult.ManageableWithSupport, act.Day, R("needsfound", "what IOM found of the needs"), act);
            c.AssessReturn(id, PaperKind.Health, AssessmentResult.ManageableWithSupport, act.Day, Put("healthfound", DataGroup.TravelHealth, "what IOM found of the health", only: []), act);
        });
        if (home < ReturnStory.Planned) return;
        await OnAsync("iom.hki", (c, act) => c.AcceptReturn(id, act));
        await OnAsync("iom.hki", (c, act) => c.ArrangeJourney(id, new()
        {
            On = act.Day, HasTravelDocument = true, Route = R("route", "route"), Tickets = R("tickets", "tickets"), Transit = R("transit", "transit"), Arrival = R("arrival", "arrival"), Reintegration = ReintegrationKind.Both, ReintegrationPlan = R("cashplan", "plan of reintegration"),
        }, act));
        await OnAsync("iom.hki", (c, act) =>
        {
            var item = Guid.CreateVersion7();
            c.PlanReintegration(id, new() { Id = item, Form = SupportForm.Cash, Amount = 500, Currency = "EUR", What = R("cashfor", "what the support is for"), PlannedOn = act.Day }, act);
            c.SettleReintegration(id, item, SupportOutcome.NotDelivered, act.Day, R("notgiven", "why support was not given"), act);
            item = Guid.CreateVersion7();
            c.PlanReintegration(id, new() { Id = item, Form = SupportForm.InKind, What = R("machine", "support in kind that is planned"), PlannedOn = act.Day }, act);
            Know("supportId", item);
        });
        await OnAsync(Cast.Lead, (c, act) => c.ReleasePickUp(id, act.Day, Put("pickup", DataGroup.Whereabouts, "where the person is fetched", only: [Cast.Lead]), act));
        if (home < ReturnStory.Home) return;
        await OnAsync("iom.hki", (c, act) => c.RecordTravel(id, new(act.Day, new(6, 0), "Europe/Stockholm"), new(act.Day, new(9, 30), "Europe/Bucharest"), act));
        await OnAsync("iom.hki", (c, act) => c.RecordReturneeContact(id, act.Day, true, new() { Channel = ContactChannel.Telephone, MadeBy = R("mission", "mission that made contact"), SafeToTalk = true, NeedsAction = R("needsaction", "what has to be done after a contact") }, act));
        await OnAsync("il.polis", (c, act) => Know("eventId", c.ReleaseJustice(new(id, helsinki), JusticeKind.HearingDate, act.Day, Put("hearing", DataGroup.Return, "word of a trial", only: ["il.polis", "iom.hki"]), act).Id));

        // The consents name every group; what of the health concerns the journey travels on a consent of its own.
        static DataGroups Named(DataGroups reach, bool health) => health ? reach : reach.Without(DataGroup.TravelHealth);
    }

    private Task OnAsync(string account, Action<Case, Act> change) => host.DoAsync(account, async doing =>
        change(await doing.CaseAsync(Id, CaseParts.Consents | CaseParts.Referrals | CaseParts.Investigations | CaseParts.Permits | CaseParts.Returns), doing.Act));

    /// <summary>The person does not agree with an assessment, and has asked for what is written.</summary>
    private Task NoteAsync() => host.DoAsync(Cast.Lead, async doing =>
    {
        var c = await doing.CaseAsync(Id, CaseParts.Rights);
        var assessed = await doing.Db.AuditEntries.AsNoTracking().FirstAsync(e => e.CaseId == Id.Value && e.Kind == nameof(Assessed));
        c.NoteBeside(EntryNoteKind.Disagreement, assessed.Id, new(assessed.Groups), Put("objection", DataGroup.Narrative, "note of disagreement"), doing.Act.Day, doing.Act);
        c.PrepareExtract(Everything, doing.Actor.Person, doing.Act);
    });

    /// <summary>An emergency ground to the police that waits for its review.</summary>
    private async Task GroundsAsync()
    {
        var police = await host.OrganisationAsync("il.polis");
        Know("groundId", await host.DoAsync(Cast.Lead, async doing =>
            (await doing.CaseAsync(Id)).RecordLegalGround(police, OrganisationKind.Police, "EMERGENCY", DataGroups.Of(DataGroup.Facts, DataGroup.Identity), doing.Act.Day.AddDays(2), Put("groundemergency", DataGroup.Consents, "reason of an emergency", also: [Cast.Manager, "ngo.haven.chef"]), byManager: false, doing.Act).Id));
    }
}
