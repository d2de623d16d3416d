using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// A Swedish personal identity number (personnummer, folkbokföringslag (1991:481) 18 §) or coordination number (samordningsnummer,
/// lag (2022:1697) 2:8, where 60 is added to the day). It may be kept without consent only when clearly justified,
/// lag (2018:218) 3:10, and never decides a person's gender.
/// </summary>
public sealed record PersonalNumber
{
    /// <summary>Nobody born earlier was alive when the numbers came in 1947; the century is not covered by the check digit.</summary>
    private const int EarliestBirthYear = 1840;

    private PersonalNumber(string digits, DateOnly? birthDate, bool isCoordinationNumber)
    {
        Digits = digits;
        BirthDate = birthDate;
        IsCoordinationNumber = isCoordinationNumber;
    }

    /// <summary>Twelve digits, as registers keep them.</summary>
    public string Digits { get; }

    public bool IsCoordinationNumber { get; }

    /// <summary>Null for an old coordination number with day 60 or month 00, whose date of birth was not known.</summary>
    public DateOnly? BirthDate { get; }

    /// <summary>The number is unusual (day 60 or month 00): accept it only after the user has confirmed it.</summary>
    public bool NeedsConfirmation => BirthDate is null;

    /// <summary>As people write it: YYYYMMDD-NNNN.</summary>
    public string Written => $"{Digits[..8]}-{Digits[8..]}";

    /// <summary>Tells nothing, so that no log or message can carry a number by accident.</summary>
    public override string ToString() => "********-****";

    /// <summary>Reads a number as typed.</summary>
    /// <param name="today">The Swedish day, from which the century of a ten-digit number follows.</param>
    public static bool TryParse(string? text, DateOnly today, [NotNullWhen(true)] out PersonalNumber? number, out PersonalNumberProblem problem)
    {
        number = null;
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)).Select(AsHyphen));

        if (Shape(typed) is not { } shape)
        {
            problem = PersonalNumberProblem.PnrFormat;
        }
        else if (BirthOf(shape, today) is not { } birth)
        {
            problem = PersonalNumberProblem.PnrDate;
        }
        else if (CheckDigit(shape.TenDigits) != shape.TenDigits[9] - '0')
        {
            problem = PersonalNumberProblem.PnrChecksum;
        }
        else
        {
            problem = PersonalNumberProblem.None;
            number = new($"{birth.Year:D4}{shape.TenDigits[2..]}", birth.Date, birth.Coordination);
        }

        return number is not null;
    }

    private static char AsHyphen(char c) => c is >= '\u2010' and <= '\u2015' or '\u2212' ? '-' : c;

    /// <summary>The century (null when it must be found), whether the person is in or past the year of the hundredth birthday, and the ten digits.</summary>
    private static (int? Century, bool Centenarian, string TenDigits)? Shape(string typed)
    {
        var digits = typed.Length > 4 && typed[^5] is '-' or '+' ? typed.Remove(typed.Length - 5, 1) : typed;
        if (!digits.All(char.IsAsciiDigit)) return null;

        return (digits.Length, typed.Length - digits.Length) switch
        {
            (12, 0) => (Century(digits), false, digits[2..]),
            (12, 1) when typed[8] == '-' => (Century(digits), false, digits[2..]),
            (10, 1) => (null, typed[6] == '+', digits),
            _ => null,
        };

        static int Century(string digits) => int.Parse(digits[..2], CultureInfo.InvariantCulture);
    }

    private static (int Year, DateOnly? Date, bool Coordination)? BirthOf((int? Century, bool Centenarian, string TenDigits) shape, DateOnly today)
    {
        // The hyphen becomes a plus in the year a person turns 100, not on the day.
        var latest = shape.Centenarian ? new DateOnly(today.Year - 100, 12, 31) : today;
        var centuries = shape.Century is { } given ? [given] : new[] { latest.Year / 100, latest.Year / 100 - 1 };

        return centuries.Select(century => BirthIn(century, shape.TenDigits, latest)).FirstOrDefault(birth => birth is not null);
    }

    private static (int Year, DateOnly? Date, bool Coordination)? BirthIn(int century, string tenDigits, DateOnly latest)
    {
        var year = century * 100 + TwoDigits(tenDigits, 0);
        var (month, dayInNumber) = (TwoDigits(tenDigits, 2), TwoDigits(tenDigits, 4));
        var coordination = dayInNumber >= 60;
        var day = coordination ? dayInNumber - 60 : dayInNumber;

        if (year < EarliestBirthYear || year > latest.Year || month > 12 || day > 31) return null;
        if (coordination && (month == 0 || day == 0)) return (year, null, true);
        if (month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month)) return null;

        var date = new DateOnly(year, month, day);
        return date <= latest ? (year, date, coordination) : null;
    }

    private static int TwoDigits(string digits, int at) => 10 * (digits[at] - '0') + digits[at + 1] - '0';

    /// <summary>The check digit by the modulus-10 method over the first nine of ten digits.</summary>
    private static int CheckDigit(string tenDigits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var product = (tenDigits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }

        return (10 - sum % 10) % 10;
    }
}
