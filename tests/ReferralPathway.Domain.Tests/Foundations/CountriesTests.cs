using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("SE", ResidenceClass.Swedish)]
    [InlineData("FI", ResidenceClass.Nordic)]
    [InlineData("NO", ResidenceClass.Nordic)]
    [InlineData("RO", ResidenceClass.EuEea)]
    [InlineData("LI", ResidenceClass.EuEea)]
    [InlineData("CH", ResidenceClass.Swiss)]
    [InlineData("NG", ResidenceClass.ThirdCountry)]
    [InlineData("GB", ResidenceClass.ThirdCountry)]
    [InlineData("XK", ResidenceClass.ThirdCountry)]
    [InlineData(Countries.Stateless, ResidenceClass.ThirdCountry)]
    [InlineData(Countries.UnknownNationality, ResidenceClass.Unknown)]
    public void A_citizenship_has_a_residence_class(string code, ResidenceClass expected) =>
        Assert.Equal(expected, Countries.Find(code)?.ResidenceClass);

    [Fact]
    public void The_classes_have_as_many_members_as_the_treaties() =>
        Assert.Equal(
            [(ResidenceClass.Swedish, 1), (ResidenceClass.Nordic, 4), (ResidenceClass.EuEea, 25), (ResidenceClass.Swiss, 1)],
            Countries.InOrder("sv")
                .GroupBy(country => country.ResidenceClass)
                .Where(group => group.Key < ResidenceClass.ThirdCountry)
                .Select(group => (group.Key, group.Count()))
                .Order());

    [Fact]
    public void The_strongest_of_several_citizenships_is_the_smallest_class() =>
        Assert.Equal(ResidenceClass.EuEea, new[] { "NG", "RO", "XXX" }.Min(code => Countries.Find(code)!.ResidenceClass));

    [Fact]
    public void Countries_stand_in_the_order_of_the_language_and_stateless_and_unknown_last()
    {
        var swedish = Countries.InOrder("sv").Select(country => country.NameIn("sv")).ToList();
        var english = Countries.InOrder("en").Select(country => country.NameIn("en")).ToList();

        Assert.Equal("Afghanistan", swedish[0]);
        Assert.Equal(["Österrike", "Östtimor", "Okänt medborgarskap", "Statslös"], swedish[^4..]);
        Assert.Equal(["Stateless", "Unknown nationality"], english[^2..]);
        Assert.True(english.IndexOf("Åland Islands") < english.IndexOf("Albania"));
    }

    [Fact]
    public void Every_class_has_a_code_that_reads_back()
    {
        Assert.All(Enum.GetValues<ResidenceClass>(), known =>
            Assert.True(ResidenceClasses.TryParse(ResidenceClasses.Code(known), out var read) && read == known));
        Assert.False(ResidenceClasses.TryParse("EuEea", out _));
        Assert.Null(Countries.Find("ZZ"));
        Assert.Null(Countries.Find(null));
    }
}
