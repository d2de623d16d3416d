using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>One of a few answers. A <c>rp-when</c> inside shows further questions under one of them.</summary>
[HtmlTargetElement("rp-choice")]
public sealed class Radios(Wording t) : Question(t)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>Side by side where there is room: for two or three short answers.</summary>
    public bool Inline { get; set; }

    public bool Small { get; set; }

    protected override async Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output)
    {
        var under = await When.InsideOf(context, output);
        var offered = Items.Where(choice => !choice.Withdrawn || string.Equals(choice.Value, Typed, StringComparison.OrdinalIgnoreCase));
        return Fieldset(Html($"""<div class="govuk-radios{(Inline ? " govuk-radios--inline" : "")}{(Small ? " govuk-radios--small" : "")}">{Join(offered.Select((choice, n) => Answer(choice, n, under)))}</div>"""));
    }

    private IHtmlContent Answer(Choice choice, int n, IReadOnlyDictionary<string, IHtmlContent> under)
    {
        var id = n == 0 ? Id : $"{Id}-{n + 1}";
        var more = under.GetValueOrDefault(choice.Value);
        return Html($"""
            <div class="govuk-radios__item"><input class="govuk-radios__input" id="{id}" name="{Name}" type="radio" value="{choice.Value}"{Flag("checked", string.Equals(choice.Value, Typed, StringComparison.OrdinalIgnoreCase))}{Attribute("aria-describedby", choice.Hint is null ? null : $"{id}-hint")}{Attribute("data-reveals", more is null ? null : $"{id}-more")}>
            <label class="govuk-label govuk-radios__label" for="{id}">{T.Say(choice.Text)}</label>{Markup.When(choice.Hint is not null, $"<div id=\"{id}-hint\" class=\"govuk-hint govuk-radios__hint\">{T.Say(choice.Hint ?? "")}</div>")}</div>
            {Markup.When(more is not null, $"<div class=\"govuk-radios__conditional\" id=\"{id}-more\">{more}</div>")}
            """);
    }
}
