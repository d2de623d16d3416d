using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages;

/// <summary>What a form demands of its fields before the law is asked; each error stands beside its field.</summary>
internal sealed class Checks(ModelStateDictionary state, Wording t, DateOnly today)
{
    public void Needed(string field, string? value, string label, int most = 200)
    {
        if (string.IsNullOrWhiteSpace(value)) state.AddModelError(field, t.Error("Required", label));
        else Short(field, value, label, most);
    }

    public void Short(string field, string? value, string label, int most = 200)
    {
        if (value?.Length is { } length && length > most) state.AddModelError(field, t.Error("TooLong", label, ("n", most), ("m", length)));
    }

    /// <summary>A day that is needed, was not typed as something unreadable, and is not in the future.</summary>
    public void Needed(string field, DateOnly? day, string label)
    {
        NeededSomeDay(field, day, label);
        NotFuture(field, day, label);
    }

    /// <summary>A day that is needed and was not typed as something unreadable; it may be still to come.</summary>
    public void NeededSomeDay(string field, DateOnly? day, string label)
    {
        if (day is null && state[field] is not { Errors.Count: > 0 }) state.AddModelError(field, t.Error("Required", label));
    }

    public void NotFuture(string field, DateOnly? day, string label)
    {
        if (day > today) state.AddModelError(field, t.Error("DateFuture", label, ("today", today)));
    }

    /// <summary>A time of the day as 21:55, also as 21.55.</summary>
    public TimeOnly? Time(string field, string? value, string label)
    {
        if (string.IsNullOrWhiteSpace(value)) state.AddModelError(field, t.Error("Required", label));
        else if (TimeOnly.TryParseExact(value.Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        else state.AddModelError(field, t.Error("TimeInvalid"));
        return null;
    }

    public void Order(string field, DateOnly? later, string laterLabel, DateOnly? earlier, string earlierLabel)
    {
        if (later < earlier) state.AddModelError(field, t.Error("DateOrder", null, ("later", t.Say(laterLabel)), ("earlier", t.InSentence(t.Say(earlierLabel))), ("date", earlier)));
    }

    public void Listed(string field, bool known)
    {
        if (!known) state.AddModelError(field, t.Error("CodeUnknown"));
    }
}
