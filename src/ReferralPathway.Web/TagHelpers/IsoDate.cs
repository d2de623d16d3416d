using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Reads a day as <c>rp-date</c> asks for it: 2026-03-16, or 20260316 where a telephone's number keys have no hyphen.</summary>
internal sealed class IsoDate : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var given = binding.ValueProvider.GetValue(binding.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;

        binding.ModelState.SetModelValue(binding.ModelName, given);
        var typed = given.FirstValue?.Trim() ?? "";
        var t = binding.HttpContext.RequestServices.GetRequiredService<Wording>();
        if (DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            binding.Result = ModelBindingResult.Success(day);
        else if (typed.Length > 0)
            binding.ModelState.TryAddModelError(binding.ModelName, t["Errors.DateInvalid"]);
        else if (binding.ModelMetadata.IsReferenceOrNullableType)
            binding.Result = ModelBindingResult.Success(null);
        else
            binding.ModelState.TryAddModelError(binding.ModelName, t["Errors.Missing"]);
        return Task.CompletedTask;
    }
}
