using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>
/// One of many answers, such as 290 municipalities. The browser's own list: typing the first letters finds the answer, with every
/// aid and on every telephone. A <see cref="Choice.Group"/> puts answers under a heading.
/// </summary>
[HtmlTargetElement("rp-select")]
public sealed class Select(Wording t) : Question(t)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>The first, empty line; an empty string leaves it out.</summary>
    public string Empty { get; set; } = "Look.Choose";

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output)
    {
        var typed = Typed;
        var options = Items.Where(choice => !choice.Withdrawn || string.Equals(choice.Value, typed, StringComparison.OrdinalIgnoreCase)).GroupBy(choice => choice.Group).Select(group => group.Key is null
            ? Join(group.Select(choice => Option(choice, typed)))
            : Html($"<optgroup label=\"{T.Say(group.Key)}\">{Join(group.Select(choice => Option(choice, typed)))}</optgroup>"));
        return Task.FromResult(Html($"""{LabelFor}{HintAndError}<select class="{ErrorClass("govuk-select")}" id="{Id}" name="{Name}"{Described} autocomplete="off">{Markup.When(Empty.Length > 0, $"<option value=\"\">{T.Say(Empty)}</option>")}{Join(options)}</select>"""));
    }

    private IHtmlContent Option(Choice choice, string? typed) =>
        Html($"<option value=\"{choice.Value}\"{Flag("selected", string.Equals(choice.Value, typed, StringComparison.OrdinalIgnoreCase))}>{T.Say(choice.Text)}</option>");
}
