using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary><c>GET /api/hotline?at=2026-04-06T10:00:00Z</c>: whether the national hotline answers, and if not, when next. Open to everybody.</summary>
public static class HotlineApi
{
    /// <summary>ISO 8601 in its extended and basic form. An instant without an offset is read as UTC.</summary>
    private static readonly string[] Iso = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyyMMdd'T'HHmmss.FFFFFFFK", "yyyyMMdd'T'HHmmK", "yyyy-MM-dd"];

    /// <param name="OpensAt">Null while open; with the offset that holds in Stockholm, as <see cref="LocalTime"/>.</param>
    public sealed record Answer(bool Open, DateTimeOffset? OpensAt, DateTimeOffset LocalTime);

    public static void MapHotline(this IEndpointRouteBuilder app) => app.MapGet("/api/hotline", Ask).AllowAnonymous();

    private static Results<Ok<Answer>, ProblemHttpResult> Ask(string? at, Hotline hotline, TimeProvider clock, Wording t)
    {
        var instant = clock.GetUtcNow();
        if (at is not null && !TryRead(at, out instant)) return Unreadable();
        try
        {
            var state = hotline.At(instant);
            return TypedResults.Ok(new Answer(state.IsOpen, state.OpensAt, WholeSeconds(state.LocalTime)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Unreadable();
        }

        ProblemHttpResult Unreadable() => TypedResults.Problem(t["Directory.Hotline.AtDetail"], statusCode: StatusCodes.Status400BadRequest, title: t["Directory.Hotline.AtTitle"]);
    }

    /// <summary>Reads an instant as an address carries it: a plus sign that was not escaped arrives as a space.</summary>
    internal static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, time.Offset);
}
