using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

public enum ButtonKind
{
    /// <summary>What the page is for: one per page.</summary>
    Primary,
    Secondary,

    /// <summary>What cannot be undone.</summary>
    Warning,
}

/// <summary>A button that sends the form, or with <c>href</c> a link that looks like one.</summary>
[HtmlTargetElement("rp-button")]
public sealed class ActButton(Wording t) : TagHelper
{
    public string Text { get; set; } = "";
    public ButtonKind Kind { get; set; }
    public string? Href { get; set; }

    /// <summary>Where this button sends the form, when not to the form's own address.</summary>
    public string? Action { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = Href is not null;
        output.Become(link ? "a" : "button", $"govuk-button{Modifier}", Html($"{t.Say(Text)}"));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        foreach (var (name, value) in link ? [("href", Href!), ("role", "button"), ("draggable", "false")] : new[] { ("type", "submit"), ("data-prevent-double-click", "true") })
            output.Attributes.SetAttribute(name, value);
        if (Action is not null) output.Attributes.SetAttribute("formaction", Action);
    }

    private string Modifier => Kind switch { ButtonKind.Secondary => " govuk-button--secondary", ButtonKind.Warning => " govuk-button--warning", _ => "" };
}
