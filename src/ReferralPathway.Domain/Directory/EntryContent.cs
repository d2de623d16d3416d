using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>What an entry says (form F19). Names and texts in both languages; no names of individuals.</summary>
public sealed record EntryContent
{
    public string NameSv { get; init; } = "";

    public string NameEn { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    public string? UnitSv { get; init; }

    public string? UnitEn { get; init; }

    /// <summary>What it helps with, in a sentence or two.</summary>
    public string? AssistanceSv { get; init; }

    public string? AssistanceEn { get; init; }

    public IReadOnlyList<HelpKind> Helps { get; init; } = [];

    /// <summary>Null: the whole country, or the region of the municipality.</summary>
    public CoordinationRegion? Region { get; init; }

    /// <summary>Four-digit code.</summary>
    public string? Municipality { get; init; }

    /// <summary>ISO 639 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<TargetGroup> TargetGroups { get; init; } = [];

    public Capacity Capacity { get; init; }

    /// <summary>The Swedish day on which the capacity was so.</summary>
    public DateOnly? CapacityOn { get; init; }

    /// <summary>Days from one check to the next.</summary>
    public int ReviewIntervalDays { get; init; } = 90;

    /// <summary>Where it is known from; for administrators.</summary>
    public string? SourceNoteSv { get; init; }

    public string? SourceNoteEn { get; init; }

    /// <summary>The organisation of the system that receives referrals under this entry, if there is one.</summary>
    public OrganisationId? Organisation { get; init; }

    public bool ClosedOnHolidays { get; init; } = true;

    public IReadOnlyList<OpeningSpan> Hours { get; init; } = [];

    public IReadOnlyList<ChannelContent> Channels { get; init; } = [];

    /// <summary>Region by itself, or by the municipality.</summary>
    public CoordinationRegion? Area => Region ?? Geography.RegionOf(Municipality);

    /// <summary>A shelter's address must not be found here, whoever runs it: by what it is, or by what it says it helps with.</summary>
    private bool RunsShelters => Kind is OrganisationKind.Ngo or OrganisationKind.NgoPlatform || Helps.Contains(HelpKind.Shelter);

    /// <summary>All that keeps it from being kept, in the order of the form.</summary>
    public IEnumerable<EntryFault> Faults()
    {
        foreach (var (field, text, needed, most) in new[]
        {
            (nameof(NameSv), NameSv, true, 200), (nameof(NameEn), NameEn, true, 200), (nameof(UnitSv), UnitSv, false, 200), (nameof(UnitEn), UnitEn, false, 200),
            (nameof(AssistanceSv), AssistanceSv, false, 600), (nameof(AssistanceEn), AssistanceEn, false, 600), (nameof(SourceNoteSv), SourceNoteSv, false, 1000), (nameof(SourceNoteEn), SourceNoteEn, false, 1000),
        })
        {
            if (needed && string.IsNullOrWhiteSpace(text)) yield return new(field, EntryProblem.Missing);
            if (text?.Length > most) yield return new(field, EntryProblem.TooLong, most, text.Length);
        }
        if (!Enum.IsDefined(Kind) || Kind == OrganisationKind.Operator) yield return new(nameof(Kind), EntryProblem.CodeUnknown);
        if (Municipality is not null && Geography.FindMunicipality(Municipality) is null) yield return new(nameof(Municipality), EntryProblem.CodeUnknown);
        if (Languages.Any(code => Foundations.Languages.Find(code) is null)) yield return new(nameof(Languages), EntryProblem.CodeUnknown);
        if (Capacity != Capacity.Unknown && CapacityOn is null) yield return new(nameof(CapacityOn), EntryProblem.CapacityDay);
        if (ReviewIntervalDays is < 1 or > 1830) yield return new(nameof(ReviewIntervalDays), EntryProblem.Interval);
        for (var n = 0; n < Hours.Count; n++)
            if (!Hours[n].RunsForward) yield return new($"{nameof(Hours)}[{n}].Closes", EntryProblem.HoursOrder);

        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var n = 0; n < Channels.Count; n++)
        {
            var channel = Channels[n];
            if (channel.Problem is { } problem) yield return new($"{nameof(Channels)}[{n}].Value", problem);
            else if (RunsShelters && channel.Type is (ChannelType.VisitingAddress or ChannelType.PostalAddress)) yield return new($"{nameof(Channels)}[{n}].Value", EntryProblem.ShelterAddress);
            else if (!listed.Add(channel.Normalised!)) yield return new($"{nameof(Channels)}[{n}].Value", EntryProblem.DuplicateChannel);
            else if (channel.Value.Length > 254) yield return new($"{nameof(Channels)}[{n}].Value", EntryProblem.TooLong, 254, channel.Value.Length);
            foreach (var (label, text) in new[] { ("LabelSv", channel.LabelSv), ("LabelEn", channel.LabelEn) })
                if (text?.Length > 100) yield return new($"{nameof(Channels)}[{n}].{label}", EntryProblem.TooLong, 100, text.Length);
        }
    }

