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
                var read = From(SwedishCalendar.DayOf(now));
                var state = HotlineHours.At(now, read.Changes);
                var known = new HotlineNow(state.IsOpen, (state.ClosesAt ?? state.OpensAt)!.Value);
                return read.Number is { } number && PhoneNumber.TryParse(number.Value, out var phone) ? known with { Number = phone.National(number.AreaCode), Dial = phone.Value } : known;
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

    /// <summary>The question of today, to be asked when the page's transaction begins.</summary>
    public HotlineQuestion Question => _read ??= new(SwedishCalendar.DayOf(clock.GetUtcNow()));

    /// <summary>Read once in a request: the frame of the page and the page itself ask about the same day.</summary>
    private HotlineQuestion From(DateOnly day)
    {
        if (_read is not { IsAnswered: true } || _read.Day != day) _read = book.From(day);
        return _read;
    }

    private HotlineQuestion? _read;

    [LoggerMessage(LogLevel.Warning, "The changed hours of the hotline could not be read; the usual ones are shown.")]
    private static partial void LogUnreachable(ILogger log, Exception unreachable);
}
