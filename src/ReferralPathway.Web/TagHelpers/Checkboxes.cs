using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Any number of answers; one of them may be "none of these".</summary>
[HtmlTargetElement("rp-choices")]
public sealed class Checkboxes(Wording t) : Question(t)
{
    public IEnumerable<Choice> Items { get; set; } = [];
    public bool Small { get; set; }

    private HashSet<string> Ticked => new(State?.RawValue switch
    {
        string[] several => several,
        string one => [one],
        _ => (For.Model as IEnumerable)?.Cast<object>().Select(value => Written(value)!) ?? [],
    }, StringComparer.OrdinalIgnoreCase);

    protected override async Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output)
    {
        var under = await When.InsideOf(context, output);
        var ticked = Ticked;
        return Fieldset(Html($"""<div class="govuk-checkboxes{(Small ? " govuk-checkboxes--small" : "")}">{Join(Items.Where(choice => !choice.Withdrawn || ticked.Contains(choice.Value)).Select((choice, n) => Answer(choice, n, ticked.Contains(choice.Value), under.GetValueOrDefault(choice.Value))))}</div>"""));
    }

    private IHtmlContent Answer(Choice choice, int n, bool ticked, IHtmlContent? more)
    {
        var id = n == 0 ? Id : $"{Id}-{n + 1}";
        return Html($"""
            {Markup.When(choice.Exclusive && n > 0, $"<div class=\"govuk-checkboxes__divider\">{T["Look.Or"]}</div>")}<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{id}" name="{Name}" type="checkbox" value="{choice.Value}"{Flag("checked", ticked)}{Flag("data-exclusive", choice.Exclusive)}{Attribute("aria-describedby", choice.Hint is null ? null : $"{id}-hint")}{Attribute("data-reveals", more is null ? null : $"{id}-more")}>
            <label class="govuk-label govuk-checkboxes__label" for="{id}">{T.Say(choice.Text)}</label>{Markup.When(choice.Hint is not null, $"<div id=\"{id}-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{T.Say(choice.Hint ?? "")}</div>")}</div>
            {Markup.When(more is not null, $"<div class=\"govuk-checkboxes__conditional\" id=\"{id}-more\">{more}</div>")}
            """);
    }
}
