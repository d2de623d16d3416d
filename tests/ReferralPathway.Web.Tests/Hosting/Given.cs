using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>One act of somebody, straight at the domain and the database, in the transaction that the application would have made.</summary>
internal sealed record Doing(PathwayDb Db, Actor Actor, Act Act, CaseLoader Cases, Sealer Sealer)
{
    public async Task<Case> CaseAsync(CaseId id, CaseParts parts = CaseParts.Consents | CaseParts.Referrals | CaseParts.Investigations | CaseParts.BreakGlass) =>
        await Cases.LoadAsync(id, parts, default) ?? throw new InvalidOperationException($"{Actor.Role} sees no such case.");
}

internal static class Given
{
    /// <summary>Somebody does something; it is saved and committed.</summary>
    public static async Task<T> DoAsync<T>(this PathwayHost host, string account, Func<Doing, Task<T>> act)
    {
        var actor = await host.ActorAsync(account);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = host.Clock.GetUtcNow();
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await act(new(db, actor, actor.ActAt(at), scope.ServiceProvider.GetRequiredService<CaseLoader>(), scope.ServiceProvider.GetRequiredService<Sealer>()));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    public static Task DoAsync(this PathwayHost host, string account, Func<Doing, Task> act) => host.DoAsync(account, async doing =>
    {
        await act(doing);
        return 0;
    });

    /// <summary>Somebody changes a case.</summary>
    public static Task OnAsync(this PathwayHost host, string account, CaseId id, Action<Case, Act> change) => host.DoAsync(account, async doing => change(await doing.CaseAsync(id), doing.Act));

    /// <summary>An open case of the account's organisation: an adult woman, nothing but what the intake asks for.</summary>
    public static Task<CaseId> OpenCaseAsync(this PathwayHost host, string account, Action<Case, Act>? more = null) => host.DoAsync(account, async doing =>
    {
        var (act, started) = (doing.Act, Case.Start(await doing.Cases.NextReferenceAsync(doing.Act.At, default), doing.Act));
        doing.Db.Cases.Add(started);
        await doing.Db.SaveChangesAsync();
        started.RecordDanger(false, act);
        started.RecordSafeContact(new() { Direct = "Yes", Phone = "+46701740605", DeviceWatched = "Unknown", LastCheckedOn = act.Day }, act);
        started.RecordDetection(act.Day.AddDays(-1), "SOCIAL_WORKER", null, "1280", act);
        started.RecordExploitation("THB", ["SEXUAL"], [], new(), act);
        started.RecordPerson(new() { Gender = "F", AgeGroup = "25-34", Languages = ["en"] }, act);
        started.RecordLegalStatus("IRREGULAR", null, act);
        started.RecordRights("Yes", "en", act);
        started.Open(act);
        more?.Invoke(started, act);
        return started.Id;
    });
}
