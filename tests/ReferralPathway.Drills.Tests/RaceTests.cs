using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>Everybody at once, over two instances: one effect, and nobody sees what is another's.</summary>
[Trait("drill", "reliability")]
public sealed class RaceTests
{
    [Fact]
    public async Task Fifty_identical_posts_are_one_act_and_of_twenty_editors_one_is_saved_and_nineteen_keep_what_they_typed()
    {
        await using var scene = await Scene.NewAsync();
        await scene.StartAsync(instances: 2, clerks: 1);
        var clerk = scene.Clerks[0];
        var id = clerk.Opened[0];
        var before = await scene.Server.AskAsync<long>("SELECT count(*) FROM pathway.cases");

        var start = await clerk.Browser.Get("/cases/start");
        var answers = await AllAsync(50, _ => clerk.Browser.Post(start, ("Unknown", "true")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(before + 1, await scene.Server.AskAsync<long>("SELECT count(*) FROM pathway.cases"));

        // Each opens the form before anybody saves.
        var forms = await AllAsync(20, _ => clerk.Browser.Get($"/cases/{id}/intake/identity"));
        var saved = await AllAsync(20, i => clerk.Browser.Submit(forms[i], ("Input.GivenName", $"Typed by {i}")));
        Assert.Equal(1, saved.Count(s => s.Status == HttpStatusCode.OK && s.Errors.Count == 0));
        var told = saved.Where(s => s.Status == HttpStatusCode.Conflict).ToList();
        Assert.Equal(19, told.Count);
        Assert.All(told, page => Assert.StartsWith("Typed by ", page.Document.QuerySelector("input[name='Input.GivenName']")?.GetAttribute("value"), StringComparison.Ordinal));
        Drill.Say("50 identical posts over two instances: one case. 20 editors: 1 saved, 19 told, and what they typed kept.");
    }

    private static async Task<T[]> AllAsync<T>(int many, Func<int, Task<T>> act) => await Task.WhenAll(Enumerable.Range(0, many).Select(i => Task.Run(() => act(i))));
}
