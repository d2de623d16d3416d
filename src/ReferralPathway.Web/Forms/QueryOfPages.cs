using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace ReferralPathway.Web.Forms;

/// <summary>
/// What a form leaves out is not taken from the address it is sent to: a link that somebody was given could tick what they left unticked. Of a post, only those values are read from
/// the query that the page says belong to its address (<c>[FromQuery]</c>, <c>SupportsGet</c>), or that its handlers take by name.
/// </summary>
internal sealed class QueryOfPages : IValueProviderFactory
{
    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        var request = context.ActionContext.HttpContext.Request;
        var query = HttpMethods.IsPost(request.Method) && context.ActionContext.ActionDescriptor is CompiledPageActionDescriptor page
            ? new QueryCollection(request.Query.Where(value => Addressed(page).Any(name => IsOf(value.Key, name))).ToDictionary(StringComparer.OrdinalIgnoreCase))
            : request.Query;
        if (query.Count > 0) context.ValueProviders.Add(new QueryStringValueProvider(BindingSource.Query, query, CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Addressed(CompiledPageActionDescriptor page) =>
    [
        .. page.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Where(p => p.BindingInfo?.BindingSource == BindingSource.Query || p.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true).Select(p => p.BindingInfo?.BinderModelName ?? p.Name),
        .. page.HandlerMethods.SelectMany(h => h.Parameters).Select(p => p.BindingInfo?.BinderModelName ?? p.Name),
    ];

    private static bool IsOf(string key, string name) =>
        key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Length || key[name.Length] is '.' or '[');
}
