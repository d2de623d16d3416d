using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>An entry of the directory as an administrator types it (form F19). Rows of contacts and hours without a value are left out.</summary>
public sealed partial class EntryForm
{
    private const int SpareRows = 2;

    public string? NameSv { get; set; }

    public string? NameEn { get; set; }

    public string? Kind { get; set; }

    public string? UnitSv { get; set; }

    public string? UnitEn { get; set; }

    public string? AssistanceSv { get; set; }

    public string? AssistanceEn { get; set; }

    public List<string> Helps { get; set; } = [];

    public string? Region { get; set; }

    public string? Municipality { get; set; }

    /// <summary>ISO 639 codes.</summary>
    public List<string> Languages { get; set; } = [];

    public List<string> TargetGroups { get; set; } = [];

    public string? Capacity { get; set; }

    public DateOnly? CapacityOn { get; set; }

    public int? ReviewIntervalDays { get; set; } = 90;

    public string? SourceNoteSv { get; set; }

    public string? SourceNoteEn { get; set; }

    public string? Organisation { get; set; }

    public bool ClosedOnHolidays { get; set; }

    public List<HoursRow> Hours { get; set; } = [];

    public List<ChannelRow> Channels { get; set; } = [];

    public sealed class HoursRow
    {
        public string? From { get; set; }

        public string? To { get; set; }

        public string? Opens { get; set; }

        public string? Closes { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Opens) && string.IsNullOrWhiteSpace(Closes);
    }

    public sealed class ChannelRow
    {
        public string? Type { get; set; }

        public string? Value { get; set; }

        public string? LabelSv { get; set; }

        public string? LabelEn { get; set; }

        public bool IsPublic { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Value) && string.IsNullOrWhiteSpace(LabelSv) && string.IsNullOrWhiteSpace(LabelEn);
    }

    public static EntryForm Of(EntryContent content) => new()
    {
        NameSv = content.NameSv,
        NameEn = content.NameEn,
        Kind = content.Kind.ToString(),
        UnitSv = content.UnitSv,
        UnitEn = content.UnitEn,
        AssistanceSv = content.AssistanceSv,
        AssistanceEn = content.AssistanceEn,
        Helps = [.. content.Helps.Select(h => h.ToString())],
        Region = content.Region?.ToString(),
        Municipality = content.Municipality,
        Languages = [.. content.Languages],
        TargetGroups = [.. content.TargetGroups.Select(g => g.ToString())],
        Capacity = content.Capacity.ToString(),
        CapacityOn = content.CapacityOn,
        ReviewIntervalDays = content.ReviewIntervalDays,
        SourceNoteSv = content.SourceNoteSv,
        SourceNoteEn = content.SourceNoteEn,
        Organisation = content.Organisation?.ToString(),
        ClosedOnHolidays = content.ClosedOnHolidays,
        Hours = [.. content.Hours.Select(h => new HoursRow { From = h.From.ToString(), To = h.To.ToString(), Opens = Written(h.Opens), Closes = Written(h.Closes) })],
        Channels = [.. content.Channels.Select(c => new ChannelRow { Type = c.Type.ToString(), Value = c.Value, LabelSv = c.LabelSv, LabelEn = c.LabelEn, IsPublic = c.IsPublic })],
    };

    /// <summary>Empty rows to write in, after those that are filled.</summary>
    public EntryForm WithSpareRows()
    {
        while (Channels.Count < 3 || Channels.TakeLast(SpareRows).Any(c => !c.IsEmpty)) Channels.Add(new() { IsPublic = true });
        while (Hours.Count < 2 || !Hours[^1].IsEmpty) Hours.Add(new() { From = nameof(DayOfWeek.Monday), To = nameof(DayOfWeek.Friday) });
        return this;
    }

