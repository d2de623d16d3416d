using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Forms;

/// <summary>
/// Reads every text that a page binds, from a form or an address, as it is kept: composed (Unicode NFC), one kind of line break, nothing at its ends, null when nothing
/// is left. A control character, which no column takes, is an error beside the field; what is handed on is without it, and what was typed stays in the form.
/// </summary>
internal sealed class PlainText : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && !IsPassword(context.Metadata) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var given = binding.ValueProvider.GetValue(binding.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;

        binding.ModelState.SetModelValue(binding.ModelName, given);
        var typed = (given.FirstValue ?? "").ReplaceLineEndings("\n");
        var text = string.Concat(typed.Where(c => !IsControl(c)));
        if (text.Length < typed.Length) binding.ModelState.TryAddModelError(binding.ModelName, binding.HttpContext.RequestServices.GetRequiredService<Wording>()["Errors.NotUnderstood"]);
        binding.Result = ModelBindingResult.Success(text.Trim() is { Length: > 0 } written ? written.Normalize(NormalizationForm.FormC) : null);
        return Task.CompletedTask;
    }

    // U+FFFE and U+FFFF are no characters, and nothing that composes text takes them.
    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t') || c >= '\ufffe';

    /// <summary>A password is what was typed, to the last space.</summary>
    private static bool IsPassword(ModelMetadata field) => field.Name?.Contains("Password", StringComparison.Ordinal) == true;
}
