using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>One line of text.</summary>
[HtmlTargetElement("rp-field")]
public class TextField(Wording t) : Question(t)
{
    /// <summary>How many characters are expected: 2, 3, 4, 5, 10, 20 or 30; none is the full width.</summary>
    public int? Width { get; set; }

    public string Type { get; set; } = "text";
    public string? Inputmode { get; set; }

    /// <summary>Off, because screens are shared and most answers are about somebody else; the token when they are one's own.</summary>
    public string Autocomplete { get; set; } = "off";

    public bool Spellcheck { get; set; }

    /// <summary>A unit after the field, such as kr.</summary>
    public string? Suffix { get; set; }

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult(Html($"{LabelFor}{HintAndError}{WithSuffix(Control)}"));

    private IHtmlContent Control => Html($"""<input class="{ErrorClass("govuk-input")}{(Width is null ? "" : $" govuk-input--width-{Width}")}" id="{Id}" name="{Name}" type="{Type}"{Attribute("value", Typed)}{Attribute("inputmode", Inputmode)}{Described} autocomplete="{Autocomplete}" spellcheck="{(Spellcheck ? "true" : "false")}">""");

    private IHtmlContent WithSuffix(IHtmlContent control) => Suffix is null ? control
        : Html($"""<div class="govuk-input__wrapper">{control}<div class="govuk-input__suffix" aria-hidden="true">{T.Say(Suffix)}</div></div>""");
}
