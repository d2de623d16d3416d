namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Indicators of trafficking by the International Labour Organization: the quick eleven of forced labour, and the 67 of the Delphi
/// survey in six dimensions. A screening aid: signs never prove trafficking and their absence never excludes it, so no result here
/// may ever change whether a person is identified.
/// </summary>
public static class IloIndicators
{
    public static CodeList Quick => CodeLists.IloForcedLabour11;

    public static IReadOnlyList<IloDimension> Dimensions { get; } =
        [.. EmbeddedTable.Rows("ilo_dimensions.csv").Select(row => new IloDimension(row[0], row[1], row[2], row[3]))];

    public static IReadOnlyList<IloIndicator> Delphi { get; } =
        [.. EmbeddedTable.Rows("ilo_indicators.csv").Select(row => new IloIndicator(
            row[0], Dimensions.Single(dimension => dimension.Code == row[1]), row[2], row[3], Weight(row[4]), Weight(row[5])))];

    private static readonly Dictionary<string, IloIndicator> ByCode = Delphi.ToDictionary(indicator => indicator.Code);

    public static bool Has(string? code) => code is not null && ByCode.ContainsKey(code);

    /// <summary>Weighs the answers, keyed by indicator; one result for each dimension, in order.</summary>
    /// <exception cref="ArgumentException">An answer is given to an indicator that does not exist.</exception>
    public static IReadOnlyList<IloAssessment> Assess(IloProfile profile, IReadOnlyDictionary<string, IndicatorAnswer> answers)
    {
        var answered = answers
            .Select(answer => (Indicator: ByCode.TryGetValue(answer.Key, out var indicator) ? indicator : throw new ArgumentException("There is no such indicator.", nameof(answers)), Answer: answer.Value))
            .ToLookup(pair => pair.Indicator.Dimension);

        return [.. Dimensions.Select(dimension => Assess(profile, dimension, answered[dimension]))];
    }

    private static IloAssessment Assess(IloProfile profile, IloDimension dimension, IEnumerable<(IloIndicator Indicator, IndicatorAnswer Answer)> answers)
    {
        var given = answers.ToList();
        var present = given.Where(pair => pair.Answer == IndicatorAnswer.Yes).Select(pair => pair.Indicator.WeightFor(profile)).ToList();
        var (strong, medium, weak) = (Count(IloWeight.Strong), Count(IloWeight.Medium), Count(IloWeight.Weak));

        return new(
            dimension,
            profile is IloProfile.AdultLabour or IloProfile.ChildLabour ? IsPositive(strong, medium, weak) : null,
            strong,
            medium,
            weak,
            present.Count,
            NotKnown: given.Count(pair => pair.Answer is IndicatorAnswer.Unknown or IndicatorAnswer.Declined));

        int Count(IloWeight weight) => present.Count(found => found == weight);
    }

    /// <summary>Two strong; one strong and one other; three medium; or two medium and one weak.</summary>
    private static bool IsPositive(int strong, int medium, int weak) =>
        strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1);

    private static IloWeight? Weight(string letter) => letter switch
    {
        "S" => IloWeight.Strong,
        "M" => IloWeight.Medium,
        "W" => IloWeight.Weak,
        "" => null,
        _ => throw new InvalidOperationException($"There is no weight {letter}."),
    };
}
