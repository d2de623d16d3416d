namespace ReferralPathway.Domain.Foundations;

/// <summary>The codes of the residence classes, as tables, queries and the guidance write them.</summary>
public static class ResidenceClasses
{
    public static string Code(ResidenceClass residenceClass) => residenceClass switch
    {
        ResidenceClass.Swedish => "SWEDISH",
        ResidenceClass.Nordic => "NORDIC",
        ResidenceClass.EuEea => "EU_EEA",
        ResidenceClass.Swiss => "SWISS",
        ResidenceClass.ThirdCountry => "THIRD_COUNTRY",
        ResidenceClass.Unknown => "UNKNOWN",
        _ => throw new ArgumentOutOfRangeException(nameof(residenceClass)),
    };

    public static bool TryParse(string? code, out ResidenceClass residenceClass)
    {
        foreach (var candidate in Enum.GetValues<ResidenceClass>())
        {
            residenceClass = candidate;
            if (code == Code(candidate)) return true;
        }

        residenceClass = ResidenceClass.Unknown;
        return false;
    }
}
