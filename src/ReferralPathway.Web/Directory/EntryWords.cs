using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>The directory in words.</summary>
public static class EntryWords
{
    extension(Wording t)
    {
        /// <summary>"Mon–Fri 09:00–16:30", "mån–fre 09.00–16.30".</summary>
        public string Hours(OpeningSpan span) => $"{(span.From == span.To ? t.Weekday(span.From) : $"{t.Weekday(span.From)}–{t.Weekday(span.To)}")} {t.Time(span.Opens)}–{t.Time(span.Closes)}";

        public string Weekday(DayOfWeek day) => t.Language.Culture.DateTimeFormat.GetAbbreviatedDayName(day).TrimEnd('.');

        /// <summary>Where a contact works: its municipality, its region, or the whole country.</summary>
        public string Place(DirectoryEntry entry) => Geography.FindMunicipality(entry.Municipality)?.Name
            ?? (entry.Area is { } area ? t["Directory.InRegion", ("region", CoordinationRegions.Name(area))] : t["Directory.National"]);

        public IReadOnlyList<Choice> Weekdays =>
            [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7)).Select(day => new Choice(day.ToString(), t.Capital(t.Language.Culture.DateTimeFormat.GetDayName(day))))];

        /// <summary>The values of a coded field, to choose from.</summary>
        public IReadOnlyList<Choice> Named<T>(params IEnumerable<T> values) where T : struct, Enum =>
            [.. values.Select(value => new Choice(value.ToString(), t[$"Directory.{typeof(T).Name}.{value}"]))];
    }
}
