using System.Globalization;

namespace ReferralPathway.Domain.Tests.Foundations;

/// <summary>Days and instants of the test tables, from and to ISO 8601.</summary>
internal static class Iso
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";
}
