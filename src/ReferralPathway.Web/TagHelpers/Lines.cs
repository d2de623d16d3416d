using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>How strong the claim to a support is; shown by shape and word.</summary>
public enum LineStrength { Right, Available, MostLikely, Apply, NotNow, Info }

/// <summary>Guidance, in the order of the rules; made of <c>rp-line</c>.</summary>
[HtmlTargetElement("rp-lines")]
public sealed class Lines : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "rp-lines");
}

/// <summary>One line of guidance: strength, what, who gives it, on what ground, what is missing, what comes next, and why. More inside.</summary>
[HtmlTargetElement("rp-line")]
public sealed class Line(Wording t) : TagHelper
{
    public LineStrength Strength { get; set; }
    public string Title { get; set; } = "";
    public string? By { get; set; }
    public string? Ground { get; set; }
    public IEnumerable<string> Missing { get; set; } = [];
    public string? Practice { get; set => field = value is "" ? null : value; }
    public string? Next { get; set; }

    /// <summary>Where the next step is done; makes a link of it.</summary>
    public string? Way { get; set => field = value is "" ? null : value; }

    /// <summary>Section of law and guide, last of all.</summary>
    public string? Source { get; set => field = value is "" ? null : value; }
    public string? Why { get; set; }
    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var tag = new HtmlString($"h{Level}");
        output.Become("li", "rp-line", Html($"""
            <p class="rp-line__strength"><span class="rp-strength{Modifier}">{t[$"Look.Strength.{Strength}"]}</span></p>
            <div><{tag} class="rp-line__title">{t.Say(Title)}</{tag}>{Paragraph("by", By is null ? null : Html($"<b>{t.Say(By)}</b>"))}{Paragraph("by", Said(Ground))}{more}{Labelled("Practice", Said(Practice))}{Lacking}{Labelled("Next", NextStep)}{Paragraph("source", Said(Source))}{Reason}</div>
            """));
    }

    private string Modifier => Strength switch { LineStrength.Right => "", LineStrength.NotNow => " rp-strength--not-now", LineStrength.Apply => " rp-strength--apply", LineStrength.Info => " rp-strength--info", _ => " rp-strength--available" };

    private IHtmlContent? Said(string? text) => text is null ? null : Html($"{t.Say(text)}");

    private IHtmlContent? NextStep => Next is null || Way is null ? Said(Next) : Html($"<a class=\"govuk-link\" href=\"{Way}\">{t.Say(Next)}</a>");

    private IHtmlContent? Labelled(string key, IHtmlContent? text) => text is null ? null : Paragraph("next", Html($"<b>{t[$"Look.Line.{key}"]}</b> {text}"));

    private static IHtmlContent? Paragraph(string part, IHtmlContent? content) => When(content is not null, $"<p class=\"rp-line__{part}\">{content}</p>");

    private IHtmlContent? Lacking => When(Missing.Any(), $"<div class=\"rp-missing\"><b>{t["Look.Line.Missing"]}</b><ul>{Join(Missing.Select(lack => Html($"<li>{t.Say(lack)}</li>")))}</ul></div>");

    private IHtmlContent? Reason => Why is null ? null : Html($"""
        <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t["Look.Line.Why"]}<span class="govuk-visually-hidden">: {t.Say(Title)}</span></span></summary><div class="govuk-details__text"><p>{t.Say(Why)}</p></div></details>
        """);
}
