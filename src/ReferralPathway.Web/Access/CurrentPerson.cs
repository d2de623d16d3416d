using System.Security.Claims;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Access;

/// <summary>Who is at the keyboard during this request, and at which instant they act. One instant per request, cut to what the database keeps.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, TimeProvider clock)
{
    private readonly Lazy<Actor?> _actor = new(() => PersonClaims.Actor(http.HttpContext?.User ?? new ClaimsPrincipal()));

    private readonly Lazy<DateTimeOffset> _at = new(() => clock.GetUtcNow().CutToMicroseconds());

    /// <summary>Null when nobody is signed in.</summary>
    public Actor? Actor => _actor.Value;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page stands open and must not ask.</exception>
    public Actor Who => Actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public DateTimeOffset At => _at.Value;

    public DateOnly Today => SwedishCalendar.DayOf(At);

    public Act Act => Who.ActAt(At);

    public ActingAs Acting => Actor is { } actor ? ActingAs.Person(actor, At) : ActingAs.Nobody(At);
}

internal static class Instants
{
    /// <summary>PostgreSQL keeps microseconds; an instant that is hashed must be the one that is kept.</summary>
    public static DateTimeOffset CutToMicroseconds(this DateTimeOffset instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, instant.Offset);
}
