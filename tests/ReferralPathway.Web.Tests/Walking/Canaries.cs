using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>Words that stand nowhere but in one field of one case, each with the data group of its field.</summary>
internal static class Canaries
{
    public sealed record Canary(string Word, DataGroup Group, string Field);

    /// <summary>Written while the recipient took part.</summary>
    public static readonly IReadOnlyList<Canary> Early =
    [
        new("Qxgivenearly", DataGroup.Identity, "given name"), new("Qxfamilyearly", DataGroup.Identity, "family name"), new("Qxaliasearly", DataGroup.Identity, "alias"),
        new("QXDOSSIER1", DataGroup.Identity, "dossier number"), new("QXPASS11", DataGroup.Identity, "passport number"), new("18900101", DataGroup.Identity, "personal number"),
        new("46701740611", DataGroup.SafeContact, "telephone"), new("Qxwordsearly", DataGroup.SafeContact, "words to use"), new("Qxtrustedearly", DataGroup.SafeContact, "trusted person"),
        new("Qxstoryearly", DataGroup.Narrative, "description"), new("Qxconclusionearly", DataGroup.Narrative, "conclusion"),
        new("Qxconcern", DataGroup.Narrative, "report of concern"), new("Qxguardian", DataGroup.Narrative, "who represents the child"),
        new("Qxhealthearly", DataGroup.Health, "health note"),
        new("Qxwitnessearly", DataGroup.Consents, "witness"),
        new("Qxgoalsearly", DataGroup.Plan, "goals"), new("Qxneedearly", DataGroup.Plan, "need"), new("Qxbakery", DataGroup.Plan, "goals of integration"), new("Qxschool", DataGroup.Plan, "note of a component"), new("Qxcentreearly", DataGroup.Costs, "cost centre"),
        new("Qxstreetearly", DataGroup.Whereabouts, "address"), new("Qxdoorearly", DataGroup.Whereabouts, "note of the address"),
    ];

    /// <summary>Written after the person took the consent back.</summary>
    public static readonly IReadOnlyList<Canary> Late =
    [
        new("Qxgivenlate", DataGroup.Identity, "given name"), new("Qxfamilylate", DataGroup.Identity, "family name"), new("46701740622", DataGroup.SafeContact, "telephone"),
        new("Qxwordslate", DataGroup.SafeContact, "words to use"), new("Qxstorylate", DataGroup.Narrative, "description"), new("Qxhealthlate", DataGroup.Health, "health note"),
    ];

    public static readonly IReadOnlyList<Canary> OfInvestigation =
        [new("Qxleader", DataGroup.Investigation, "leader"), new("QXREF-77", DataGroup.Investigation, "reference number"), new("Qxunit", DataGroup.Investigation, "unit")];

    /// <summary>The social board's own: nobody else reads it, whatever they may read besides.</summary>
    public static readonly IReadOnlyList<Canary> OfTheBoard = [new("Qxassessment", DataGroup.Plan, "protection assessment")];

    /// <summary>The person may be a child: the lead reports to Umeå, which assesses.</summary>
    public static async Task ProtectAsync(PathwayHost host, CaseId id)
    {
        var umea = await host.OrganisationAsync("sw.umea");
        await host.OnAsync("sw.malmo", id, (c, act) =>
        {
            c.RecordPerson(new() { Gender = "F", AgeGroup = IntakeFacts.Uncertain, AgeUncertain = true, Unaccompanied = "Yes" }, act);
            c.ReportConcern(new(umea, true, act.At, "Qxconcern", TellMe: false), OrganisationKind.Municipality, act);
            c.ProtectChild(ChildStepKind.GuardianAppointed, new() { On = act.Day, Outcome = ChildOutcome.GodMan, Note = "Qxguardian" }, act);
        });
        await host.DoAsync("sw.umea", async doing =>
        {
            var c = await doing.CaseAsync(id, CaseParts.Children);
            c.TakeOn(doing.Act);
            c.ProtectChild(ChildStepKind.Assessed, new() { On = doing.Act.Day, Outcome = ChildOutcome.NoneNow, Note = "Qxassessment" }, doing.Act);
        });
    }

    public static readonly IReadOnlyList<Canary> OfCosts = [new("Qxcostnote", DataGroup.Costs, "note of a cost"), new("77123456.78", DataGroup.Costs, "amount of a cost")];

    /// <summary>A request for disclosure, in the asker's words: read on its own pages by whoever asked and by the manager who decides.</summary>
    public static readonly IReadOnlyList<Canary> OfTheRequest = [new("Qxofficer", DataGroup.Narrative, "officer who asks"), new("Qxabout", DataGroup.Narrative, "whom a request is about"), new("Qxasked", DataGroup.Narrative, "what is asked"), new("Qxanswer", DataGroup.Narrative, "answer to a request")];

