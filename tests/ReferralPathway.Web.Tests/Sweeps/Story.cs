using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Sweeps;

/// <summary>What has happened before a test begins: through the domain and the database's own policies, as the person named, at the host's instant.</summary>
internal static class Story
{
    public const string GivenName = "Ruslanbek";
    public const string FamilyName = "Kanarov";
    public const string Phone = "+46701740605";

    /// <summary>An open case of a man of 35–44 with a name and a safe contact.</summary>
    public static Task<CaseId> CaseAsync(this PathwayHost host, string worker, string ageGroup = "35-44", string protectedIdentity = "NONE") => host.ActAsync(worker, async (services, act) =>
    {
        var db = services.GetRequiredService<PathwayDb>();
        var started = Case.Start(await services.GetRequiredService<CaseLoader>().NextReferenceAsync(act.At, default), act);
        started.RecordDanger(false, act);
        started.RecordDetection(act.Day, CodeLists.FirstIdentifier.Items[0].Code, null, null, act);
        started.RecordExploitation("THB", ["FORCED_LABOUR"], [], new(), act);
        started.RecordPerson(new() { Gender = "M", AgeGroup = ageGroup, Languages = ["uz"], InterpreterNeeded = true }, act);
        started.RecordLegalStatus("IRREGULAR", null, act);
        started.RecordRights("NotYet", null, act);
        started.RecordSafeContact(new() { Direct = "Yes", DeviceWatched = "No", LastCheckedOn = act.Day, Phone = Phone }, act);
        started.RecordIdentity(new() { GivenName = GivenName, FamilyName = FamilyName }, protectedIdentity, act);
        started.Open(act);
        db.Cases.Add(started);
        await db.SaveChangesAsync();
        return started.Id;
    });

    public static Task ConsentAsync(this PathwayHost host, string worker, CaseId id, string recipient, DateOnly? validUntil = null, DataGroups? groups = null) => host.OnAsync(worker, id, CaseParts.Consents, async (theCase, db, act) =>
    {
        var to = await host.OrganisationOfAsync(recipient);
        theCase.GiveConsent(new()
        {
            Recipient = to.Id,
            RecipientKind = to.Kind,
            Purpose = Purposes.Referral,
            Groups = groups ?? DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Investigation, DataGroup.Migration),
            DecidedOn = act.Day,
            ValidUntil = validUntil,
            Method = CodeLists.ConsentMethod.Items[0].Code,
            FullyInformed = true,
        }, act);
    });

    public static async Task<ReferralId> ReferralAsync(this PathwayHost host, string worker, CaseId id, string recipient, Urgency urgency = Urgency.Normal, ReferralKind kind = ReferralKind.Service)
    {
        var sent = default(ReferralId);
        await host.OnAsync(worker, id, CaseParts.Consents | CaseParts.Referrals, async (theCase, db, act) =>
        {
            var to = await host.OrganisationOfAsync(recipient);
            var draft = theCase.DraftReferral(new()
            {
                Recipient = to.Id,
                RecipientKind = to.Kind,
                Kind = kind,
                Service = CodeLists.Service.Items[0].Code,
                Urgency = urgency,
                Groups = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Investigation, DataGroup.Migration),
            }, act);
            theCase.SendReferral(draft.Id, true, act);
            sent = draft.Id;
        });
        return sent;
    }

    public static Task AcceptAsync(this PathwayHost host, string worker, ReferralId id) => host.ActAsync(worker, async (services, act) =>
    {
        var db = services.GetRequiredService<PathwayDb>();
        await db.Database.ExecuteSqlAsync($"SELECT pathway.settle_acceptance({id.Value})");
        var referral = await db.Referrals.SingleAsync(r => r.Id == id);
        var theCase = await services.GetRequiredService<CaseLoader>().LoadAsync(referral.CaseId, CaseParts.Core, default) ?? throw new InvalidOperationException("The recipient does not see the case.");
        referral.Accept(act.By, null, act);
        theCase.AddToTeam(act.By, true, act);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>The organisation takes part, with the worker on its team: consent, referral, acceptance.</summary>
    public static async Task JoinsAsync(this PathwayHost host, string lead, CaseId id, string recipient)
    {
        await host.ConsentAsync(lead, id, recipient);
        await host.AcceptAsync(recipient, await host.ReferralAsync(lead, id, recipient));
    }

    public static Task OnAsync(this PathwayHost host, string worker, CaseId id, CaseParts parts, Func<Case, PathwayDb, Act, Task> does) => host.ActAsync(worker, async (services, act) =>
    {
        var db = services.GetRequiredService<PathwayDb>();
        var found = await services.GetRequiredService<CaseLoader>().LoadAsync(id, parts, default) ?? throw new InvalidOperationException("This worker does not see the case.");
        await does(found, db, act);
        await db.SaveChangesAsync();
        return true;
    });

    public static async Task<Organisation> OrganisationOfAsync(this PathwayHost host, string account)
    {
        var id = await host.OrganisationAsync(account);
        return await host.LookAsync(db => db.Organisations.SingleAsync(o => o.Id == id));
    }

    private static async Task<T> ActAsync<T>(this PathwayHost host, string worker, Func<IServiceProvider, Act, Task<T>> does)
    {
        var actor = await host.ActorAsync(worker);
        var at = host.Clock.GetUtcNow();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var done = await does(scope.ServiceProvider, actor.ActAt(at));
        await transaction.CommitAsync();
        return done;
    }
}
