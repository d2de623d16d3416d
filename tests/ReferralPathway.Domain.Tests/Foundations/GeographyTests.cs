using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class GeographyTests
{
    [Fact]
    public void Sweden_has_290_municipalities_in_21_counties_and_seven_coordination_regions()
    {
        Assert.Equal(290, Geography.Municipalities.Count);
        Assert.Equal(21, Geography.Counties.Count);
        Assert.Equal(CoordinationRegions.All, Geography.Counties.Select(county => county.Region).Distinct().Order());
        Assert.All(Geography.Municipalities, municipality => Assert.Equal(municipality.Code[..2], Geography.CountyOf(municipality.Code)?.Code));
    }

    [Theory]
    [InlineData("01", 26)]
    [InlineData("03", 8)]
    [InlineData("04", 9)]
    [InlineData("05", 13)]
    [InlineData("06", 13)]
    [InlineData("07", 8)]
    [InlineData("08", 12)]
    [InlineData("09", 1)]
    [InlineData("10", 5)]
    [InlineData("12", 33)]
    [InlineData("13", 6)]
    [InlineData("14", 49)]
    [InlineData("17", 16)]
    [InlineData("18", 12)]
    [InlineData("19", 10)]
    [InlineData("20", 15)]
    [InlineData("21", 10)]
    [InlineData("22", 7)]
    [InlineData("23", 8)]
    [InlineData("24", 15)]
    [InlineData("25", 14)]
    public void Every_county_has_its_municipalities(string county, int count) =>
        Assert.Equal(count, Geography.Municipalities.Count(municipality => municipality.CountyCode == county));

    [Theory]
    [InlineData("0180", "Stockholm", "Stockholm", false)]
    [InlineData("0980", "Gotland", "Stockholm", true)]
    [InlineData("0580", "Linköping", "Öst", false)]
    [InlineData("2480", "Umeå", "Norr", false)]
    [InlineData("1480", "Göteborg", "Väst", false)]
    [InlineData("1380", "Halmstad", "Väst", true)]
    [InlineData("1780", "Karlstad", "Bergslagen", true)]
    [InlineData("1880", "Örebro", "Bergslagen", true)]
    [InlineData("1280", "Malmö", "Syd", false)]
    [InlineData("0380", "Uppsala", "Mitt", false)]
    public void A_municipality_lies_in_a_coordination_region_and_we_say_when_that_is_inferred(string code, string name, string region, bool inferred)
    {
        Assert.Equal(name, Geography.FindMunicipality(code)?.Name);
        Assert.Equal(region, CoordinationRegions.Name(Geography.RegionOf(code)!.Value));
        Assert.Equal(inferred, Geography.CountyOf(code)?.MappingInferred);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_code_leads_nowhere(string? code)
    {
        Assert.Null(Geography.FindMunicipality(code));
        Assert.Null(Geography.FindCounty(code));
        Assert.Null(Geography.RegionOf(code));
    }

    [Fact]
    public void Municipalities_stand_in_Swedish_alphabetical_order()
    {
        var names = Geography.Municipalities.Select(municipality => municipality.Name).ToList();

        Assert.Equal("Ale", names[0]);
        Assert.Equal("Övertorneå", names[^1]);
        Assert.True(names.IndexOf("Åre") > names.IndexOf("Ystad"));
        Assert.True(names.IndexOf("Älvdalen") > names.IndexOf("Åtvidaberg"));
    }

    [Fact]
    public void A_region_is_read_by_its_name_or_its_code()
    {
        Assert.All(CoordinationRegions.All, region =>
        {
            Assert.True(CoordinationRegions.TryParse(CoordinationRegions.Name(region), out var byName) && byName == region);
            Assert.True(CoordinationRegions.TryParse(region.ToString(), out var byCode) && byCode == region);
        });
        Assert.False(CoordinationRegions.TryParse("Nord", out _));
        Assert.False(CoordinationRegions.TryParse("1", out _));
        Assert.False(CoordinationRegions.TryParse(null, out _));
    }
}
