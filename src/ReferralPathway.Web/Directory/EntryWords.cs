using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>The directory in words.</summary>
public static class EntryWords
{
    /// <summary>How the history marks a channel that only those who keep the directory see.</summary>
    private const string HiddenChannel = " · –";

    /// <summary>Which row of the form a partial shows, counted from one: its prefix is "Input.Channels[2]".</summary>
    public static int Number(ViewDataDictionary view) =>
        view.TemplateInfo.HtmlFieldPrefix.Split('[', ']') is [.., var place, _] && int.TryParse(place, CultureInfo.InvariantCulture, out var n) ? n + 1 : 1;

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

        /// <summary>What a field was or became, as people say it: "Regional coordinator", not RegionalCoordinator.</summary>
        /// <param name="organisations">Names of the organisations that a field may name by id.</param>
        public string Value(string field, string value, IReadOnlyDictionary<string, string> organisations) => field switch
        {
            nameof(EntryContent.Kind) => t.Each<OrganisationKind>(value),
            nameof(EntryContent.Helps) => t.Each<HelpKind>(value),
            nameof(EntryContent.TargetGroups) => t.Each<TargetGroup>(value),
            nameof(EntryContent.Capacity) => t.Each<Capacity>(value),
            nameof(EntryContent.Languages) => string.Join(", ", value.Split(", ").Select(code => Languages.Find(code)?.NameIn(t.Language.Code) ?? code)),
            nameof(EntryContent.Municipality) => Geography.FindMunicipality(value)?.Name ?? value,
            nameof(EntryContent.Organisation) => organisations.GetValueOrDefault(value, value),
            nameof(EntryContent.Hours) => string.Join(", ", value.Split("; ").Select(t.Span)),
            nameof(EntryContent.ClosedOnHolidays) => t[value == "yes" ? "Look.Yes" : "Look.No"],
            nameof(EntryContent.ReviewIntervalDays) when value == "0" => "",
            "Channel" when value.EndsWith(HiddenChannel, StringComparison.Ordinal) => t["Directory.Admin.ChannelHidden", ("channel", value[..^HiddenChannel.Length])],
            _ => value,
        };

        private string Each<T>(string value) where T : struct, Enum =>
            string.Join(", ", value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => Enum.TryParse<T>(one, out _) ? t[$"Directory.{typeof(T).Name}.{one}"] : one));

        /// <summary>An opening span as the history keeps it: "Monday–Friday 09:00–16:30".</summary>
        private string Span(string kept) =>
            kept.Split(['–', ' ']) is [var from, var to, var opens, var closes] && Enum.TryParse<DayOfWeek>(from, out var first) && Enum.TryParse<DayOfWeek>(to, out var last)
            && TimeOnly.TryParse(opens, CultureInfo.InvariantCulture, out var open) && TimeOnly.TryParse(closes, CultureInfo.InvariantCulture, out var close)
                ? t.Hours(new(first, last, open, close)) : kept;

        /// <summary>The values of a coded field, to choose from.</summary>
        public IReadOnlyList<Choice> Named<T>(params IEnumerable<T> values) where T : struct, Enum =>
            [.. values.Select(value => new Choice(value.ToString(), t[$"Directory.{typeof(T).Name}.{value}"]))];
    }
}
