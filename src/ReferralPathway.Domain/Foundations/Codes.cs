using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Foundations;

/// <summary>Values as the code lists and the API write them: <c>EuNoRight</c> is <c>EU_NO_RIGHT</c>, <c>Trp15D</c> is <c>TRP_15D</c>.</summary>
public static partial class Codes
{
    public static string Of<T>(T value) where T : struct, Enum => Words().Replace(value.ToString(), "$1_$2").ToUpper(CultureInfo.InvariantCulture);

    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        value = default;
        return code is not null && Table<T>.ByCode.TryGetValue(code, out value);
    }

    private static class Table<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByCode = Enum.GetValues<T>().ToFrozenDictionary(Of);
    }

    [GeneratedRegex("([a-z])([A-Z0-9])")]
    private static partial Regex Words();
}
