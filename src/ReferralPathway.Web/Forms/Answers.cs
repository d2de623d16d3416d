using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Forms;

/// <summary>
/// Looks over the answers of a form and says beside each field what to write. It speaks of what is missing or unreadable; the law speaks in the domain.
/// A field is named by the expression that is looked at, and carries one error at most. Labels are texts or text keys.
/// </summary>
public sealed class Answers(ModelStateDictionary state, Wording t, DateOnly today)
{
    /// <summary>The longest free text there is, unless a field says otherwise.</summary>
    public const int Longest = 4000;

    /// <summary>What is missing may come later: only what is written is looked over.</summary>
    public bool MayWait { get; init; }

    /// <summary>Something that is needed comes later.</summary>
    public bool Waits { get; private set; }

    public bool Need(object? answer, string label, [CallerArgumentExpression(nameof(answer))] string field = "")
    {
        var given = answer is not (null or "") && answer is not ICollection { Count: 0 };
        if (!given && MayWait) Waits = true;
        else if (!given) Wrong(field, t.Error("Required", label));
        return given;
    }

    public void Listed(string? code, CodeList list, [CallerArgumentExpression(nameof(code))] string field = "") => Among(code, list.Has, field);

    public void Listed(IEnumerable<string> codes, CodeList list, [CallerArgumentExpression(nameof(codes))] string field = "")
    {
        if (!codes.All(list.Has)) Wrong(field, t["Errors.CodeUnknown"]);
    }

    public void Listed(string? code, IEnumerable<Choice> choices, [CallerArgumentExpression(nameof(code))] string field = "") => Among(code, c => choices.Any(x => x.Value == c), field);

    /// <summary>Any value that a check knows; an empty answer is no error here.</summary>
    public void Among(string? code, Func<string, bool> known, [CallerArgumentExpression(nameof(code))] string field = "")
    {
        if (!string.IsNullOrEmpty(code) && !known(code)) Wrong(field, t["Errors.CodeUnknown"]);
    }

    /// <summary>Not too long, and on one line.</summary>
    /// <param name="lines">Line breaks are part of the text.</param>
    public void Text(string? text, string label, int most, bool lines = false, [CallerArgumentExpression(nameof(text))] string field = "")
    {
        if (!lines && text?.Contains('\n', StringComparison.Ordinal) == true) Wrong(field, t["Errors.NotUnderstood"]);
        else if (text?.Length > most) Wrong(field, t.Error("TooLong", label, ("n", most), ("m", text.Length)));
    }

    public void NotInTheFuture(DateOnly? day, string label, [CallerArgumentExpression(nameof(day))] string field = "")
    {
        if (day > today) Wrong(field, t.Error("DateFuture", label, ("today", today)));
    }

    /// <summary>One day may not come before another.</summary>
    public void InOrder(DateOnly? earlier, string earlierLabel, DateOnly? later, string laterLabel, [CallerArgumentExpression(nameof(later))] string field = "")
    {
        if (later < earlier) Wrong(field, t.Error("DateOrder", null, ("later", t.Say(laterLabel)), ("earlier", t.InSentence(t.Say(earlierLabel))), ("date", earlier.Value)));
    }

    /// <summary>A telephone number that can be dialled from anywhere; short codes reach nobody in particular.</summary>
    public void Phone(string? number, [CallerArgumentExpression(nameof(number))] string field = "")
    {
        if (!string.IsNullOrWhiteSpace(number) && !(PhoneNumber.TryParse(number, out var read) && read.Kind == PhoneNumberKind.International)) Wrong(field, t["Errors.PhoneFormat"]);
    }

    public void Email(string? address, [CallerArgumentExpression(nameof(address))] string field = "")
    {
        if (!string.IsNullOrWhiteSpace(address) && !EmailAddress.LooksLikeOne(address)) Wrong(field, t["Errors.EmailFormat"]);
    }

    /// <summary>Says what is wrong with a field, unless it has been said already.</summary>
    public void Wrong(string field, string message)
    {
        if (state.GetFieldValidationState(field) != ModelValidationState.Invalid) state.AddModelError(field, message);
    }
}
