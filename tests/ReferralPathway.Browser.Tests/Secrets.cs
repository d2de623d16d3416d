using System.Text.RegularExpressions;

namespace ReferralPathway.Browser.Tests;

/// <summary>What some people at work may never meet, wherever on a page it stands.</summary>
internal static partial class Secrets
{
    /// <summary>Where somebody of the sample stays.</summary>
    public static readonly Regex ShelterAddress = new("Påhittade gatan");

    /// <summary>Whose case it is: a name of the sample, initials in a list, or the number of a case.</summary>
    public static IReadOnlyList<Regex> WhoIsHelped => [Names(), Initials(), CaseNumber()];

    [GeneratedRegex(@"\b(Murod|Karimov|Ana Rusu|Mali Chaiyo|Bobur|Yusupov|Roxana|Dobre|Somchai|Suwan|Oksana|Kovalenko|Hodan|Georgi Ivanov|Blessing|Okafor|Ileana|Ionela|Daria Munteanu|Simona|Elena Radu|Adriana|Larisa|Mirela|Gabriela|Nistor|Selam|Tesfay|Taras|Bondar)\b")]
    public static partial Regex Names();

    [GeneratedRegex(@"\b\p{Lu}\.\p{Lu}\.")]
    private static partial Regex Initials();

    /// <summary>A question without personal details has a letter before its number.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d]-|\d)20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();
}
