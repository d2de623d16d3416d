using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Domain.Tests.Guidance;

/// <summary>Every input with the values that make a difference, and ways through them.</summary>
internal static class GuidanceSpace
{
    private static readonly DateOnly Day = Asking.Usual.AsOf;

    private static readonly Permission[] Permissions =
    [
        default, new(ApplicationState.Submitted), new(ApplicationState.Granted), new(ApplicationState.Granted, Day.AddDays(-3), Day.AddDays(26)), new(ApplicationState.Granted, Day.AddDays(-40), Day.AddDays(-11)),
        new(ApplicationState.Granted, Day.AddDays(5), Day.AddDays(34)), new(ApplicationState.ExtensionSubmitted, Day.AddDays(-29), Day), new(ApplicationState.ExtensionSubmitted, Day.AddDays(-30), Day.AddDays(-1)),
        new(ApplicationState.Refused), new(ApplicationState.Withdrawn), new(ApplicationState.Appealed), new(ApplicationState.Revoked, Day.AddDays(-3), Day.AddDays(26)), new(ApplicationState.Ended, Day.AddDays(-40), Day.AddDays(-11)),
    ];

    /// <summary>For each input, what it does to a situation, value by value. The first is what is assumed when nothing is said.</summary>
    public static readonly IReadOnlyDictionary<Input, Func<Situation, Situation>[]> Values = new Dictionary<Input, Func<Situation, Situation>[]>
    {
        [Input.AsOf] = Each([Day, new(2022, 7, 31), new(2030, 12, 31)], (s, v) => s with { AsOf = v }),
        [Input.At] = Each<DateTimeOffset?>([null, new(2026, 3, 16, 19, 0, 0, TimeSpan.Zero)], (s, v) => s with { At = v }),
        [Input.AgeClass] = Each(Enum.GetValues<AgeClass>(), (s, v) => s with { AgeClass = v }),
        [Input.Unaccompanied] = Each(Enum.GetValues<YesNoUnknown>(), (s, v) => s with { Unaccompanied = v }),
        [Input.LegalStatus] = Each(Enum.GetValues<LegalStatus>(), (s, v) => s with { LegalStatus = v }),
        [Input.LegalStatusValidTo] = Each<DateOnly?>([null, Day.AddDays(45), Day.AddDays(-1)], (s, v) => s with { LegalStatusValidTo = v }),
        [Input.Citizenship] = Each([ResidenceClass.Unknown, ResidenceClass.Swedish, ResidenceClass.Nordic, ResidenceClass.EuEea, ResidenceClass.Swiss, ResidenceClass.ThirdCountry], (s, v) => s with { Citizenship = v }),
        [Input.InSweden] = Each([true, false], (s, v) => s with { InSweden = v }),
        [Input.Identification] = Each(Enum.GetValues<Identification>(), (s, v) => s with { Identification = v }),
        [Input.Investigation] = Each(Enum.GetValues<InvestigationState>(), (s, v) => s with { Investigation = v }),
        [Input.ReflectionPeriod] = Each(Permissions, (s, v) => s with { ReflectionPeriod = v }),
        [Input.TemporaryPermit] = Each(Permissions, (s, v) => s with { TemporaryPermit = v }),
        [Input.Cooperation] = Each(Enum.GetValues<Cooperation>(), (s, v) => s with { Cooperation = v }),
        [Input.TiesBroken] = Each(Enum.GetValues<YesNoUnknown>(), (s, v) => s with { TiesBroken = v }),
        [Input.AcuteNeed] = Each([false, true], (s, v) => s with { AcuteNeed = v }),
        [Input.WishesReturn] = Each(Enum.GetValues<YesNoUnknown>(), (s, v) => s with { WishesReturn = v }),
        [Input.Exposure] = Each(Enum.GetValues<Exposure>(), (s, v) => s with { Exposure = v }),
        [Input.ReturnState] = Each(Enum.GetValues<ReturnState>(), (s, v) => s with { ReturnState = v }),
        [Input.ReturnedOn] = Each<DateOnly?>([null, Day.AddDays(-60)], (s, v) => s with { ReturnedOn = v }),
        [Input.ConsentMunicipality] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentMunicipality = v }),
        [Input.ConsentNgo] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentNgo = v }),
        [Input.ConsentMigrationAgency] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentMigrationAgency = v }),
        [Input.ConsentCoordinator] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentCoordinator = v }),
        [Input.ConsentIom] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentIom = v }),
        [Input.ConsentMonitoring] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentMonitoring = v }),
        [Input.ConsentJustice] = Each(Enum.GetValues<ConsentAnswer>(), (s, v) => s with { ConsentJustice = v }),
        [Input.Asker] = Each<OrganisationKind?>([null, .. Enum.GetValues<OrganisationKind>()], (s, v) => s with { Asker = v }),
        [Input.RuleSet] = Each(Enum.GetValues<ReflectionPeriodRuleSet>(), (s, v) => s with { Settings = s.Settings with { RuleSet = v } }),
        [Input.ReimbursementFrom] = Each(Enum.GetValues<ReimbursementFrom>(), (s, v) => s with { Settings = s.Settings with { ReimbursementFrom = v } }),
    };

    private static readonly Situation Blank = new() { AsOf = Day };

    /// <summary>Rows in which every pair of values of every two inputs stands at least once.</summary>
    public static IReadOnlyList<Situation> Pairwise() => _pairwise ??= [.. Rows([.. Values.Values.Select(v => v.Length)]).Select(Built)];

    private static IReadOnlyList<Situation>? _pairwise;

    /// <summary>Every combination of the values of some inputs, the others as when nothing is said.</summary>
    public static IEnumerable<Situation> Every(IEnumerable<Input> inputs) =>
        inputs.Aggregate((IEnumerable<Situation>)[Blank], (all, input) => all.SelectMany(s => Some(input).Select(change => change(s))));

    /// <summary>All values of an input; of the two permits one of each kind: none, pending, granted, over, extension applied for.</summary>
    public static Func<Situation, Situation>[] Some(Input input) =>
        input is Input.ReflectionPeriod or Input.TemporaryPermit ? [Values[input][0], Values[input][1], Values[input][3], Values[input][4], Values[input][6]] : Values[input];

    private static Situation Built(int[] row) => Values.Values.Select((values, i) => values[row[i]]).Aggregate(Blank, (s, change) => change(s));

    /// <summary>Greedy: take a pair that is still missing, and give every other input the value that brings in most that are.</summary>
    internal static IEnumerable<int[]> Rows(int[] sizes)
    {
        var missing = Pairs(sizes).ToHashSet();
        while (missing.Count > 0)
        {
            var row = Enumerable.Repeat(-1, sizes.Length).ToArray();
            var (a, x, b, y) = missing.First();
            (row[a], row[b]) = (x, y);
            for (var i = 0; i < sizes.Length; i++)
                if (row[i] < 0) row[i] = Enumerable.Range(0, sizes[i]).MaxBy(v => Known(row, i).Count(known => missing.Contains(Pair(i, v, known.Input, known.Value))));
            for (var i = 0; i < sizes.Length; i++)
                for (var j = i + 1; j < sizes.Length; j++) missing.Remove((i, row[i], j, row[j]));
            yield return row;
        }
    }

    internal static IEnumerable<(int A, int X, int B, int Y)> Pairs(int[] sizes) =>
        from a in Enumerable.Range(0, sizes.Length) from b in Enumerable.Range(a + 1, sizes.Length - a - 1) from x in Enumerable.Range(0, sizes[a]) from y in Enumerable.Range(0, sizes[b]) select (a, x, b, y);

    private static IEnumerable<(int Input, int Value)> Known(int[] row, int but) => row.Select((value, input) => (input, value)).Where(k => k.value >= 0 && k.input != but);

    private static (int, int, int, int) Pair(int i, int v, int j, int w) => i < j ? (i, v, j, w) : (j, w, i, v);

    private static Func<Situation, Situation>[] Each<T>(IEnumerable<T> values, Func<Situation, T, Situation> set) => [.. values.Select(value => (Func<Situation, Situation>)(s => set(s, value)))];
}
