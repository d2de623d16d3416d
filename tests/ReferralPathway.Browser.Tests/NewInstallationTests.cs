using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Browser.Tests;

/// <summary>The first hour of a new installation: two administrators by a command, and the way in with a second factor, which the sample does without.</summary>
public sealed partial class NewInstallationTests(SampleHost host)
{
    private const string Words = "korn tak sjunga björkved";

    [Fact]
    public async Task The_first_administrators_come_in_by_the_link_of_a_command_and_a_second_factor()
    {
        var local = Directory.CreateTempSubdirectory("referral-pathway-new-");
        await using var program = new RunningProgram(local, Way.New);
        var said = await program.CommandAsync("create-administrators", "ada@kommun.example", "Ada Lind", "bo@kommun.example", "Bo Ek");
        var links = Link().Matches(said).Select(m => m.Value).ToList();
        Assert.Equal(2, links.Count);
        // A proxy that ends TLS stands before it, and says so.
        await program.StartAsync(("PATHWAY_PROXIES", "127.0.0.1,::1"));

        var page = await host.OpenAsync(360, "sv", dark: true, at: program.Address);
        await page.GotoAsync(links[0]);
        await Hand.AnswerAsync(page, null, ("Password", Words), ("Again", Words));
        await SignInAsync(page, "ada@kommun.example");
        Assert.EndsWith("/sign-in/second-factor", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        var key = await KeyAsync(page);
        await Look.IsForEverybodyAsync(page, 360);
        await Hand.AnswerAsync(page, null, ("Code", CodeNow(key)));
        var recovery = await page.Locator("main .rp-num li").AllTextContentsAsync();
        Assert.Equal(10, recovery.Count);
        await Look.IsForEverybodyAsync(page, 360);

        // Again, on another machine: the code of the telephone was used, so one of those on paper.
        page = await host.OpenAsync(1280, "en", at: program.Address);
        await SignInAsync(page, "ada@kommun.example");
        Assert.EndsWith("/sign-in/code", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await Look.IsForEverybodyAsync(page, 1280);
        await Hand.AnswerAsync(page, null, ("Code", recovery[0]));
        await page.GotoAsync("/account/second-factor");
        Assert.NotEqual(key, await KeyAsync(page));
        await Look.IsForEverybodyAsync(page, 1280);

        Assert.Equal(0, await program.StopAsync());
        local.Delete(recursive: true);
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await Hand.AnswerAsync(page, null, ("Email", email), ("Password", Words));
    }

    private static async Task<byte[]> KeyAsync(IPage page) => Read((await page.Locator("main .rp-num").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));

    private static string CodeNow(byte[] key) => SecondFactors.CodeAt(key, SecondFactors.StepAt(TimeProvider.System.GetUtcNow()));

    /// <summary>Base 32, as telephones take it.</summary>
    private static byte[] Read(string written)
    {
        var bits = string.Concat(written.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    [GeneratedRegex(@"/sign-in/invitation/[\w-]+")]
    private static partial Regex Link();
}
