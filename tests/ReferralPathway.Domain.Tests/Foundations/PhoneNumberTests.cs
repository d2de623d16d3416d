using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("(+46) 20390000", "+4620390000")]
    [InlineData("(+46) 20 390 000", "+4620390000")]
    [InlineData("020-39 00 00", "+4620390000")]
    [InlineData("(+46) 8-50825669", "+46850825669")]
    [InlineData("(+46) 8508 25 501", "+46850825501")]
    [InlineData("+46 (0)21-391496", "+4621391496")]
    [InlineData("(+46) 21-391496", "+4621391496")]
    [InlineData("+46 021 39 14 96", "+4621391496")]
    [InlineData("0046 (0)70 123 45 67", "+46701234567")]
    [InlineData("(0)8-508 256 69", "+46850825669")]
    [InlineData("(08) 508.256.69", "+46850825669")]
    [InlineData("08/50825669", "+46850825669")]
    [InlineData("070\u2011123\u00a045\u00a067", "+46701234567")]
    [InlineData("(+46) 77123 52 35", "+46771235235")]
    [InlineData("+358 9 684 11 50", "+35896841150")]
    [InlineData("+44 (0)20 7946 0000", "+442079460000")]
    public void Every_usual_way_of_writing_a_number_gives_one_form(string text, string value)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));

        Assert.Equal(value, number.Value);
        Assert.Equal(PhoneNumberKind.International, number.Kind);
        Assert.Equal($"tel:{value}", number.Href);
    }

    [Theory]
    [InlineData("112", "112", "112")]
    [InlineData("114 14", "11414", "114 14")]
    [InlineData("11414", "11414", "114 14")]
    [InlineData("1177", "1177", "1177")]
    public void A_short_code_is_no_international_number(string text, string value, string shown)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));

        Assert.Equal(PhoneNumberKind.ShortCode, number.Kind);
        Assert.Equal(value, number.Value);
        Assert.Equal(shown, number.National());
        Assert.Equal($"tel:{value}", number.Href);
        Assert.Equal(PhoneNumberWarning.OnlyInSweden, number.Warning);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("46 70 123 45 67")]               // neither + nor 0: which country?
    [InlineData("08-508 25 000 ankn 12")]         // an extension must not become part of the number
    [InlineData("08-508 25 000, 070-123 45 67")]
    [InlineData("+46 1234")]
    [InlineData("+0 70 123 45 67")]
    [InlineData("+46 70 123+45 67")]
    [InlineData("+46 70 1234567890123")]
    [InlineData("113")]
    [InlineData("112345")]
    public void What_is_no_telephone_number_is_refused(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out var number));
        Assert.Null(number);
    }

    [Theory]
    [InlineData("+4620390000", null, "020-39 00 00")]
    [InlineData("+46771235235", null, "0771-235 235")]
    [InlineData("+46701234567", null, "070-123 45 67")]
    [InlineData("+46850825669", "08", "08-508 256 69")]
    [InlineData("+46850825669", "8", "08-508 256 69")]
    [InlineData("+46850825669", null, "0850825669")]
    [InlineData("+4621391496", "021", "021-39 14 96")]
    [InlineData("+46313679331", "031", "031-367 93 31")]
    [InlineData("+4621391496", "031", "021391496")] // an area code that is not the number's own is not used
    [InlineData("+35896841150", "9", "+35896841150")]
    public void Numbers_are_grouped_only_where_the_area_code_is_known(string value, string? areaCode, string shown)
    {
        Assert.True(PhoneNumber.TryParse(value, out var number));
        Assert.Equal(shown, number.National(areaCode));
    }

    [Theory]
    [InlineData("+4620390000", PhoneNumberWarning.MayNotWorkFromAbroad)]
    [InlineData("0771-235 235", PhoneNumberWarning.MayNotWorkFromAbroad)]
    [InlineData("+46850825669", PhoneNumberWarning.None)]
    [InlineData("+46 8 12345", PhoneNumberWarning.UnusualLength)]
    [InlineData("+46 719 123 456 789", PhoneNumberWarning.UnusualLength)]
    [InlineData("+358 9 684 11 50", PhoneNumberWarning.None)]
    public void An_unusual_number_is_accepted_with_a_warning(string text, PhoneNumberWarning expected)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(expected, number.Warning);
    }

    [Fact]
    public void A_number_never_prints_itself()
    {
        Assert.True(PhoneNumber.TryParse("+46701234567", out var number));
        Assert.DoesNotContain("70", $"{number}", StringComparison.Ordinal);
    }
}
