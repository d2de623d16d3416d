using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Statistics;

/// <summary>What the codes of the statistics are called, and in which order they stand.</summary>
public static class StatisticsWords
{
    private static readonly Dictionary<string, CodeList> Lists = CodeLists.All.ToDictionary(l => l.Name);

    /// <summary>Dimensions whose words belong to another room.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["question"] = "Consultations.QuestionType.", ["asked_of"] = "Consultations.AskedOf.", ["child_step"] = "Children.Step.",
    };

    /// <summary>Codes that follow one another on the pathway.</summary>
    private static readonly Dictionary<string, string[]> Paths = new()
    {
        ["greta"] = ["PRESUMED", "IDENTIFIED", "ASSISTED", "REFLECTION", "TEMPORARY", "ASYLUM", "COMPENSATION", "RETURNED", "INVESTIGATED", "PROSECUTED", "JUDGED"],
        ["investigation"] = ["Initiated", "Discontinued", "ProsecutionBrought", "Judgment", "FinalJudgment"],
        ["permit_decision"] = ["GRANTED", "REFUSED", "WITHDRAWN", "WAITING"],
        ["return_decision"] = ["APPROVED", "REJECTED", "CHANGES", "WITHDRAWN", "WAITING"],
        ["return_step"] = ["PART_A", "DECISION", "APPROVAL", "TO_IOM", "IOM", "TRAVEL", "JOURNEY", "CONTACT"],
    };

    public static string Label(this Wording t, string dimension, string code) =>
        code == Figure.Total ? t["Statistics.Total"]
        : code == Reports.NotRecorded ? t["Statistics.NotRecorded"]
        : Lists.ContainsKey(dimension) ? t.Code(dimension, code)
        : dimension == "region" ? CoordinationRegions.TryParse(code, out var region) ? CoordinationRegions.Name(region) : code
        : dimension == "claim_by" ? code
        : code == "OTHER" ? t["Statistics.Provider.OTHER"]
        : t[$"{(Elsewhere.TryGetValue(dimension, out var room) ? room : char.IsUpper(dimension[0]) ? $"{dimension}." : $"Statistics.{dimension}.")}{code}"];

    public static string PlaceOf(this Wording t, string place) => place is Reports.Own or Reports.Nation
        ? t[$"Statistics.Place.{place}"]
        : t["Statistics.Place.Region", ("region", CoordinationRegions.TryParse(place, out var region) ? CoordinationRegions.Name(region) : place)];

    /// <summary>As the code list or the pathway has them, else by their code; what nobody wrote down comes last.</summary>
    public static IOrderedEnumerable<string> InOrder(string dimension, IEnumerable<string> codes) => codes
        .OrderBy(c => c is Reports.NotRecorded or "Unknown" or "UNKNOWN" or "U")
        .ThenBy(c => Lists.TryGetValue(dimension, out var list) ? list.Items.Select(i => i.Code).ToList().IndexOf(c) : 0)
        .ThenBy(c => Paths.TryGetValue(dimension, out var path) ? Array.IndexOf(path, c) : 0)
        .ThenBy(c => c, StringComparer.Ordinal);
}
