using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Gives a form the id of the act it may become, so that a double submit is one act.</summary>
public interface IActId
{
    Guid New();
}

/// <summary>
/// A form that does one act: posted, guarded against forgery, with the act's id and, when given, the revision it was read at. When it asks something of whoever is signed in, it
/// saves itself as a draft.
/// </summary>
[HtmlTargetElement("rp-form")]
public sealed class ActForm(IAntiforgery antiforgery, IActId acts, TimeProvider clock, Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where it goes; the page itself when left out.</summary>
    public string? Action { get; set => field = value is "" ? null : value; }

    /// <summary>The revision of the record that the person saw.</summary>
    public long? Revision { get; set; }

    /// <summary>The form carries a file.</summary>
    public bool Files { get; set; }

    /// <summary>Saves itself. Not where somebody is looked for, shows who they are, or says where a person stays.</summary>
    public bool Draft { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var asked = Asked.On(ViewContext).Count;
        var id = Numbered();
        var content = await output.GetChildContentAsync();
        var keeps = Draft && ViewContext.HttpContext.User.Identity?.IsAuthenticated == true && Asked.On(ViewContext).Count > asked;
        output.Become("form", "", Html($"""
            <input type="hidden" name="act" value="{acts.New()}">{When(Revision is not null, $"<input type=\"hidden\" name=\"revision\" value=\"{Basis}\"><input type=\"hidden\" name=\"seen\" value=\"{Seen}\">")}{Token.Input(antiforgery, ViewContext.HttpContext)}
            {content}{(keeps ? Kept : null)}
            """));
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("method", "post");
        if (Action is not null) output.Attributes.SetAttribute("action", Action);
        if (Files) output.Attributes.SetAttribute("enctype", "multipart/form-data");
        output.Attributes.SetAttribute("autocomplete", "off");
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (!keeps) return;
        output.Attributes.SetAttribute(new TagHelperAttribute("data-draft"));
        output.Attributes.SetAttribute("data-unsaved", t["Drafts.NotSaved"]);
        output.Attributes.SetAttribute("data-unsent", t["Drafts.NotSent"]);
        output.Attributes.SetAttribute("data-out", t["Drafts.SignedOut"]);
        if (Begun is { } begun) output.PreElement.SetHtmlContent(Notice(begun));
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

    /// <summary>What was typed into this form earlier and stands in it again.</summary>
    private TakenUp? Begun => Draft ? DraftsTakenUp.In(ViewContext.HttpContext, On(ViewContext)[^1].Id) : null;

    /// <summary>Which draft this form on this screen is, and where the script says that it is saved.</summary>
    private IHtmlContent Kept => Html($"<input type=\"hidden\" name=\"draft\" value=\"{Sent("draft") ?? $"{Guid.CreateVersion7(clock.GetUtcNow())}"}\">{When((Begun?.ToString() ?? Sent("from")) is not null, $"<input type=\"hidden\" name=\"from\" value=\"{Begun?.ToString() ?? Sent("from")}\">")}<p class=\"govuk-hint rp-noprint\" data-drafted hidden role=\"status\" tabindex=\"-1\"></p>");

    private IHtmlContent Notice(TakenUp begun) => Html($"""
        <div class="govuk-inset-text"><p class="govuk-body">{t["Drafts.TakenUp", ("at", t.Moment(begun.SavedAt))]}{When(begun.Others > 0, $" {t.Count("Drafts.Others", begun.Others)}")}</p>
        <form method="post" action="/drafts/forget"><input type="hidden" name="draft" value="{begun.Id}"><input type="hidden" name="back" value="{Request.Path + Request.QueryString}">{Token.Input(antiforgery, ViewContext.HttpContext)}<button type="submit" class="rp-linkbutton">{t["Drafts.Forget"]}</button></form></div>
        """);

    private string? Sent(string name) => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Request.Form[name].ToString() is { Length: > 0 } sent ? sent : null;

    private HttpRequest Request => ViewContext.HttpContext.Request;

    private LostRace? Lost => ViewContext.HttpContext.Items[UnitOfWork.Stale] as LostRace;

    /// <summary>A form that comes back with errors still stands on the revision it was filled in at; after a lost race, on the one that won.</summary>
    private bool ComesBack => Lost is null && !ViewContext.ModelState.IsValid && Request.HasFormContentType;

    private string Basis => Begun?.Fields.GetValueOrDefault("revision") is [{ Length: > 0 } then] ? then : ComesBack && Request.Form["revision"].ToString() is { Length: > 0 } typed ? typed : (Lost?.Revision ?? Revision)?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Seen => Begun?.Fields.GetValueOrDefault("seen") is [{ Length: > 0 } then] ? then : (ComesBack && SeenAt(Request) is { } seen ? seen : clock.GetUtcNow()).UtcTicks.ToString(CultureInfo.InvariantCulture);
}
