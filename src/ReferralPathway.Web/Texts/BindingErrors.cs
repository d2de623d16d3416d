using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ReferralPathway.Web.Texts;

/// <summary>What model binding says when it cannot read a value: our own words, which never repeat what was typed.</summary>
internal sealed class BindingErrors(Phrasebook book) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        // Required is a rule of the form's validator, which knows the label; not of the nullability of a C# type.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;

        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((_, _) => Error("NotUnderstood"));
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Error("NotUnderstood"));
        say.SetUnknownValueIsInvalidAccessor(_ => Error("NotUnderstood"));
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => Error("NotUnderstood"));
        say.SetValueIsInvalidAccessor(_ => Error("NotUnderstood"));
        say.SetValueMustBeANumberAccessor(_ => Error("NumberFormat"));
        say.SetNonPropertyValueMustBeANumberAccessor(() => Error("NumberFormat"));
        say.SetValueMustNotBeNullAccessor(_ => Error("Missing"));
        say.SetMissingBindRequiredValueAccessor(_ => Error("Missing"));
        say.SetMissingKeyOrValueAccessor(() => Error("Missing"));
        say.SetMissingRequestBodyRequiredValueAccessor(() => Error("Missing"));
    }

    private string Error(string key) =>
        book.Text(PageLanguage.Of(CultureInfo.CurrentUICulture.Name) ?? PageLanguage.Swedish, $"Errors.{key}");
}
