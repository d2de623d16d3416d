using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

/// <summary>Stories for tests of the case page, told through the domain itself under the database's own policies; each act a minute after the one before.</summary>
internal static class Told
{
    public const string GivenName = "Maribel";
    public const string FamilyName = "Kanariefågel";
    public const string Story = "Canary of what happened at the building site.";
    public const string HealthNote = "Canary of the asthma inhaler.";
    public const string Channel = "the reception on Mondays";

    /// <summary>One act by somebody, in one transaction of its own.</summary>
    public static async Task ActAsync(this PathwayHost host, string account, CaseId id, CaseParts parts, Func<Case, Act, PathwayDb, Task> act)
    {
        var actor = await host.ActorAsync(account);
        await host.InAsync(actor, async (services, db) =>
            await act((await services.GetRequiredService<CaseLoader>().LoadAsync(id, parts, default))!, actor.ActAt(host.Clock.GetUtcNow()), db));
    }

    public static Task ActAsync(this PathwayHost host, string account, CaseId id, CaseParts parts, Action<Case, Act> act) =>
        host.ActAsync(account, id, parts, (theCase, by, _) =>
        {
            act(theCase, by);
            return Task.CompletedTask;
        });

    /// <summary>An open case with every part answered: a woman of 25–34 with a name, led by the account's organisation.</summary>
    public static async Task<CaseId> AnOpenCaseAsync(this PathwayHost host, string account, string ageGroup = "25-34", string protectedIdentity = "NONE")
    {
        var actor = await host.ActorAsync(account);
        var id = default(CaseId);
        await host.InAsync(actor, async (services, db) =>
        {
            var act = actor.ActAt(host.Clock.GetUtcNow());
            var started = Case.Start(await services.GetRequiredService<CaseLoader>().NextReferenceAsync(act.At, default), act);
            id = started.Id;
            db.Cases.Add(started);
            // Each answer is an act of its own, and a revision.
            Action[] acts =
            [
                () => started.RecordDanger(false, act),
                () => started.RecordSafeContact(new() { Direct = "Yes", InPerson = Channel, DeviceWatched = "Yes", WordsToUse = "About your appointment", LastCheckedOn = act.Day.AddDays(-7) }, act),
                () => started.RecordDetection(act.Day.AddDays(-10), "SOCIAL_WORKER", null, "0581", act),
                () => started.RecordExploitation("THB", ["FORCED_LABOUR"], ["CONSTRUCTION"], new() { Countries = ["SE"], Description = Story }, act),
                () => started.RecordPerson(new() { Gender = "F", AgeGroup = ageGroup, Languages = ["es"], InterpreterNeeded = true }, act),
                () => started.RecordLegalStatus("IRREGULAR", null, act),
                () => started.RecordRights("Yes", "es", act),
                () => started.RecordIdentity(new() { GivenName = GivenName, FamilyName = FamilyName, Nationalities = ["UZ"] }, protectedIdentity, act),
                () => started.RecordHealth(new() { Pregnant = "No", UrgentNeed = "Yes", Disability = "Unknown", Note = HealthNote }, act),
                () => started.Open(act),
            ];
            foreach (var answer in acts)
            {
                answer();
                await db.SaveChangesAsync();
            }
        });
        return id;
    }

    public static readonly DataGroups Usual = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Investigation, DataGroup.Plan);

    public static async Task ConsentAsync(this PathwayHost host, string account, CaseId id, string recipient, bool given = true, string purpose = Purposes.Referral, DataGroups? groups = null)
    {
        var to = await host.ActorAsync(recipient);
        await host.ActAsync(account, id, CaseParts.Consents, (theCase, act) =>
        {
            var terms = new ConsentTerms
            {
                Recipient = to.Organisation, RecipientKind = to.Kind, Purpose = purpose, Groups = groups ?? Usual, DecidedOn = act.Day, Method = "ORAL_INTERPRETER", Language = "es", FullyInformed = true,
                Notes = new() { Guardian = "An appointed guardian", ChildsOpinion = "Agrees" },
            };
            if (given) theCase.GiveConsent(terms, act);
            else theCase.RefuseConsent(terms, act);
        });
    }

    /// <summary>A referral that is sent, within what the consent covers.</summary>
    public static async Task<ReferralId> SentReferralAsync(this PathwayHost host, string account, CaseId id, string recipient)
    {
        var to = await host.ActorAsync(recipient);
        var referral = default(ReferralId);
        await host.ActAsync(account, id, CaseParts.Consents | CaseParts.Referrals, (theCase, act) =>
        {
            referral = theCase.DraftReferral(new() { Recipient = to.Organisation, RecipientKind = to.Kind, Kind = ReferralKind.Service, Service = "ACCOMMODATION", Urgency = Urgency.Normal, Groups = Usual }, act).Id;
            theCase.SendReferral(referral, dangerAcknowledged: false, act);
        });
        return referral;
    }

    /// <summary>Somebody of the recipient accepts it and is responsible there.</summary>
    public static async Task AcceptAsync(this PathwayHost host, string account, CaseId id, ReferralId referral)
    {
        var actor = await host.ActorAsync(account);
        await host.InAsync(actor, async (services, db) =>
        {
            var act = actor.ActAt(host.Clock.GetUtcNow());
            await db.Database.ExecuteSqlAsync($"SELECT pathway.settle_acceptance({referral.Value})");
            var theCase = (await services.GetRequiredService<CaseLoader>().LoadAsync(id, CaseParts.Referrals, default))!;
            theCase.Referrals.Single(r => r.Id == referral).Accept(actor.User, null, act);
            theCase.AddToTeam(actor.User, responsible: true, act);
        });
    }

    /// <summary>The police are told under a consent and initiate an investigation, which they lead from now on.</summary>
    public static async Task InitiatedAsync(this PathwayHost host, string lead, CaseId id, string leader = "il.polis")
    {
        var police = await host.ActorAsync(leader);
        await host.ConsentAsync(lead, id, leader);
        await host.ActAsync(lead, id, CaseParts.Consents | CaseParts.Investigations, (theCase, act) => theCase.ReportToPolice(act.Day, "Bergslagen", police.Organisation, null, act));
        await host.ActAsync(leader, id, CaseParts.Investigations, (theCase, act) =>
        {
            theCase.AddToTeam(police.User, responsible: true, act);
            theCase.InitiateInvestigation(theCase.Investigations.Single(), new()
            {
                LeaderKind = LeaderKind.Police, Organisation = OrganisationKind.Police, AuthorityUnit = "Bergslagen", LeaderName = "Per Grahn", ReferenceNumber = "5000-K123456-26", Offences = ["BRB_4_1A"], On = act.Day, ReasonToAssume = true,
            }, act);
        });
    }

    private static async Task InAsync(this PathwayHost host, Actor actor, Func<IServiceProvider, PathwayDb, Task> act)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.Person(actor, host.Clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        await act(scope.ServiceProvider, db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
