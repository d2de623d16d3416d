using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Languages_often_interpreted_come_first_each_group_by_name(string language)
    {
        var all = Languages.InOrder(language);
        var often = all.TakeWhile(spoken => spoken.IsOftenInterpreted).ToList();

        Assert.Contains(often, spoken => spoken.Code == "ar");
        Assert.Contains(often, spoken => spoken.Code == "ti");
        Assert.All(all.Skip(often.Count), spoken => Assert.False(spoken.IsOftenInterpreted));
        Assert.True(all.Count > 200);
    }

    [Fact]
    public void A_language_is_found_by_its_code_and_named_in_both_languages()
    {
        Assert.Equal("rumänska", Languages.Find("ro")?.NameIn("sv"));
        Assert.Equal("Romanian", Languages.Find("ro")?.NameIn("en"));
        Assert.Equal("pashto", Languages.Find("ps")?.NameIn("sv"));
        Assert.Null(Languages.Find("xx"));
        Assert.Null(Languages.Find(null));
    }

    [Fact]
    public void No_two_languages_have_the_same_name()
    {
        Assert.Distinct(Languages.InOrder("sv").Select(spoken => spoken.NameSv));
        Assert.Distinct(Languages.InOrder("en").Select(spoken => spoken.NameEn));
    }
}
