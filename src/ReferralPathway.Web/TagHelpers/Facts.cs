using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

internal enum FactsForm { Summary, Plain }

/// <summary>
/// What is known, label by label. With a title it is a card (parts of a form, check answers); <c>plain</c> is the small list of a panel,
/// <c>stacked</c> with each value under its label.
/// </summary>
[HtmlTargetElement("rp-facts")]
public sealed class Facts(Wording t) : TagHelper
{
    public string? Title { get; set => field = value is "" ? null : value; }

    /// <summary>Who wrote it and when, under the title.</summary>
    public string? Note { get; set => field = value is "" ? null : value; }

    /// <summary>Where the whole card is changed.</summary>
    public string? Change { get; set => field = value is "" ? null : value; }

    public int Level { get; set; } = 2;
    public bool Plain { get; set; }
    public bool Stacked { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var plain = Plain || Stacked;
        context.Items[typeof(Facts)] = plain ? FactsForm.Plain : FactsForm.Summary;
        var list = Html($"<dl class=\"{(plain ? $"rp-facts{(Stacked ? " rp-facts--stacked" : "")}" : "govuk-summary-list")}\">{await output.GetChildContentAsync()}</dl>");
        if (Title is not null)
        {
            output.Become("div", "govuk-summary-card", Card(list, t.Say(Title)));
            return;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(list);
    }

    private IHtmlContent Card(IHtmlContent list, string title)
    {
        var tag = new HtmlString($"h{Level}");
        return Html($"""
            <div class="govuk-summary-card__title-wrapper"><{tag} class="govuk-summary-card__title">{title}</{tag}>{When(Change is not null, $"<div class=\"govuk-summary-card__actions\"><a class=\"govuk-link\" href=\"{Change}\">{t["Look.Change"]}<span class=\"govuk-visually-hidden\">: {title}</span></a></div>")}</div>
            <div class="govuk-summary-card__content">{When(Note is not null, $"<p class=\"govuk-body-s rp-soft\">{t.Say(Note ?? "")}</p>")}{list}</div>
            """);
    }
}

/// <summary>One fact; without content it says that nothing is filled in. Stands in <c>rp-facts</c> or <c>rp-safe</c>.</summary>
[HtmlTargetElement("rp-fact")]
public sealed class Fact(Wording t) : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Where this one answer is changed.</summary>
    public string? Change { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var value = content.IsEmptyOrWhiteSpace ? Html($"<span class=\"rp-soft\">{t["Look.NotGiven"]}</span>") : content;
        if (context.Items[typeof(Facts)] is FactsForm.Plain)
            output.Become("div", "", Html($"<dt>{t.Say(Label)}</dt><dd>{value}</dd>"));
        else
            output.Become("div", "govuk-summary-list__row", Html($"""
                <dt class="govuk-summary-list__key">{t.Say(Label)}</dt><dd class="govuk-summary-list__value">{value}</dd>{When(Change is not null, $"<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"{Change}\">{t["Look.Change"]}<span class=\"govuk-visually-hidden\">: {t.Say(Label)}</span></a></dd>")}
                """));
    }
}
