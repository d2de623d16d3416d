using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Forms;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Measures;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Access;

/// <summary>
/// One request, one transaction that says who is acting. An act is claimed by the id its form carried, so that a double submit gets the first answer;
/// a broken law becomes an error on the form and a refusal in the record; a lost race says that somebody else was faster and keeps what was typed.
/// It ends before the page is rendered: a page renders what its handler has read.
/// </summary>
public sealed class UnitOfWork(PathwayDb db, CurrentPerson current, Acts acts, CaseInHand hand, Hotline hotline, CodeLabels codes, Drafts drafts, Wording t, Counts counts) : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Outside all guards: a refusal is recorded too.</summary>
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
        {
            // Nothing here takes it: the page would be rendered with nothing read.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        if (context.HandlerMethod is null && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // Open to anybody, and reads nothing: there is no refusal to record.
            await next();
            return;
        }
        var stopping = context.HttpContext.RequestAborted;
        db.Acting = current.Acting;
        // A search is sent as a post, so that a name stands in no address; it is a reading all the same.
        var reads = !HttpMethods.IsPost(method) || context.HandlerMethod?.MethodInfo.IsDefined(typeof(ChangesNothingAttribute), inherit: false) == true;
        db.Opening = [hotline.Question, codes.Question, .. reads ? Opening(context) : []];
        // The page that says that something went wrong comes after an act that failed, in the same scope: what that had in hand, lines of the record among it, was never done.
        db.ChangeTracker.Clear();
        // Whatever fails is rolled back whole: a savepoint around each save would be two questions for nothing.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        // A refused or failed post is answered by the status page, under the same method: that is no second act. Nor is keeping a form while the screen is locked: the act is still to come.
        var isAct = current.Actor is not null && !reads && context.ActionDescriptor.ViewEnginePath is not ("/Status" or "/SignIn/Lock");
        var act = isAct ? acts.IdOn(context.HttpContext.Request) : null;
        if (act is { } id && await acts.AnswerOfAsync(id, stopping) is { } answered)
        {
            await transaction.CommitAsync(stopping);
            counts.Repeated();
            context.Result = answered;
            return;
        }

        var executed = await next();
        switch (executed.Exception)
        {
            case null:
                var isDone = act is { } done && await acts.AnswerAsync(done, executed.Result, stopping);
                if (isDone) await drafts.SentAsync(context.HttpContext.Request, stopping);
                await transaction.CommitAsync(stopping);
                if (isDone) counts.Act(context.ActionDescriptor.ViewEnginePath);
                break;
            case RuleBrokenException broken:
                await RefuseAsync(context, executed, transaction, "Rule", broken.Rule.Name, stopping);
                context.ModelState.AddModelError(FieldOf(broken.Rule, context.HandlerInstance), t.Law(broken));
                break;
            case DbUpdateConcurrencyException:
                await RefuseAsync(context, executed, transaction, "Stale", "Revision", stopping);
                context.ModelState.AddModelError("", t.Error("Stale"));
                break;
        }
    }

    private static string FieldOf(Rule rule, object page) =>
        page.GetType().GetCustomAttributes<RuleAtAttribute>().FirstOrDefault(at => at.Rules.Contains(rule.Name))?.Field ?? "";

    /// <summary>What a page that is only read needs before anything else: the messages for its frame, and for its guard how the person stands to the case.</summary>
    private IEnumerable<IOpeningQuestion> Opening(PageHandlerExecutingContext context)
    {
        if (current.Actor is not { } reader) yield break;
        yield return new UnreadMessages(reader.IsManager, reader.Role == Role.Administrator);
        if (context.ActionDescriptor.HandlerMethods.Any(h => HttpMethods.IsPost(h.HttpMethod))) yield return new DraftQuestion(context.HttpContext.Request.Path + context.HttpContext.Request.QueryString);
        if (CaseId.TryParse(context.RouteData.Values["caseId"] as string, null, out var id)) yield return new StandingQuestion(id);
    }

    /// <summary>Among the request's items when the page is shown again because somebody else was faster: <see cref="LostRace"/>.</summary>
    public static readonly object Stale = new();

    private async Task RefuseAsync(PageHandlerExecutingContext context, PageHandlerExecutedContext executed, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, string what, string why, CancellationToken stopping)
    {
        counts.Refusal(what);
        // What was read for the page has been seen, whatever becomes of the act.
        var readings = db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State is EntityState.Added or EntityState.Unchanged && e.Entity.Kind.StartsWith(AuditEntry.ReadPrefix, StringComparison.Ordinal)).Select(e => e.Entity).ToList();
        await transaction.RollbackAsync(stopping);
        db.ChangeTracker.Clear();
        await using var second = await db.Database.BeginTransactionAsync(stopping);
        db.AuditEntries.AddRange(readings);
        db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, what, null, ("why", why), ("page", context.ActionDescriptor.ViewEnginePath)));
        if (what == "Stale") context.HttpContext.Items[Stale] = await LostRaceAsync(context, stopping);
        await db.SaveChangesAsync(stopping);
        await second.CommitAsync(stopping);
        executed.ExceptionHandled = true;
        executed.Result = new PageResult { StatusCode = what == "Stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>What became of the case since the person was shown the form: read anew through the projection, as any other reading; of anything else, what its page says.</summary>
    private async Task<LostRace> LostRaceAsync(PageHandlerExecutingContext context, CancellationToken stopping)
    {
        var seen = ActForm.SeenAt(context.HttpContext.Request);
        if (hand.IsHeld) return new(await hand.ViewAsync(stopping), seen);
        return new(null, seen) { Others = context.HandlerInstance is IRaced raced ? await raced.SinceAsync(seen ?? current.At, stopping) : [] };
    }
}

/// <summary>A page on which two people may change the same record that is no case.</summary>
public interface IRaced
{
    /// <summary>Reads the record anew, for the page to show, and says who did what to it since the form was shown; newest first.</summary>
    Task<IReadOnlyList<Raced>> SinceAsync(DateTimeOffset seen, CancellationToken stopping);
}

/// <param name="What">In the words of the reader's language.</param>
/// <param name="Now">Each field that differs: its label and what it says now.</param>
public sealed record Raced(DateTimeOffset At, string Who, string What, IReadOnlyList<(string Label, string Value)> Now);

/// <summary>Somebody else was faster.</summary>
/// <param name="View">The case as it now is; null where the race was about something else.</param>
/// <param name="SeenAt">When the person was shown the form.</param>
public sealed record LostRace(CaseView? View, DateTimeOffset? SeenAt)
{
    /// <summary>The revision to try again from.</summary>
    public int? Revision => View?.Core?.Revision;

    /// <summary>What others did to a record that is no case.</summary>
    public IReadOnlyList<Raced> Others { get; init; } = [];

    /// <summary>What happened after the form was shown, newest first, as far as the person may see it.</summary>
    public IReadOnlyList<EventRow> Since => View is null || SeenAt is null ? [] : [.. View.Timeline.Where(e => e.At >= SeenAt)];
}
