using System.Globalization;

namespace ReferralPathway.Web.Pages;

/// <summary>A place in a long list, as it stands in an address: the instant and the id of the last line, and nothing else.</summary>
public static class Place
{
    public static string Write(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}.{id:N}");

    /// <returns>Null for the beginning, and for what is no place.</returns>
    public static (DateTimeOffset At, Guid Id)? Read(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}
