using Npgsql;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Hosting;

/// <summary>The national hotline (S1-03): the usual hours, the days that an administrator has changed, and the number that the directory gives.</summary>
public sealed partial class Hotline(HotlineBook book, TimeProvider clock, ILogger<Hotline> log) : IHotline
{
    public HotlineNow Now
    {
        get
        {
            var now = clock.GetUtcNow();
            try
            {
                var (changes, telephone) = From(SwedishCalendar.DayOf(now));
                var state = HotlineHours.At(now, changes);
                var known = new HotlineNow(state.IsOpen, (state.ClosesAt ?? state.OpensAt)!.Value);
                return telephone is { } number && PhoneNumber.TryParse(number.Value, out var phone) ? known with { Number = phone.National(number.AreaCode), Dial = phone.Value } : known;
            }
            catch (NpgsqlException unreachable)
            {
                // Every page carries the hotline, also the one that says that something is wrong with the database.
                LogUnreachable(log, unreachable);
                var state = HotlineHours.At(now);
                return new(state.IsOpen, (state.ClosesAt ?? state.OpensAt)!.Value);
            }
        }
    }

    /// <summary>Whether it answers at an instant, and if not, when next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">At the end of the calendar.</exception>
    public HotlineState At(DateTimeOffset instant) => HotlineHours.At(instant, book.From(SwedishCalendar.DayOf(instant)).Changes);

    /// <summary>The days on or after a Swedish day on which it keeps other hours.</summary>
    public IReadOnlyCollection<HotlineChange> ChangesFrom(DateOnly day) => From(day).Changes;

    /// <summary>Read once in a request: the frame of the page and the page itself ask about the same day.</summary>
    private (IReadOnlyList<HotlineChange> Changes, (string Value, string? AreaCode)? Number) From(DateOnly day)
    {
        if (_read is not { } read || read.Day != day) _read = read = (day, book.From(day));
        return read.Found;
    }

    private (DateOnly Day, (IReadOnlyList<HotlineChange> Changes, (string Value, string? AreaCode)? Number) Found)? _read;

    [LoggerMessage(LogLevel.Warning, "The changed hours of the hotline could not be read; the usual ones are shown.")]
    private static partial void LogUnreachable(ILogger log, Exception unreachable);
}
