using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>A list of work, white; plain for what waits on others. Made of <c>rp-row</c>.</summary>
[HtmlTargetElement("rp-rows")]
public sealed class Rows : TagHelper
{
    public bool Plain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", Plain ? "rp-rows rp-rows--plain" : "rp-rows");
}

/// <summary>One thing to do: what, for whom (masked), until when. What stands inside is the line of explanation; <c>rp-end</c> adds to the right.</summary>
[HtmlTargetElement("rp-row")]
public sealed class Row(Wording t) : TagHelper
{
    public string Title { get; set; } = "";
    public string? Href { get; set; }
    public string? Who { get; set; }

    /// <summary>The last day, or with <c>due-at</c> the last instant.</summary>
    public DateOnly? Due { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Somebody else has to act.</summary>
    public bool Waiting { get; set; }

    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var end = new HtmlContentBuilder();
        context.Items[typeof(RowEnd)] = end;
        var text = await output.GetChildContentAsync();
        var tag = new HtmlString($"h{Level}");
        var title = string.IsNullOrEmpty(Href) ? Html($"{t.Say(Title)}") : Html($"<a class=\"govuk-link\" href=\"{Href}\">{t.Say(Title)}</a>");
        output.Become("li", "rp-row", Html($"""
            <div><{tag} class="rp-row__title">{title}</{tag}>{Text(text)}</div>
            <div class="rp-row__end">{When(Due is not null || DueAt is not null, $"{DueChip.Chip(t, Due, DueAt, Waiting)}<span class=\"rp-row__date\">{Date}</span>")}{end}</div>
            """));
    }

    private IHtmlContent? Text(TagHelperContent text) => When(!string.IsNullOrEmpty(Who) || !text.IsEmptyOrWhiteSpace,
        $"<p class=\"rp-row__text\">{When(!string.IsNullOrEmpty(Who), $"<span class=\"rp-row__who\">{Who}</span>{When(!text.IsEmptyOrWhiteSpace, $"<br>")}")}{text}</p>");

    private IHtmlContent Date => DueAt is { } at
        ? Html($"<time datetime=\"{at.UtcDateTime:yyyy-MM-ddTHH:mmZ}\">{t.Moment(at)}</time>")
        : Html($"<time datetime=\"{Due:yyyy-MM-dd}\">{(Due is { } day ? t.Day(day) : "")}</time>");
}

/// <summary>What stands at the right of a row, under its date: a tag, a link.</summary>
[HtmlTargetElement("rp-end", ParentTag = "rp-row")]
public sealed class RowEnd : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((HtmlContentBuilder)context.Items[typeof(RowEnd)]).AppendHtml(await output.GetChildContentAsync());
        output.SuppressOutput();
    }
}
