using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// A telephone number, read as a person in Sweden writes it and kept in one form. Formats of the Swedish numbering plan are
/// printed only where the length of the area code is known.
/// </summary>
public sealed partial record PhoneNumber
{
    private PhoneNumber(string value, PhoneNumberKind kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>E.164 ("+4620390000"), or the bare digits of a short code ("11414").</summary>
    public string Value { get; }

    public PhoneNumberKind Kind { get; }

    /// <summary>For the href of a link.</summary>
    public string Href => $"tel:{Value}";

    public PhoneNumberWarning Warning => Kind == PhoneNumberKind.ShortCode ? PhoneNumberWarning.OnlyInSweden
        : InSweden is not { } subscriber ? PhoneNumberWarning.None
        : subscriber.StartsWith("20", StringComparison.Ordinal) || subscriber.StartsWith("771", StringComparison.Ordinal) ? PhoneNumberWarning.MayNotWorkFromAbroad
        : subscriber.Length is < 7 or > 9 ? PhoneNumberWarning.UnusualLength
        : PhoneNumberWarning.None;

    /// <summary>The digits after +46; null for another country's number and for a short code.</summary>
    private string? InSweden => Value.StartsWith("+46", StringComparison.Ordinal) ? Value[3..] : null;

    /// <summary>Tells nothing, so that no log or message can carry a number by accident. Pages print <see cref="National"/>.</summary>
    public override string ToString() => "(telephone number)";

    /// <summary>
    /// As Swedes write it: "020-39 00 00", "070-123 45 67", "114 14". Other countries' numbers stay as they are.
    /// </summary>
    /// <param name="areaCode">The area code ("08" or "8") where it is on record. Unknown: the number is printed without grouping.</param>
    public string National(string? areaCode = null)
    {
        if (Kind == PhoneNumberKind.ShortCode) return Value.Length > 4 ? $"{Value[..3]} {Value[3..]}" : Value;
        if (InSweden is not { } digits) return Value;

        var area = areaCode?.TrimStart('0') is { Length: > 0 } known && digits.StartsWith(known, StringComparison.Ordinal) ? known : FixedPrefix(digits);
        return area is null ? $"0{digits}" : $"0{area}-{Grouped(digits[area.Length..], area)}";
    }

    /// <summary>
    /// Reads a number as typed. Spaces, hyphens, dots, slashes and brackets may stand anywhere, "(0)" and the 0 after +46 are
    /// dropped, a leading 00 is the international prefix and a leading 0 a Swedish number.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = Read(Separators().Replace(text ?? "", ""));
        return number is not null;
    }

    private static PhoneNumber? Read(string typed)
    {
        // "(+46) 8-…" and "+46 (0)8-…" are both common in print.
        var international = typed.TrimStart('(') is ['+', ..] or ['0', '0', ..];
        var digits = Brackets().Replace(international ? typed.Replace("(0)", "", StringComparison.Ordinal) : typed, "");

        if (ShortCode().IsMatch(digits)) return new(digits, PhoneNumberKind.ShortCode);
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = $"+{digits[2..]}";
        if (digits.StartsWith('0')) digits = $"+46{digits[1..]}";
        if (digits.StartsWith("+460", StringComparison.Ordinal)) digits = $"+46{digits[4..]}";

        return E164().IsMatch(digits) ? new(digits, PhoneNumberKind.International) : null;
    }

    /// <summary>Prefixes whose length is the same for every number: mobile, freephone, shared cost.</summary>
    private static string? FixedPrefix(string digits) => digits switch
    {
        ['7', '0' or '2' or '3' or '6' or '9', ..] when digits.Length == 9 => digits[..2],
        ['2', '0', ..] => "20",
        ['7', '7', '1', ..] => "771",
        _ => null,
    };

    private static string Grouped(string digits, string area) => digits.Length switch
    {
        6 when area == "771" => $"{digits[..3]} {digits[3..]}",
        5 => $"{digits[..3]} {digits[3..]}",
        6 => $"{digits[..2]} {digits[2..4]} {digits[4..]}",
        7 => $"{digits[..3]} {digits[3..5]} {digits[5..]}",
        8 => $"{digits[..3]} {digits[3..6]} {digits[6..]}",
        _ => digits,
    };

    [GeneratedRegex(@"[\s./\-\u2010-\u2015\u2212]")]
    private static partial Regex Separators();

    [GeneratedRegex("[()]")]
    private static partial Regex Brackets();

    /// <summary>Emergency, police, information in crises, health advice, missing children, children's helpline.</summary>
    [GeneratedRegex(@"^(112|11414|11313|1177|116000|116111)\z")]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
