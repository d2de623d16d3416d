using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>A part of the page under a heading, named for those who jump from part to part.</summary>
public abstract class Block(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "";

    /// <summary>The level of the heading.</summary>
    public int Level { get; set; } = 2;

    protected Wording T => t;

    protected void Render(TagHelperOutput output, string classes, string headingClass, IHtmlContent content, IHtmlContent? before = null)
    {
        var id = output.Attributes["id"]?.Value?.ToString() ?? ViewContext.NextId("part");
        output.Attributes.RemoveAll("id");
        var tag = new HtmlString($"h{Level}");
        output.Become("section", classes, Html($"<{tag} class=\"{headingClass}\" id=\"{id}\">{before}{t.Say(Title)}</{tag}>{content}"));
        output.Attributes.SetAttribute("aria-labelledby", id);
    }
}

/// <summary>A section of the main column; an id it carries becomes the heading's, to link to.</summary>
[HtmlTargetElement("rp-section")]
public sealed class Section(Wording t) : Block(t)
{
    /// <summary>The first section under the head needs no space above.</summary>
    public bool First { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, First ? "" : "rp-section", "govuk-heading-m", await output.GetChildContentAsync());
}

/// <summary>A white block for what to read or act on; plain for context, on the ground under a hairline.</summary>
[HtmlTargetElement("rp-panel")]
public sealed class Panel(Wording t) : Block(t)
{
    public bool Plain { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Render(output, Plain ? "rp-panel rp-panel--plain" : "rp-panel", "govuk-heading-s", await output.GetChildContentAsync());
}

/// <summary>How to contact the person without risk: before everything else on a page with a contact action. Filled with <c>rp-fact</c>.</summary>
[HtmlTargetElement("rp-safe")]
public sealed class SafeContact : Block
{
    public SafeContact(Wording t) : base(t) => Title = "Look.Safe.Title";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(Facts)] = FactsForm.Plain;
        var facts = Html($"<dl class=\"rp-safe__list\">{await output.GetChildContentAsync()}</dl>");
        Render(output, "rp-safe", "rp-safe__title", facts, Icons.Shield);
    }
}
