using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Forms;

namespace ReferralPathway.Web.Access;

/// <summary>A page that is opened again shows in its forms what was typed there and not sent, as if it had come back with an error, and without one.</summary>
public sealed class DraftsTakenUp(Drafts drafts) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Exception is not null || context.Result is not PageResult || !HttpMethods.IsGet(context.HttpContext.Request.Method)) return;
        var found = drafts.TakeUp();
        foreach (var (name, values) in found.SelectMany(d => d.Fields))
        {
            context.ModelState.SetModelValue(name, values is [var one] ? one : values, string.Join(',', values));
            context.ModelState.MarkFieldSkipped(name);
        }
        context.HttpContext.Items[typeof(TakenUp)] = found;
    }

    internal static TakenUp? In(HttpContext http, string form) => (http.Items[typeof(TakenUp)] as IReadOnlyList<TakenUp>)?.FirstOrDefault(d => d.Form == form);
}
