using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Foundations.Iso;

namespace ReferralPathway.Domain.Tests.Foundations;

/// <summary>The numbers are published examples or were made for tests; none belongs to a person.</summary>
public sealed class PersonalNumberTests
{
    private static readonly DateOnly Today = new(2026, 3, 16);

    [Theory]
    [InlineData("640823-3234", "196408233234", "1964-08-23")]
    [InlineData("811218-9876", "198112189876", "1981-12-18")]
    [InlineData("19121212-1212", "191212121212", "1912-12-12")]
    [InlineData("121212+1212", "191212121212", "1912-12-12")]
    [InlineData("191212121212", "191212121212", "1912-12-12")]
    [InlineData(" 1912 1212 - 1212 ", "191212121212", "1912-12-12")]
    [InlineData("640823\u20133234", "196408233234", "1964-08-23")] // a dash pasted from a letter
    [InlineData("18900101-9802", "189001019802", "1890-01-01")]
    [InlineData("18900202-9826", "189002029826", "1890-02-02")]
    [InlineData("18900313-9848", "189003139848", "1890-03-13")]
    [InlineData("18900424-9869", "189004249869", "1890-04-24")]
    [InlineData("18900505-9812", "189005059812", "1890-05-05")]
    public void A_personal_number_is_kept_with_twelve_digits(string text, string digits, string born)
    {
        Assert.True(PersonalNumber.TryParse(text, Today, out var number, out var problem));

        Assert.Equal(PersonalNumberProblem.None, problem);
        Assert.Equal(digits, number.Digits);
        Assert.Equal(Day(born), number.BirthDate);
        Assert.Equal($"{digits[..8]}-{digits[8..]}", number.Written);
        Assert.False(number.IsCoordinationNumber);
        Assert.False(number.NeedsConfirmation);
    }

    [Theory]
    [InlineData("701063-2391", "197010632391", "1970-10-03")]
    [InlineData("18900161-9809", "189001619809", "1890-01-01")]
    [InlineData("18900262-9823", "189002629823", "1890-02-02")]
    public void A_coordination_number_has_sixty_added_to_the_day(string text, string digits, string born)
    {
        Assert.True(PersonalNumber.TryParse(text, Today, out var number, out _));

        Assert.Equal(digits, number.Digits);
        Assert.Equal(Day(born), number.BirthDate);
        Assert.True(number.IsCoordinationNumber);
    }

    [Theory]
    [InlineData("640823-3235", PersonalNumberProblem.PnrChecksum)]
    [InlineData("750231-0241", PersonalNumberProblem.PnrDate)]
    [InlineData("19900230-1234", PersonalNumberProblem.PnrDate)]
    [InlineData("abc", PersonalNumberProblem.PnrFormat)]
    [InlineData("6408233", PersonalNumberProblem.PnrFormat)]
    [InlineData("6408233234", PersonalNumberProblem.PnrFormat)]
    [InlineData("19640823+3234", PersonalNumberProblem.PnrFormat)]
    [InlineData("1964082-33234", PersonalNumberProblem.PnrFormat)]
    [InlineData("640823-32345", PersonalNumberProblem.PnrFormat)]
    [InlineData("٦٤٠٨٢٣-٣٢٣٤", PersonalNumberProblem.PnrFormat)]
    [InlineData("", PersonalNumberProblem.PnrFormat)]
    [InlineData(null, PersonalNumberProblem.PnrFormat)]
    [InlineData("12640823-3234", PersonalNumberProblem.PnrDate)]  // a century the check digit does not see
    [InlineData("20640823-3234", PersonalNumberProblem.PnrDate)]  // not yet born
    [InlineData("19641323-3234", PersonalNumberProblem.PnrDate)]
    [InlineData("19640832-3234", PersonalNumberProblem.PnrDate)]
    [InlineData("19640800-3234", PersonalNumberProblem.PnrDate)]
    [InlineData("19640892-3234", PersonalNumberProblem.PnrDate)]
    [InlineData("300823+3235", PersonalNumberProblem.PnrDate)]    // would be born in 1830
    public void A_number_that_cannot_be_right_is_refused_with_its_reason(string? text, PersonalNumberProblem expected)
    {
        Assert.False(PersonalNumber.TryParse(text, Today, out var number, out var problem));
        Assert.Equal(expected, problem);
        Assert.Null(number);
    }

    [Theory]
    [InlineData("2026-03-16", "260315-0009", 2026)]
    [InlineData("2026-03-14", "260315-0009", 1926)]
    [InlineData("2026-03-14", "260315+0009", 1926)] // the plus holds all through the year of the hundredth birthday
    [InlineData("2026-03-16", "000229-0005", 2000)]
    public void The_century_of_ten_digits_is_the_latest_that_is_possible(string today, string text, int year)
    {
        Assert.True(PersonalNumber.TryParse(WithCheckDigit(text), Day(today), out var number, out _));
        Assert.Equal(year, number.BirthDate?.Year);
    }

    [Fact]
    public void The_twenty_ninth_of_February_is_no_date_in_a_year_that_was_not_a_leap_year()
    {
        Assert.False(PersonalNumber.TryParse(WithCheckDigit("000229+0005"), Today, out _, out var problem));
        Assert.Equal(PersonalNumberProblem.PnrDate, problem);
    }

    [Theory]
    [InlineData("19800060-1230")] // month 00 and day 60
    [InlineData("19800560-1230")] // day 60
    [InlineData("19800072-1230")] // month 00
    public void An_old_coordination_number_without_a_date_of_birth_must_be_confirmed(string text)
    {
        Assert.True(PersonalNumber.TryParse(WithCheckDigit(text), Today, out var number, out _));

        Assert.True(number.NeedsConfirmation);
        Assert.Null(number.BirthDate);
    }

    [Fact]
    public void A_personal_number_without_a_date_of_birth_is_refused()
    {
        Assert.False(PersonalNumber.TryParse(WithCheckDigit("19800012-1230"), Today, out _, out var problem));
        Assert.Equal(PersonalNumberProblem.PnrDate, problem);
    }

    [Fact]
    public void A_number_never_prints_itself()
    {
        Assert.True(PersonalNumber.TryParse("640823-3234", Today, out var number, out _));
        Assert.Equal("********-****", $"{number}");
    }

    /// <summary>The modulus-10 method written the other way round, so that a slip in one is seen by the other.</summary>
    private static string WithCheckDigit(string text)
    {
        var nine = text.Where(char.IsAsciiDigit).SkipLast(1).TakeLast(9).Select(c => c - '0').ToArray();
        var check = Enumerable.Range(0, 10).Single(candidate =>
            nine.Append(candidate).Select((digit, i) => i % 2 == 1 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit).Sum() % 10 == 0);
        return $"{text[..^1]}{check}";
    }
}
