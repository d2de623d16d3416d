using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Access;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Gives a form the id of the act it may become, so that a double submit is one act.</summary>
public interface IActId
{
    Guid New();
}

/// <summary>A form that does one act: posted, guarded against forgery, with the act's id and, when given, the revision it was read at.</summary>
[HtmlTargetElement("rp-form")]
public sealed class ActForm(IAntiforgery antiforgery, IActId acts, TimeProvider clock) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where it goes; the page itself when left out.</summary>
    public string? Action { get; set => field = value is "" ? null : value; }

    /// <summary>The revision of the record that the person saw.</summary>
    public long? Revision { get; set; }

    /// <summary>The form carries a file.</summary>
    public bool Files { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("form", "", Html($"""
            <input type="hidden" name="act" value="{acts.New()}" autocomplete="off">{When(Revision is not null, $"<input type=\"hidden\" name=\"revision\" value=\"{Basis}\" autocomplete=\"off\"><input type=\"hidden\" name=\"seen\" value=\"{Seen}\" autocomplete=\"off\">")}{antiforgery.GetHtml(ViewContext.HttpContext)}
            {content}
            """));
        output.Attributes.SetAttribute("id", Numbered());
        output.Attributes.SetAttribute("method", "post");
        if (Action is not null) output.Attributes.SetAttribute("action", Action);
        if (Files) output.Attributes.SetAttribute("enctype", "multipart/form-data");
        output.Attributes.SetAttribute("autocomplete", "off");
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
    }

    /// <summary>The instant at which the person was shown the form that they now send; null when it does not say.</summary>
    internal static DateTimeOffset? SeenAt(HttpRequest request) =>
        request.HasFormContentType && long.TryParse(request.Form["seen"], CultureInfo.InvariantCulture, out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999 ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>The id of the form that was sent, or of the page's first; null where there is none.</summary>
    internal static string? Sent(ViewContext view)
    {
        var (path, query) = (view.HttpContext.Request.Path.Value, view.HttpContext.Request.QueryString.Value);
        var forms = On(view);
        return (forms.Find(f => f.Action == path + query) ?? forms.Find(f => f.Action is null) ?? forms.FirstOrDefault())?.Id;
    }

    private string Numbered()
    {
        var forms = On(ViewContext);
        forms.Add(new(forms.Count == 0 ? "form" : $"form-{forms.Count + 1}", Action));
        return forms[^1].Id;
    }

    private static List<Form> On(ViewContext view) => (List<Form>)(view.HttpContext.Items[typeof(Form)] ??= new List<Form>());

    private sealed record Form(string Id, string? Action);

    private HttpRequest Request => ViewContext.HttpContext.Request;

    private LostRace? Lost => ViewContext.HttpContext.Items[UnitOfWork.Stale] as LostRace;

    /// <summary>A form that comes back with errors still stands on the revision it was filled in at; after a lost race, on the one that won.</summary>
    private bool ComesBack => Lost is null && !ViewContext.ModelState.IsValid && Request.HasFormContentType;

    private string Basis => ComesBack && Request.Form["revision"].ToString() is { Length: > 0 } typed ? typed : (Lost?.Revision ?? Revision)?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Seen => (ComesBack && SeenAt(Request) is { } seen ? seen : clock.GetUtcNow()).UtcTicks.ToString(CultureInfo.InvariantCulture);
}
