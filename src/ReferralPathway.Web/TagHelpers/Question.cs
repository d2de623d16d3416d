using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>
/// One question of a form: label, hint, error and control, tied together by ids. What the person typed stays, also when it could
/// not be read.
/// </summary>
public abstract class Question(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    /// <summary>Text or text key, like every text attribute.</summary>
    public string Label { get; set; } = "";

    public string? Hint { get; set => field = value is "" ? null : value; }

    /// <summary>Says so after the label; everything else is needed.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is set as large as a section's heading: for a question that stands alone.</summary>
    public bool Heading { get; set; }

    protected Wording T => t;
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");
    protected virtual string FirstId => Id;
    protected virtual string? HintText => Hint is null ? null : t.Say(Hint);
    protected ModelStateEntry? State => ViewContext.ViewData.ModelState[Name];
    protected string? Error => State?.Errors is [var first, ..] ? (first.ErrorMessage is { Length: > 0 } said ? said : t["Errors.NotUnderstood"]) : null;
    protected string? Typed => State?.AttemptedValue ?? Written(For.Model);
    protected string? DescribedBy => string.Join(' ', new[] { HintText is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
    protected string ErrorClass(string block) => Error is null ? block : $"{block} {block}--error";

    /// <summary>What the control is announced with.</summary>
    protected IHtmlContent Described => Html($"{Attribute("aria-describedby", DescribedBy)}{Attribute("aria-invalid", Error is null ? null : "true")}");
    protected IHtmlContent HintAndError => Html($"{When(HintText is not null, $"<div id=\"{Id}-hint\" class=\"govuk-hint\">{HintText}</div>")}{When(Error is not null, $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">{t["Look.Error"]}</span> {Error}</p>")}");
    protected string LabelText => Optional ? t["Look.Optional", ("label", t.Say(Label))] : t.Say(Label);
    protected IHtmlContent LabelFor => Html($"<label class=\"govuk-label{(Heading ? " govuk-label--m" : "")}\" for=\"{Id}\">{LabelText}</label>");

    protected IHtmlContent Fieldset(IHtmlContent answers) => Html($"""<fieldset class="govuk-fieldset"{Attribute("aria-describedby", DescribedBy)}><legend class="govuk-fieldset__legend{(Heading ? " govuk-fieldset__legend--m" : "")}">{LabelText}</legend>{HintAndError}{answers}</fieldset>""");

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Asked.On(ViewContext).Add((Name, FirstId));
        output.Become("div", ErrorClass("govuk-form-group"), await Ask(context, output));
    }

    protected abstract Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output);

    internal static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };
}