    /// <summary>The holder's half of it: the manager's alone.</summary>
    public static readonly IReadOnlyList<Canary> OfTheHolder = [new("Qxreasons", DataGroup.Narrative, "reasons of a decision on disclosure"), new("Qxhanded", DataGroup.Narrative, "what was handed over")];

    public static async Task<DisclosureId> RequestAsync(PathwayHost host, CaseId id)
    {
        var malmo = await host.OrganisationAsync("sw.malmo");
        var request = await host.DoAsync("il.polis", async doing =>
        {
            var asked = DisclosureRequest.Ask(await doing.Db.NextDisclosureReferenceAsync(doing.Act.At, default), new(DisclosureDesk.ContactRequest, doing.Act.Day, new() { Officer = "Qxofficer", About = "Qxabout", Asked = "Qxasked" }), malmo, OrganisationKind.Municipality, doing.Act);
            doing.Db.Disclosures.Add(asked);
            return asked.Id;
        });
        await host.DoAsync("sw.malmo.chef", async doing =>
        {
            var found = (await doing.Db.DisclosureAsync(request, doing.Sealer, default))!;
            found.Assess(doing.Act);
            await doing.Db.SaveChangesAsync();
            found.Link(id, doing.Act);
            found.Decide(new(DisclosureStatus.PartlyGranted, "Qxreasons", "Qxhanded", "Qxanswer"), doing.Act);
        });
        return request;
    }

    public static void Write(Case to, bool late, Act act)
    {
        string W(string word) => $"Qx{word}{(late ? "late" : "early")}";
        to.RecordIdentity(new()
        {
            GivenName = W("given"),
            FamilyName = W("family"),
            Alias = late ? null : W("alias"),
            PersonalNumber = late ? null : "189001019802",
            BirthDate = new(1990, 1, 1),
            Nationalities = ["NG"],
            DossierNumber = late ? null : "QXDOSSIER1",
            Documents = late ? [] : [new("Passport", "QXPASS11", "NG", "Exploiter")],
        }, "NONE", act);
        to.RecordSafeContact(new()
        {
            Direct = "Yes",
            Phone = late ? "+46701740622" : "+46701740611",
            WordsToUse = W("words"),
            TrustedPerson = late ? null : W("trusted"),
            DeviceWatched = "Unknown",
            LastCheckedOn = act.Day,
        }, act);
        to.RecordExploitation("THB", ["SEXUAL"], [], new() { Description = W("story"), Countries = ["SE"] }, act);
        to.RecordHealth(new() { Pregnant = "No", UrgentNeed = "Yes", Disability = "Unknown", Note = W("health") }, act);
        if (!late) Plan(to, act);
        if (!late) Integrate(to, act);
        if (!late) to.Assess("ILO11", new Dictionary<string, string> { ["ILO1"] = "Yes" }, W("conclusion"), act.Day, null, act);
    }

    /// <summary>A plan that is put to the person, with a cost, and where the person stays.</summary>
    private static void Plan(Case to, Act act)
    {
        var plan = to.DraftPlan(new(act.By, act.Day, act.Day.AddDays(30), "Qxgoalsearly"), act);
        to.AddPlanItem(plan.Id, new() { Service = "ACCOMMODATION", Providers = [act.For], Details = new() { Need = "Qxneedearly" }, From = act.Day, CostCentre = "Qxcentreearly" }, act);
        to.ProposePlan(plan.Id, act);
        to.RecordAddress(new("Qxstreetearly", "Qxdoorearly"), act);
    }

    private static void Integrate(Case to, Act act)
    {
        var plan = to.DraftIntegration(new(act.By, act.Day, "Qxbakery"), act);
        to.AddComponent(plan.Id, new() { Component = PublicIntegration.NgoPlan, By = ComponentProvider.Ngo, Details = new() { OtherProvider = "Haven", Notes = "Qxschool" }, From = act.Day }, act);
    }
}

/// <summary>How far consent has come between the lead, sw.malmo, and the recipient, ngo.haven.</summary>
public enum ConsentStory { NobodyAsked, Refused, ReferralSent, Accepted, Withdrawn }