    /// <summary>The same with another value for the channel that now has this normalised one.</summary>
    public EntryContent WithChannel(string normalised, string value) =>
        this with { Channels = [.. Channels.Select(c => c.Normalised == normalised ? c with { Value = value } : c)] };

    /// <summary>What changed, field by field, for the history.</summary>
    public IEnumerable<FieldChange> ChangesFrom(EntryContent? before)
    {
        var was = (before ?? new() { ReviewIntervalDays = 0 }).Said().ToDictionary(said => said.Field, said => said.Value);
        foreach (var (field, value) in Said())
            if (was[field] != value) yield return new(field, was[field], value);
        var (old, now) = ((before?.Channels ?? []).Select(Line).ToList(), Channels.Select(Line).ToList());
        foreach (var gone in old.Except(now)) yield return new("Channel", gone, "");
        foreach (var added in now.Except(old)) yield return new("Channel", "", added);
    }

    private IEnumerable<(string Field, string Value)> Said()
    {
        yield return (nameof(NameSv), NameSv);
        yield return (nameof(NameEn), NameEn);
        yield return (nameof(Kind), Kind.ToString());
        yield return (nameof(UnitSv), UnitSv ?? "");
        yield return (nameof(UnitEn), UnitEn ?? "");
        yield return (nameof(AssistanceSv), AssistanceSv ?? "");
        yield return (nameof(AssistanceEn), AssistanceEn ?? "");
        yield return (nameof(Helps), string.Join(", ", Helps));
        yield return (nameof(Region), Region is { } region ? CoordinationRegions.Name(region) : "");
        yield return (nameof(Municipality), Municipality ?? "");
        yield return (nameof(Languages), string.Join(", ", Languages));
        yield return (nameof(TargetGroups), string.Join(", ", TargetGroups));
        yield return (nameof(Capacity), Capacity.ToString());
        yield return (nameof(CapacityOn), CapacityOn?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        yield return (nameof(ReviewIntervalDays), ReviewIntervalDays.ToString(CultureInfo.InvariantCulture));
        yield return (nameof(SourceNoteSv), SourceNoteSv ?? "");
        yield return (nameof(SourceNoteEn), SourceNoteEn ?? "");
        yield return (nameof(Organisation), Organisation?.ToString() ?? "");
        yield return (nameof(Hours), string.Join("; ", Hours.Select(h => h.ToString())));
        yield return (nameof(ClosedOnHolidays), ClosedOnHolidays ? "yes" : "no");
    }

    private static string Line(ChannelContent channel) =>
        string.Join(" · ", new[] { channel.Value, channel.LabelSv, channel.LabelEn, channel.IsPublic ? null : "–" }.OfType<string>());
}

/// <summary>One field before and after.</summary>
public sealed record FieldChange(string Field, string Before, string After);
