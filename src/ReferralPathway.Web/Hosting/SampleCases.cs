using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// Thirteen invented persons on their way, each brought there by the same acts that people do, in the days before today: so that a newcomer meets a draft, a waiting and a
/// declined referral, a refused consent, an investigation, a reflection period, a child, a protected person and a closed case.
/// </summary>
internal sealed partial class SampleCases(IServiceProvider services, DateTimeOffset now)
{
    private static readonly DataGroups Named = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

    private IReadOnlyDictionary<string, (Actor Actor, OrganisationKind Kind, string Name)> _people = new Dictionary<string, (Actor, OrganisationKind, string)>();

    public async Task LoadAsync()
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
            db.Acting = ActingAs.System(now);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id);
            _people = (await db.Users.AsNoTracking().ToListAsync()).ToDictionary(a => a.Email!.Split('@')[0], a => (ActorOf(a, organisations[a.OrganisationId]), organisations[a.OrganisationId].Kind, a.Name));
        }

        // Reported, investigated and identified; others take part beside the lead.
        var identified = await OpenAsync("sw.norrkoping", 28, Man("35-44", "uz"), "IRREGULAR", Work("CONSTRUCTION"), new() { GivenName = "Murod", FamilyName = "Karimov", Nationalities = ["UZ"] },
            new() { Direct = "Yes", InPerson = "Socialtjänstens reception", SafeTimes = "vardagar 13–15", WordsToUse = "om din tid", WordsNeverToUse = "polis, ärende", DeviceWatched = "Yes", Language = "uz", LastCheckedOn = Day(7) });
        var toPolice = await ReferAsync("sw.norrkoping", 27, identified, "il.polis", "LEGAL", Urgency.Normal);
        await AcceptAsync("il.polis", 27, identified, toPolice);
        await OnAsync("il.polis", 26, identified, (c, act) => c.InitiateInvestigation(null, new()
        {
            LeaderKind = LeaderKind.Police,
            Organisation = OrganisationKind.Police,
            AuthorityUnit = "Gränspolisen Öst",
            LeaderName = "Per Grahn",
            ReferenceNumber = "5000-K123456-26",
            Offences = ["BRB_4_1A"],
            On = act.Day,
            ReasonToAssume = true,
        }, act));
        // Thirty days to think: applied for, granted, and running out.
        var reflecting = await ApplyAsync("il.polis", 24, identified, PermitKind.ReflectionPeriod, submit: true);
        await OnAsync("ma.tillstand", 22, identified, (c, act) => c.TakeOn(act));
        await OnAsync("ma.tillstand", 22, identified, (c, act) => c.GrantPermit(reflecting, new(act.Day, act.Day, PermitTimes.SuggestedEnd(act.Day), "MIG-26-104"), act));
        await ClaimAsync(identified);
        var toCoordinator = await ReferAsync("sw.norrkoping", 20, identified, "rc.ost", "COUNSELLING", Urgency.Normal);
        await AcceptAsync("rc.ost", 19, identified, toCoordinator);

        var together = await PlanAsync("sw.norrkoping", 18, identified, "Att få lön för sitt arbete.",
            ("ALLOWANCE", "Mat och kläder.", ["sw.norrkoping"], null), ("SOCIAL", "En kontaktperson.", ["sw.norrkoping", "ngo.haven"], null), ("HEALTH", "Tandvärk.", [], "Folktandvården"), ("RETURN", "Vill kanske åka hem.", ["rc.ost"], null));
        await ProposeAsync("sw.norrkoping", 17, identified, together);

        await DocumentAsync("sw.norrkoping", 16, identified);

        // An application that waits with the agency, and one that a prosecutor has begun.
        var applied = await InvestigateAsync("il.polis", 11, Woman("18-20", "ro"), new() { GivenName = "Ana", FamilyName = "Rusu", Nationalities = ["MD"] }, "5000-K778120-26");
        await ApplyAsync("il.polis", 2, applied, PermitKind.ReflectionPeriod, submit: true);
        await OnAsync("ma.tillstand", 1, applied, (c, act) => c.TakeOn(act));
        var witness = await InvestigateAsync("il.aklagare", 10, Woman("21-24", "th"), new() { GivenName = "Mali", FamilyName = "Chaiyo", Nationalities = ["TH"] }, "AM-40217-26");
        await ApplyAsync("il.aklagare", 1, witness, PermitKind.TemporaryPermit, submit: false);

        // Helped by an NGO alone: no name, and no to the municipality.
        var anonymous = await OpenAsync("ngo.haven", 14, Woman("25-34", "pcm"), "IRREGULAR", Sexual(), null,
            new() { Direct = "Through", ThroughOrganisation = _people["ngo.haven"].Actor.Organisation, DeviceWatched = "Unknown", LastCheckedOn = Day(14) });
        await OnAsync("ngo.haven", 14, anonymous, (c, act) => c.RefuseConsent(Terms("sw.malmo", act), act));
        var alone = await PlanAsync("ngo.haven", 13, anonymous, "Att sova om nätterna och lära sig svenska.",
            ("NGO_SOCIAL_WORK", "Någon att prata med varje vecka.", ["ngo.haven"], null), ("ACCOMMODATION", "Ett tryggt boende.", ["ngo.haven"], null), ("HEALTH", "Vård som inte kan anstå.", [], "Vårdcentralen"));
        await CarryOutAsync("ngo.haven", 12, anonymous, alone);
        await ShelterAsync("ngo.haven", "ngo.haven.chef", 12, anonymous);

        // A man who was helped for a year: his municipality's costs.
        var helped = await OpenAsync("sw.norrkoping", 365, Man("35-44", "uz"), "TRP_OTHER", Work("CONSTRUCTION"), new() { GivenName = "Bobur", FamilyName = "Yusupov", Nationalities = ["UZ"] },
            new() { Direct = "Yes", Phone = "+46701740609", DeviceWatched = "No", LastCheckedOn = Day(20) });
        await ClaimQuartersAsync(helped);

        // A referral that waits for an answer, and cannot wait long.
        var waiting = await OpenAsync("sw.malmo", 3, Woman("21-24", "ro"), "EU_NO_RIGHT", Sexual(), new() { GivenName = "Roxana", FamilyName = "Dobre", Nationalities = ["RO"] },
            new() { Direct = "Yes", Phone = "+46701740605", SafeTimes = "10–12", DeviceWatched = "No", LastCheckedOn = Day(3) });
        await ReferAsync("sw.malmo", 0, waiting, "ngo.haven", "ACCOMMODATION", Urgency.Urgent);

        // A small municipality whose first referral was declined.
        var declined = await OpenAsync("sw.dorotea", 6, Man("45-54", "th"), "VISIT", Work("BERRY"), new() { GivenName = "Somchai", FamilyName = "Suwan", Nationalities = ["TH"] },
            new() { Direct = "Yes", Phone = "+46701740606", DeviceWatched = "Yes", LastCheckedOn = Day(6) });
        var refused = await ReferAsync("sw.dorotea", 4, declined, "ngo.haven", "ACCOMMODATION", Urgency.Normal);
        await DoAsync("ngo.haven", 1, async (db, _, act) => (await db.Referrals.SingleAsync(r => r.Id == refused)).Decline("NO_CAPACITY", null, act));

        // A child, a protected person, an asylum seeker, a case that has ended.
        await OpenAsync("sw.stockholm", 9, new() { Gender = "M", AgeGroup = "15-17", Languages = ["ar"], InterpreterNeeded = true, Unaccompanied = "Yes" }, "IRREGULAR", Types("CRIMINALITY"), null,
            new() { Direct = "No", DeviceWatched = "Yes", LastCheckedOn = Day(9) });
        await ChildAsync();
        var hidden = await OpenAsync("sw.malmo", 40, Woman("35-44", "uk"), "TEMP_PROTECTION", Sexual(), null, new() { Direct = "Through", ThroughOrganisation = _people["sw.malmo"].Actor.Organisation, DeviceWatched = "Yes", LastCheckedOn = Day(38) });
        await OnAsync("sw.malmo", 38, hidden, (c, act) => c.RecordIdentity(new() { GivenName = "Oksana", FamilyName = "Kovalenko", Nationalities = ["UA"] }, "SEKRETESSMARKERING", act));
        await PlanAsync("sw.malmo", 30, hidden, "Att barnen ska gå i skolan.", ("COUNSELLING", "Samtal.", ["sw.malmo"], null));
        var seeker = await OpenAsync("ma.mottagning", 5, Woman("18-20", "so"), "ASYLUM", Types("DOMESTIC"), new() { GivenName = "Hodan", Nationalities = ["SO"] }, new() { Direct = "Yes", InPerson = "Mottagningsenheten", DeviceWatched = "No", LastCheckedOn = Day(5) });
        await OnAsync("ma.mottagning", 5, seeker, (c, act) => c.RegisterAsylum(act.Day, act));
        await OnAsync("ma.mottagning", 4, seeker, (c, act) => c.SupportAsylum(act.Day, _people["sw.umea"].Actor.Organisation, act));
        var ended = await OpenAsync("sw.umea", 90, Man("25-34", "bg"), "EU_RIGHT", Work("CAR"), new() { GivenName = "Georgi", FamilyName = "Ivanov", Nationalities = ["BG"] }, new() { Direct = "Yes", Phone = "+46701740607", DeviceWatched = "No", LastCheckedOn = Day(90) });
        await OnAsync("sw.umea", 12, ended, (c, act) => c.Close("ASSISTANCE_COMPLETED", 0, act));
        var known = await OpenAsync("sw.umea", 8, Woman("25-34", "en"), "UNKNOWN", Sexual(), new() { GivenName = "Blessing", FamilyName = "Okafor", Nationalities = ["NG"] }, new() { Direct = "Yes", Phone = "+46701740608", SafeTimes = "eftermiddagar", DeviceWatched = "Unknown", LastCheckedOn = Day(8) });
        await MatchAsync("sw.umea", known, seeker);
        await DraftAsync("sw.umea");
        await AskAsync();
        await RequestDisclosuresAsync();
        await ReturnAsync();
        await IntegrateAsync(anonymous);
        await ReadMuchAsync();
    }

    private static Actor ActorOf(Account account, Organisation organisation) => new(account.UserId, account.PersonId, account.OrganisationId, organisation.Kind, account.Role, account.IsManager);

    private static PersonAnswers Woman(string age, string language) => new() { Gender = "F", AgeGroup = age, Languages = [language], InterpreterNeeded = language != "en" };

    private static PersonAnswers Man(string age, string language) => new() { Gender = "M", AgeGroup = age, Languages = [language], InterpreterNeeded = language != "en" };

    private static (string[] Types, string[] Sectors) Work(string sector) => (["FORCED_LABOUR"], [sector]);

    private static (string[] Types, string[] Sectors) Sexual() => (["SEXUAL"], []);

    private static (string[] Types, string[] Sectors) Types(string type) => ([type], []);

    private DateOnly Day(int daysAgo) => SwedishCalendar.DayOf(At(daysAgo));

    // Today's acts are done a little before now.
    private DateTimeOffset At(int daysAgo) => daysAgo == 0 ? now.AddHours(-2) : now.AddDays(-daysAgo);

    private async Task<CaseId> OpenAsync(string account, int daysAgo, PersonAnswers person, string status, (string[] Types, string[] Sectors) exploited, IdentityDetails? identity, SafeContactDetails contact)
    {
        var id = default(CaseId);
        await DoAsync(account, daysAgo, async (db, cases, act) =>
        {
            var started = Case.Start(await cases.NextReferenceAsync(act.At, default), act);
            id = started.Id;
            db.Cases.Add(started);
            await db.SaveChangesAsync();
            started.RecordDanger(false, act);
            started.RecordSafeContact(contact with { LastCheckedOn = contact.LastCheckedOn > act.Day ? act.Day : contact.LastCheckedOn }, act);
            started.RecordDetection(act.Day.AddDays(-1), Detects(act.As), null, null, act);
            started.RecordExploitation("THB", exploited.Types, exploited.Sectors, new() { Countries = ["SE"] }, act);
            started.RecordPerson(person, act);
            started.RecordLegalStatus(status, status == "VISIT" ? act.Day.AddDays(60) : null, act);
            started.RecordRights("Yes", person.Languages[0], act);
            if (identity is not null) started.RecordIdentity(identity, "NONE", act);
            started.Open(act);
        });
        return id;
    }

    private static string Detects(Role role) => role switch
    {
        Role.NgoWorker => "SHELTER",
        Role.MigrationOfficer => "MIGRATION_AGENCY",
        Role.InvestigationLeader => "POLICE_BORDER",
        _ => "SOCIAL_WORKER",
    };

    private Task DraftAsync(string account) => DoAsync(account, 0, async (db, cases, act) =>
    {
        var started = Case.Start(await cases.NextReferenceAsync(act.At, default), act);
        db.Cases.Add(started);
        await db.SaveChangesAsync();
        started.RecordDanger(false, act);
        started.RecordDetection(act.Day, "SOCIAL_WORKER", null, "2480", act);
    });

    private ConsentTerms Terms(string recipient, Act act) => new()
    {
        Recipient = _people[recipient].Actor.Organisation,
        RecipientKind = _people[recipient].Kind,
        Purpose = Purposes.Referral,
        Groups = _people[recipient].Kind == OrganisationKind.Police ? Named | DataGroups.Of(DataGroup.Investigation) : Named,
        DecidedOn = act.Day,
        Method = "ORAL_INTERPRETER",
        Language = "en",
        Interpreter = "Telephone",
        FullyInformed = true,
    };

    private async Task<ReferralId> ReferAsync(string sender, int daysAgo, CaseId id, string recipient, string service, Urgency urgency)
    {
        var sent = default(ReferralId);
        await DoAsync(sender, daysAgo, async (db, cases, act) =>
        {
            var found = (await cases.LoadAsync(id, CaseParts.Consents | CaseParts.Referrals, default))!;
            var terms = Terms(recipient, act);
            found.GiveConsent(terms, act);
            var draft = found.DraftReferral(new() { Recipient = terms.Recipient, RecipientKind = terms.RecipientKind, Kind = ReferralKind.Service, Service = service, Urgency = urgency, Groups = terms.Groups }, act);
            await db.SaveChangesAsync();
            found.SendReferral(draft.Id, dangerAcknowledged: false, act);
            sent = draft.Id;
        });
        return sent;
    }

    /// <summary>A case of a leader, with an investigation initiated a day later.</summary>
    private async Task<CaseId> InvestigateAsync(string leader, int daysAgo, PersonAnswers person, IdentityDetails identity, string reference)
    {
        var kind = _people[leader].Kind;
        var id = await OpenAsync(leader, daysAgo, person, "IRREGULAR", Sexual(), identity, new() { Direct = "Yes", InPerson = "Förhörsrummet", DeviceWatched = "Unknown", LastCheckedOn = Day(daysAgo) });
        await OnAsync(leader, daysAgo - 1, id, (c, act) => c.InitiateInvestigation(null, new()
        {
            LeaderKind = LeaderKinds.Of(kind)!.Value,
            Organisation = kind,
            AuthorityUnit = kind == OrganisationKind.Police ? "Gränspolisen Syd" : "Åklagarkammaren",
            LeaderName = _people[leader].Name,
            ReferenceNumber = reference,
            Offences = ["BRB_4_1A"],
            On = act.Day,
            ReasonToAssume = true,
        }, act));
        return id;
    }

    private async Task<PermitId> ApplyAsync(string leader, int daysAgo, CaseId id, PermitKind kind, bool submit)
    {
        var permit = default(PermitId);
        await OnAsync(leader, daysAgo, id, (c, act) =>
        {
            Condition met = new(true, act.Day, "Förhör återstår.");
            permit = c.DraftPermit(kind, _people["ma.tillstand"].Actor.Organisation, OrganisationKind.MigrationAgency, new()
            {
                Investigation = c.Investigations[0].Id,
                Wanted = true,
                WantedOn = act.Day,
                WantedIn = c.Facts.Languages[0],
                Needed = met,
                Cooperates = met,
                TiesBroken = met,
                NothingAgainst = met,
                InSweden = true,
            }, ReflectionPeriodRuleSet.Guide, act).Id;
            if (submit) c.SubmitPermit(permit, act.Day, "Form", ReflectionPeriodRuleSet.Guide, act);
        });
        return permit;
    }

    private Task AcceptAsync(string recipient, int daysAgo, CaseId id, ReferralId referral) => DoAsync(recipient, daysAgo, async (db, cases, act) =>
    {
        await db.Database.ExecuteSqlAsync($"SELECT pathway.settle_acceptance({referral.Value})");
        var found = (await cases.LoadAsync(id, CaseParts.Core, default))!;
        (await db.Referrals.SingleAsync(r => r.Id == referral)).Accept(act.By, act.Day, act);
        found.AddToTeam(act.By, responsible: true, act);
    });

    private Task OnAsync(string account, int daysAgo, CaseId id, Action<Case, Act> change) => DoAsync(account, daysAgo, async (_, cases, act) =>
        change((await cases.LoadAsync(id, CaseParts.Consents | CaseParts.Referrals | CaseParts.Investigations | CaseParts.Permits | CaseParts.Plans | CaseParts.Addresses | CaseParts.Returns | CaseParts.Children | CaseParts.Integrations, default))!, act));

    /// <summary>Each act a little after the one before it, so that two of the same day stand in their order.</summary>
    private async Task DoAsync(string account, int daysAgo, Func<PathwayDb, CaseLoader, Act, Task> act)
    {
        var at = At(daysAgo) + TimeSpan.FromMinutes(_done++);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var actor = _people[account].Actor;
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await act(db, scope.ServiceProvider.GetRequiredService<CaseLoader>(), actor.ActAt(at));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private int _done;
}
