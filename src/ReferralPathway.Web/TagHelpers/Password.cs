using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>A password, which can be shown, and is never sent back to the page. Pasting and password managers work.</summary>
[HtmlTargetElement("rp-password")]
public sealed class Password(Wording t) : Question(t)
{
    /// <summary><c>current-password</c> or <c>new-password</c>.</summary>
    public string Autocomplete { get; set; } = "current-password";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await base.ProcessAsync(context, output);
        output.Attributes.SetAttribute("class", $"{ErrorClass("govuk-form-group")} govuk-password-input");
        output.Attributes.SetAttribute("data-module", "govuk-password-input");
        foreach (var (name, key) in Words) output.Attributes.SetAttribute($"data-i18n.{name}", T[$"Look.Password.{key}"]);
    }

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output) => Task.FromResult(Html($"""
        {LabelFor}{HintAndError}<div class="govuk-input__wrapper govuk-password-input__wrapper"><input class="{ErrorClass("govuk-input")} govuk-password-input__input govuk-js-password-input-input" id="{Id}" name="{Name}" type="password" spellcheck="false" autocapitalize="none" autocomplete="{Autocomplete}"{Described}>
        <button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle" data-module="govuk-button" aria-controls="{Id}" aria-label="{T["Look.Password.ShowLabel"]}" hidden>{T["Look.Password.Show"]}</button></div>
        """));

    private static readonly (string Name, string Key)[] Words =
    [
        ("show-password", "Show"), ("hide-password", "Hide"), ("show-password-aria-label", "ShowLabel"), ("hide-password-aria-label", "HideLabel"),
        ("password-shown-announcement", "Shown"), ("password-hidden-announcement", "Hidden"),
    ];
}
