using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary><c>./run</c>, as a newcomer meets it.</summary>
public sealed partial class RunTests(SampleHost host)
{
    [Fact]
    public async Task It_says_where_and_how_stops_all_it_started_and_keeps_the_data_for_the_next_start()
    {
        var local = Directory.CreateTempSubdirectory("referral-pathway-run-");
        await using var first = new RunningProgram(local, Way.Script);
        await first.StartAsync();
        for (var tries = 0; tries < 50 && !Password().IsMatch(Said(first)); tries++) await Task.Delay(100);
        foreach (var word in new[] { first.Address.ToString().TrimEnd('/'), "sw.umea@sample.example", "psql" }) Assert.Contains(word, Said(first), StringComparison.Ordinal);
        var password = Password().Match(Said(first)).Groups[1].Value;
        var page = await host.OpenAsync(at: first.Address);
        await SampleHost.SignInAsync(page, "sw.umea", password: password);
        var theCase = await Hand.StartCaseAsync(page);
        Assert.Equal(0, await first.StopAsync("TERM"));
        Assert.Empty(StillRunning(local));

        // The same data: the draft, the key that opens it, and the password that was printed.
        await using var second = new RunningProgram(local, Way.Sample);
        await second.StartAsync();
        page = await host.OpenAsync(at: second.Address);
        await SampleHost.SignInAsync(page, "sw.umea", password: password);
        var answer = await page.GotoAsync($"{theCase}/intake");
        Assert.True(answer!.Ok);

        // Who practises begins anew: the draft is gone, the invented cases and people are there.
        await page.GotoAsync("/sample/practice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin anew" }).ClickAsync();
        await page.WaitForURLAsync("**/sample/practice?anew=true");
        await SampleHost.SignInAsync(page, "sw.umea", password: password);
        Assert.Equal(404, (await page.GotoAsync($"{theCase}/intake"))!.Status);
        Assert.True((await page.GotoAsync("/cases"))!.Ok);
        Assert.NotEqual(0, await page.Locator("main .rp-row a").CountAsync());
        Assert.Equal(0, await second.StopAsync("INT"));
        Assert.Empty(StillRunning(local));
        local.Delete(recursive: true);
    }

    private static string Said(RunningProgram program) => string.Join('\n', program.Said);

    /// <summary>Programs that have to do with the folder: servers of the database that were left behind.</summary>
    private static List<string> StillRunning(DirectoryInfo local) => [.. Directory.EnumerateDirectories("/proc").Select(Started).Where(line => line.Contains(local.FullName, StringComparison.Ordinal))];

    private static string Started(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"Password of them all: (\S+)")]
    private static partial Regex Password();
}