/// <summary>A case of sw.malmo with a canary in every field, brought to a point of the story.</summary>
internal sealed record CanaryCase(CaseId Id, ReferralId? Referral, InvestigationId Investigation, PlanId Plan, Guid Item, IntegrationPlanId Integration, Guid Component, ClaimId Claim, DisclosureId Disclosure)
{
    private static readonly DataGroups Named = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Investigation);

    public static async Task<CanaryCase> OfAsync(PathwayHost host, ConsentStory story)
    {
        var (haven, police) = (await host.OrganisationAsync("ngo.haven"), await host.OrganisationAsync("il.polis"));
        var id = await host.OpenCaseAsync("sw.malmo", (c, act) => Canaries.Write(c, late: false, act));
        // The police take part from the beginning, with their own consent, and lead an investigation.
        var toPolice = await ReferAsync(host, id, police, OrganisationKind.Police);
        await AcceptAsync(host, "il.polis", id, toPolice);
        var investigation = await host.DoAsync("il.polis", async doing => (await doing.CaseAsync(id)).InitiateInvestigation(null, new()
        {
            LeaderKind = LeaderKind.Police,
            Organisation = OrganisationKind.Police,
            AuthorityUnit = "Qxunit",
            LeaderName = "Qxleader",
            ReferenceNumber = "QXREF-77",
            Offences = ["BRB_4_1A"],
            On = doing.Act.Day,
            ReasonToAssume = true,
        }, doing.Act).Id);

        var (plan, item) = await host.DoAsync("sw.malmo", async doing => (await doing.CaseAsync(id, CaseParts.Plans)).Plans.Select(p => (p.Id, p.Items[0].Id)).Single());
        var (integration, component) = await host.DoAsync("sw.malmo", async doing => (await doing.CaseAsync(id, CaseParts.Integrations)).Integrations.Select(p => (p.Id, p.Components[0].Id)).Single());
        await Canaries.ProtectAsync(host, id);
        var agency = await host.OrganisationAsync("ma.tillstand");
        var claim = await host.DoAsync("sw.malmo", async doing =>
        {
            var c = await doing.CaseAsync(id);
            var begun = c.BeginClaim(Quarter.Of(doing.Act.Day), new(doing.Act.Day, null), [], agency, OrganisationKind.MigrationAgency, doing.Act);
            doing.Db.Claims.Add(begun);
            begun.AddCost(new(CostKind.Intervention, doing.Act.Day, doing.Act.Day, 77_123_456.78m, "Qxcostnote"), doing.Act);
            return begun.Id;
        });

        var disclosure = await Canaries.RequestAsync(host, id);
        if (story == ConsentStory.Refused)
            await host.OnAsync("sw.malmo", id, (c, act) => c.RefuseConsent(Terms(haven, OrganisationKind.Ngo, act), act));
        if (story < ConsentStory.ReferralSent) return new(id, null, investigation, plan, item, integration, component, claim, disclosure);

        var referral = await ReferAsync(host, id, haven, OrganisationKind.Ngo);
        if (story >= ConsentStory.Accepted) await AcceptAsync(host, "ngo.haven", id, referral);
        if (story == ConsentStory.Withdrawn)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await host.OnAsync("sw.malmo", id, (c, act) => c.WithdrawConsent(haven, Purposes.Referral, act.Day, null, c.Referrals, act));
            host.Clock.Advance(TimeSpan.FromHours(1));
            await host.OnAsync("sw.malmo", id, (c, act) => Canaries.Write(c, late: true, act));
        }
        return new(id, referral, investigation, plan, item, integration, component, claim, disclosure);
    }

    private static ConsentTerms Terms(OrganisationId recipient, OrganisationKind kind, Act act) => new()
    {
        Recipient = recipient,
        RecipientKind = kind,
        Purpose = Purposes.Referral,
        Groups = Named,
        DecidedOn = act.Day,
        Method = "ORAL_WITNESSED",
        Language = "en",
        FullyInformed = true,
        Notes = new() { Witness = "Qxwitnessearly", Guardian = "The god man", ChildsOpinion = "Agrees" },
    };

    private static Task<ReferralId> ReferAsync(PathwayHost host, CaseId id, OrganisationId recipient, OrganisationKind kind) => host.DoAsync("sw.malmo", async doing =>
    {
        var c = await doing.CaseAsync(id);
        c.GiveConsent(Terms(recipient, kind, doing.Act), doing.Act);
        var draft = c.DraftReferral(new() { Recipient = recipient, RecipientKind = kind, Kind = ReferralKind.Service, Service = "ACCOMMODATION", Urgency = Urgency.Normal, Groups = Named }, doing.Act);
        await doing.Db.SaveChangesAsync();
        c.SendReferral(draft.Id, dangerAcknowledged: false, doing.Act);
        return draft.Id;
    });

    private static Task AcceptAsync(PathwayHost host, string account, CaseId id, ReferralId referral) => host.DoAsync(account, async doing =>
    {
        await doing.Db.Database.ExecuteSqlAsync($"SELECT pathway.settle_acceptance({referral.Value})");
        var c = await doing.CaseAsync(id);
        (await doing.Db.Referrals.SingleAsync(r => r.Id == referral)).Accept(doing.Actor.User, doing.Act.Day, doing.Act);
        c.AddToTeam(doing.Actor.User, responsible: true, doing.Act);
    });
}
