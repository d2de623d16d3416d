using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>An open case with an invented person in it, made through the domain and saved as a real request would save it.</summary>
internal static class SampleCase
{
    public const string Family = "Kanarienko";
    public const string Story = "The story of the canary";

    public static readonly DataGroups Usual = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

    /// <summary>Does one act as an account, in one transaction that says so.</summary>
    public static async Task<T> ActAsync<T>(this PathwayHost host, string account, Func<PathwayDb, CaseLoader, Act, Task<T>> act)
    {
        var actor = await host.ActorAsync(account);
        var at = host.Clock.GetUtcNow();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await act(db, scope.ServiceProvider.GetRequiredService<CaseLoader>(), actor.ActAt(at));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    public static Task<CaseId> CanaryCaseAsync(this PathwayHost host, string account, string ageGroup = "25-34") => host.ActAsync(account, async (db, cases, act) =>
    {
        var started = Case.Start(await cases.NextReferenceAsync(act.At, default), act);
        db.Cases.Add(started);
        started.RecordDanger(false, act);
        started.RecordSafeContact(new() { Direct = "Through", Through = "Haven", DeviceWatched = "No", LastCheckedOn = act.Day }, act);
        started.RecordDetection(act.Day.AddDays(-1), CodeLists.FirstIdentifier.Items[0].Code, null, null, act);
        started.RecordExploitation(CodeLists.ExposureCategory.Items[0].Code, [CodeLists.ExploitationType.Items[0].Code], [], new() { Description = Story }, act);
        started.RecordPerson(new() { Gender = "F", AgeGroup = ageGroup, Languages = ["en", "pcm"], InterpreterNeeded = true }, act);
        started.RecordLegalStatus(CodeLists.LegalStatus.Items[0].Code, null, act);
        started.RecordRights("Yes", "en", act);
        started.RecordIdentity(new() { GivenName = "Ada", FamilyName = Family }, "NONE", act);
        started.RecordHealth(new() { Pregnant = "No", UrgentNeed = "Yes", Disability = "No", Note = "The health of the canary" }, act);
        started.Open(act);
        return started.Id;
    });

    public static Task<ConsentId> ConsentAsync(this PathwayHost host, string account, CaseId id, string recipient, DataGroups? groups = null, string purpose = Purposes.Referral, DateOnly? until = null) =>
        host.ActAsync(account, async (db, cases, act) =>
        {
            var to = await db.OrganisationOf(recipient);
            var found = await cases.LoadAsync(id, CaseParts.Consents, default);
            return found!.GiveConsent(new()
            {
                Recipient = to.Id,
                RecipientKind = to.Kind,
                Purpose = purpose,
                Groups = groups ?? Usual,
                DecidedOn = act.Day,
                ValidUntil = until,
                Method = "ORAL_INTERPRETER",
                Language = "en",
                Interpreter = "Telephone",
                FullyInformed = true,
                Notes = new() { Guardian = "Guardian", ChildsOpinion = "Opinion" },
            }, act).Id;
        });

    public static Task<bool> WithdrawAsync(this PathwayHost host, string account, CaseId id, string recipient, string purpose = Purposes.Referral) => host.ActAsync(account, async (db, cases, act) =>
    {
        var to = await db.OrganisationOf(recipient);
        var found = (await cases.LoadAsync(id, CaseParts.Consents | CaseParts.Referrals, default))!;
        found.WithdrawConsent(to.Id, purpose, act.Day, null, found.Referrals, act);
        return true;
    });

    public static Task<ReferralId> SendAsync(this PathwayHost host, string account, CaseId id, string recipient, DataGroups? groups = null, ReferralKind kind = ReferralKind.Service, string? message = null) =>
        host.ActAsync(account, async (db, cases, act) =>
        {
            var to = await db.OrganisationOf(recipient);
            var found = (await cases.LoadAsync(id, CaseParts.Consents | CaseParts.Referrals, default))!;
            var draft = found.DraftReferral(new()
            {
                Recipient = to.Id,
                RecipientKind = to.Kind,
                Kind = kind,
                Service = "ACCOMMODATION",
                Urgency = Urgency.Normal,
                Groups = groups ?? Usual,
                Message = message,
            }, act);
            found.SendReferral(draft.Id, dangerAcknowledged: false, act);
            return draft.Id;
        });

    public static Task<bool> AcceptAsync(this PathwayHost host, string account, ReferralId id) =>
        host.ActAsync(account, async (db, cases, act) =>
        {
            var referral = await db.Referrals.SingleAsync(r => r.Id == id);
            await new Data.Referrals.Acceptance(db, cases).AcceptAsync(referral, act.By, act.Day, act, default);
            return true;
        });

    public static Task<bool> TellMoreAsync(this PathwayHost host, string account, CaseId id, string story) => host.ActAsync(account, async (_, cases, act) =>
    {
        var found = (await cases.LoadAsync(id, CaseParts.Core, default))!;
        found.RecordExploitation(CodeLists.ExposureCategory.Items[0].Code, [CodeLists.ExploitationType.Items[0].Code], [], new() { Description = story }, act);
        return true;
    });

    public static async Task<Domain.Organisations.Organisation> OrganisationOf(this PathwayDb db, string account) =>
        await (from a in db.Users join o in db.Organisations on a.OrganisationId equals o.Id where a.Email == account + "@sample.example" select o).SingleAsync();

    /// <summary>A question straight to PostgreSQL as pathway_app, with the settings of an account; everything is rolled back.</summary>
    public static async Task<T> AsAppAsync<T>(this PathwayHost host, string account, Func<Npgsql.NpgsqlConnection, Task<T>> ask, bool keep = false)
    {
        var actor = await host.ActorAsync(account);
        await using var source = Npgsql.NpgsqlDataSource.Create(host.Database.App);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var settings = connection.CreateCommand())
        {
            settings.CommandText = "SELECT set_config('pathway.user', $1, true), set_config('pathway.organisation', $2, true), set_config('pathway.role', $3, true), set_config('pathway.at', $4, true)";
            foreach (var value in new[] { actor.User.ToString(), actor.Organisation.ToString(), actor.Role.ToString(), host.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", System.Globalization.CultureInfo.InvariantCulture) })
                settings.Parameters.Add(new() { Value = value });
            await settings.ExecuteNonQueryAsync();
        }
        var answer = await ask(connection);
        if (keep) await transaction.CommitAsync();
        return answer;
    }

    public static Task<long> CountAsync(this PathwayHost host, string account, string question, params object[] values) => host.AsAppAsync(account, async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    });

    public static Task<int> SqlAsync(this PathwayHost host, string account, string statement, params object[] values) => host.AsAppAsync(account, async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync();
    }, keep: true);
}
