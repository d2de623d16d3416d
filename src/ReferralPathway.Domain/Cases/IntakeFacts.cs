namespace ReferralPathway.Domain.Cases;

/// <summary>What one answer of the intake says about another.</summary>
public static class IntakeFacts
{
    /// <summary>The age group of somebody who may be a child: treated as one until shown otherwise.</summary>
    public const string Uncertain = "UNCERTAIN";

    private static readonly (int From, string Group)[] Groups =
        [(55, "55+"), (45, "45-54"), (35, "35-44"), (25, "25-34"), (21, "21-24"), (18, "18-20"), (15, "15-17"), (12, "12-14"), (0, "0-11")];

    /// <summary>The age group of a person on a Swedish day. Who was born on 29 February is a year older on 1 March.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The person was not born yet.</exception>
    public static string AgeGroupOf(DateOnly birth, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(birth, day);
        var age = day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
        return Groups.First(g => age >= g.From).Group;
    }

    /// <summary>Whether the exploitation is of work, so that the sector is asked for.</summary>
    public static bool AsksForSector(IEnumerable<string> types) => types.Any(t => t is "FORCED_LABOUR" or "UNREASONABLE_WORK" or "DOMESTIC");

    /// <summary>Whether a legal status has a last day that must be known.</summary>
    public static bool HasLastDay(string? legalStatus) => legalStatus is "RP" or "TRP" or "TRP_15D" or "TRP_OTHER" or "WORK" or "VISIT";

    /// <summary>Whether a person was detected so long ago, more than ten years, that the date is probably a slip of the pen.</summary>
    public static bool IsLongAgo(DateOnly detected, DateOnly today) => detected < today.AddYears(-10);
}
