using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Acts, newest first; made of <c>rp-event</c>.</summary>
[HtmlTargetElement("rp-timeline")]
public sealed class Timeline : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "rp-timeline");
}

/// <summary>One act: what, when and by whom; more about it inside.</summary>
[HtmlTargetElement("rp-event")]
public sealed class TimelineEvent(Wording t) : TagHelper
{
    public string What { get; set; } = "";

    /// <summary>The day or moment and who acted, as one line.</summary>
    public string When { get; set; } = "";

    /// <summary>A decision by an authority, or a change of status.</summary>
    public bool Key { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("li", Key ? "rp-event rp-event--key" : "rp-event", Html($"""
            <p class="rp-event__what">{t.Say(What)}</p>{Markup.When(When.Length > 0, $"<p class=\"rp-event__when\">{When}</p>")}{Markup.When(!text.IsEmptyOrWhiteSpace, $"<div class=\"rp-event__text\">{text}</div>")}
            """));
    }
}
