using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Several lines of text. With <c>max</c> it counts what is left, and never cuts off what was typed.</summary>
[HtmlTargetElement("rp-area")]
public sealed class TextArea(Wording t) : Question(t)
{
    public int Rows { get; set; } = 5;

    /// <summary>The most characters the answer may have.</summary>
    public int? Max { get; set; }

    /// <summary>The language of what is typed, where it is another than that of the page; its own letters say in which direction it runs.</summary>
    public string? Lang { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await base.ProcessAsync(context, output);
        if (Max is null) return;

        output.Attributes.SetAttribute("class", $"{ErrorClass("govuk-form-group")} govuk-character-count");
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", Max);
        foreach (var (name, key) in Counts) output.Attributes.SetAttribute($"data-i18n.{name}", T[$"Look.Left.{key}"]);
    }

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output) => Task.FromResult(Html(
        $"""{LabelFor}{HintAndError}<textarea class="{ErrorClass("govuk-textarea")}{(Max is null ? "" : " govuk-js-character-count")}" id="{Id}" name="{Name}" rows="{Rows}"{Attribute("lang", Lang)}{Attribute("dir", Lang is null ? null : "auto")}{Attribute("aria-describedby", Max is null ? DescribedBy : $"{Id}-info {DescribedBy}".TrimEnd())}{Attribute("aria-invalid", Error is null ? null : "true")} autocomplete="off" spellcheck="true">{Environment.NewLine}{Typed}</textarea>{Info}"""));

    private IHtmlContent? Info => When(Max is not null, $"""<div id="{Id}-info" class="govuk-hint govuk-character-count__message">{T["Look.Left.Before", ("n", Max)]}</div>""");

    private static readonly (string Name, string Key)[] Counts =
    [
        ("characters-under-limit.one", "Under.one"), ("characters-under-limit.other", "Under.other"), ("characters-at-limit", "None"),
        ("characters-over-limit.one", "Over.one"), ("characters-over-limit.other", "Over.other"),
    ];
}
