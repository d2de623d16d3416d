namespace ReferralPathway.Browser.Tests;

/// <summary>What anybody meets: readable at every width, in both languages, without a finding of axe and without a breach of the content security policy.</summary>
public sealed class OpenPagesTests(SampleHost host)
{
    [Theory]
    [InlineData("/sign-in", 360, "sv", false)]
    [InlineData("/sign-in", 1280, "en", true)]
    [InlineData("/directory", 360, "en", false)]
    [InlineData("/directory", 1280, "sv", true)]
    [InlineData("/privacy", 360, "sv", false)]
    [InlineData("/accessibility", 360, "en", false)]
    public async Task An_open_page_is_for_everybody(string address, int width, string language, bool dark)
    {
        var page = await host.OpenAsync(width, language, dark);
        var breaches = Look.Listen(page);

        var answer = await page.GotoAsync(address);

        Assert.Equal(200, answer!.Status);
        await Look.IsForEverybodyAsync(page, width);
        Assert.Empty(breaches);
    }
}
