using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Overview;

/// <summary>
/// <c>GET /calendar/{number}.ics</c>: when somebody's work falls due, for the calendar they use beside the system. Whoever has the address reads it, so it says what
/// kind of work it is and when, never for whom: no case number, no organisation, no place.
/// </summary>
public sealed class CalendarFeeds(PathwayDb db, DeskReader desks, RealClock machine, TimeProvider clock, Phrasebook book)
{
    /// <summary>As far ahead as any deadline of the law reaches, and a little more.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{number}.ics", async (string number, HttpResponse response, CalendarFeeds feeds, CancellationToken stopping) =>
        {
            // One that never was and one that was taken back look the same.
            if (await feeds.ReadAsync(number, stopping) is not { } calendar) return Results.NotFound();
            response.Headers.CacheControl = "private, no-store";
            return Results.Text(calendar, "text/calendar; charset=utf-8");
        }).AllowAnonymous();

    public Task<CalendarFeed?> OfAsync(UserId user, CancellationToken stopping) => db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.UserId == user.Value, stopping);

    /// <summary>A new address; an older one no longer works.</summary>
    /// <returns>The path, which only its owner sees, and only now.</returns>
    public async Task<string> NewAsync(UserId user, CancellationToken stopping)
    {
        await TakeBackAsync(user, stopping);
        var (number, hash) = OneTimeNumber.New();
        db.CalendarFeeds.Add(new() { UserId = user.Value, Hash = hash, CreatedAt = machine.Now });
        await db.SaveChangesAsync(stopping);
        return $"/calendar/{number}.ics";
    }

    public Task TakeBackAsync(UserId user, CancellationToken stopping) => db.CalendarFeeds.Where(f => f.UserId == user.Value).ExecuteDeleteAsync(stopping);

    /// <returns>Null when nobody has this address, or nobody who may sign in today.</returns>
    private async Task<string?> ReadAsync(string number, CancellationToken stopping)
    {
        if (OneTimeNumber.HashOf(number) is not { } hash) return null;
        var at = clock.GetUtcNow();
        var day = SwedishCalendar.DayOf(at);
        db.Acting = ActingAs.Nobody(at);
        Actor actor;
        PageLanguage language;
        await using (var looking = await db.Database.BeginTransactionAsync(stopping))
        {
            var now = machine.Now;
            await db.CalendarFeeds.Where(f => f.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(f => f.ReadAt, now), stopping);
            var found = await db.CalendarFeeds.Where(f => f.Hash == hash)
                .Join(db.Users, f => f.UserId, a => a.Id, (_, a) => a)
                .Where(a => a.Status == AccountStatus.Active && (a.ActiveFrom == null || a.ActiveFrom <= day) && (a.ActiveTo == null || a.ActiveTo >= day))
                .Join(db.Organisations.Where(o => o.IsActive), a => a.OrganisationId, o => o.Id, (a, o) => new { Account = a, Organisation = o })
                .AsNoTracking().SingleOrDefaultAsync(stopping);
            if (found is null) return null;
            await looking.CommitAsync(stopping);
            actor = PersonClaims.Actor(found.Account, found.Organisation);
            language = PageLanguage.Of(found.Account.Language) ?? PageLanguage.Swedish;
        }
        db.Acting = ActingAs.Person(actor, at);
        await using var reading = await db.Database.BeginTransactionAsync(stopping);
        var dates = await desks.DatesAsync(actor, at, at + Ahead, Most, stopping);
        await reading.CommitAsync(stopping);
        return ICalendar.Write(Text("Calendar.Feed.Name"), Text("Calendar.Feed.Text"), dates.Select(d => new CalendarDay(d, Text($"WorkKind.{d.Kind}"))), hash, at);

        string Text(string key) => book.Text(language, key);
    }
}
