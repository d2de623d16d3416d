using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Web.Overview;

/// <summary>A date as a calendar shows it.</summary>
/// <param name="Title">What is due, in the reader's language.</param>
public sealed record CalendarDay(WorkDate Date, string Title);

/// <summary>A calendar as RFC 5545 writes it: the few properties that a feed of dates needs. What is due when a day ends is an event of that whole day.</summary>
public static class ICalendar
{
    private const int LongestLine = 75;

    /// <param name="secret">Makes of each id another one that tells nothing, and stays the same from one reading to the next.</param>
    public static string Write(string name, string text, IEnumerable<CalendarDay> days, ReadOnlySpan<byte> secret, DateTimeOffset at)
    {
        var written = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Referral Pathway//Work//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", $"X-WR-CALNAME:{Escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]) Line(line);
        foreach (var (date, title) in days)
        {
            var (due, day) = (date.DueAt, WorkDate.DayOf(date.DueAt));
            Line("BEGIN:VEVENT");
            Line($"UID:{Convert.ToHexStringLower(HMACSHA256.HashData(secret, date.Id.ToByteArray()).AsSpan(0, 16))}@referral-pathway");
            Line($"DTSTAMP:{Instant(at)}");
            Line(WorkDate.EndsADay(due) ? string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}") : $"DTSTART:{Instant(due)}");
            Line($"SUMMARY:{Escaped(title)}");
            Line($"DESCRIPTION:{Escaped(text)}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return written.ToString();

        // A line is at most 75 octets long; what is longer goes on after a space, and no letter is cut.
        void Line(string line)
        {
            var length = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (length + rune.Utf8SequenceLength > LongestLine)
                {
                    written.Append("\r\n ");
                    length = 1;
                }
                written.Append(rune);
                length += rune.Utf8SequenceLength;
            }
            written.Append("\r\n");
        }
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");
}
