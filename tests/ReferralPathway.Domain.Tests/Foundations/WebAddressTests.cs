using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("www.nmtsverige.se", "https://www.nmtsverige.se/")]
    [InlineData("www.manniskohandel.se", "https://www.manniskohandel.se/")]
    [InlineData(" https://nspm.jamstalldhetsmyndigheten.se/ ", "https://nspm.jamstalldhetsmyndigheten.se/")]
    [InlineData("http://www.Migrationsverket.SE/Kontakt?a=1", "http://www.migrationsverket.se/Kontakt?a=1")]
    public void An_address_gets_its_absolute_form(string text, string expected)
    {
        Assert.True(WebAddress.TryNormalise(text, out var address, out var problem));

        Assert.Equal(expected, address);
        Assert.Equal(WebAddressProblem.None, problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kommun")]
    [InlineData("ftp://kommun.se/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://kommun.se/%0aalert(1)")]
    [InlineData("mailto:info@kommun.se")]
    [InlineData("https://kommun.se@elsewhere.example/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://")]
    [InlineData("www.kommun.se och www.region.se")]
    public void Only_http_and_https_with_a_host_are_accepted(string? text)
    {
        Assert.False(WebAddress.TryNormalise(text, out var address, out var problem));

        Assert.Null(address);
        Assert.Equal(WebAddressProblem.Format, problem);
    }

    [Theory]
    [InlineData("www.nmstverige.se")]
    [InlineData("https://nmstverige.se/om")]
    [InlineData("HTTP://WWW.NMSTVERIGE.SE")]
    [InlineData("www.nmstverige.se.")]
    public void The_known_misspelling_has_a_problem_of_its_own(string text)
    {
        Assert.False(WebAddress.TryNormalise(text, out _, out var problem));
        Assert.Equal(WebAddressProblem.KnownMisspelling, problem);
    }
}