    /// <summary>What was typed, as the domain understands it; every fault stands beside its field in <paramref name="errors"/>.</summary>
    public EntryContent Read(ModelStateDictionary errors, Wording t)
    {
        var channels = Rows(Channels, c => c.IsEmpty);
        var hours = Rows(Hours, h => h.IsEmpty);
        var content = new EntryContent
        {
            NameSv = NameSv ?? "",
            NameEn = NameEn ?? "",
            Kind = Code<OrganisationKind>(Kind, "Kind") ?? OrganisationKind.Municipality,
            UnitSv = UnitSv,
            UnitEn = UnitEn,
            AssistanceSv = AssistanceSv,
            AssistanceEn = AssistanceEn,
            Helps = [.. Helps.Select(h => Code<HelpKind>(h, "Helps")).OfType<HelpKind>().Distinct()],
            Region = string.IsNullOrEmpty(Region) ? null : Code<CoordinationRegion>(Region, "Region"),
            Municipality = Municipality,
            Languages = [.. Languages.Distinct()],
            TargetGroups = [.. TargetGroups.Select(g => Code<TargetGroup>(g, "TargetGroups")).OfType<TargetGroup>().Distinct()],
            Capacity = Code<Capacity>(Capacity ?? nameof(Domain.Directory.Capacity.Unknown), "Capacity") ?? Domain.Directory.Capacity.Unknown,
            CapacityOn = CapacityOn,
            ReviewIntervalDays = ReviewIntervalDays ?? 0,
            SourceNoteSv = SourceNoteSv,
            SourceNoteEn = SourceNoteEn,
            Organisation = OrganisationId.TryParse(Organisation, null, out var organisation) ? organisation : null,
            ClosedOnHolidays = ClosedOnHolidays,
            Hours = [.. hours.Select(row => new OpeningSpan(
                Code<DayOfWeek>(row.Item.From, $"Hours[{row.Place}].From") ?? default, Code<DayOfWeek>(row.Item.To, $"Hours[{row.Place}].To") ?? default,
                Time(row.Item.Opens, $"Hours[{row.Place}].Opens"), Time(row.Item.Closes, $"Hours[{row.Place}].Closes")))],
            Channels = [.. channels.Select(row => new ChannelContent(
                Code<ChannelType>(row.Item.Type, $"Channels[{row.Place}].Type") ?? default, row.Item.Value ?? "", row.Item.LabelSv, row.Item.LabelEn, row.Item.IsPublic))],
        };
        foreach (var fault in content.Faults())
        {
            var field = Numbered().Replace(fault.Field, found => $"{found.Groups[1].Value}[{(found.Groups[1].Value == "Channels" ? channels[Number(found)].Place : hours[Number(found)].Place)}]");
            if (errors[$"Input.{field}"] is not { Errors.Count: > 0 }) errors.AddModelError($"Input.{field}", Sentence(fault, t));
        }
        return content;

        T? Code<T>(string? typed, string field) where T : struct, Enum
        {
            if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value)) return value;
            errors.AddModelError($"Input.{field}", t.Error("CodeUnknown"));
            return null;
        }

        TimeOnly Time(string? typed, string field)
        {
            if (TimeOnly.TryParseExact(typed?.Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
            errors.AddModelError($"Input.{field}", t["Directory.Errors.Time"]);
            return default;
        }
    }

    /// <summary>A fault in the words of F19.</summary>
    public static string Sentence(EntryFault fault, Wording t) => fault.Problem switch
    {
        EntryProblem.Missing => t.Error("Required", Label(fault.Field)),
        EntryProblem.TooLong => t.Error("TooLong", Label(fault.Field), ("n", fault.Most), ("m", fault.Has)),
        EntryProblem.CodeUnknown => t.Error("CodeUnknown"),
        EntryProblem.PhoneFormat => t.Error("PhoneFormat"),
        EntryProblem.EmailFormat => t.Error("EmailFormat"),
        var other => t[$"Directory.Errors.{other}"],
    };

    private static string Label(string field) => $"Directory.Field.{field[(field.LastIndexOf('.') + 1)..]}";

    private static List<(T Item, int Place)> Rows<T>(List<T> rows, Func<T, bool> empty) => [.. rows.Select((item, place) => (item, place)).Where(row => !empty(row.item))];


    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int Number(Match found) => int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(Channels|Hours)\[(\d+)\]")]
    private static partial Regex Numbered();
}
