namespace ReferralPathway.Domain.Foundations;

/// <summary>The seven coordination regions in the order of the contact table (S1-41), and their names, which are the same in both languages.</summary>
public static class CoordinationRegions
{
    public static IReadOnlyList<CoordinationRegion> All { get; } = Enum.GetValues<CoordinationRegion>();

    public static string Name(CoordinationRegion region) => region switch
    {
        CoordinationRegion.Ost => "Öst",
        CoordinationRegion.Vast => "Väst",
        _ => region.ToString(),
    };

    /// <summary>Reads a name ("Öst") or a code ("Ost").</summary>
    public static bool TryParse(string? text, out CoordinationRegion region)
    {
        foreach (var candidate in All)
        {
            region = candidate;
            if (text == Name(candidate) || text == candidate.ToString()) return true;
        }

        region = default;
        return false;
    }
}
