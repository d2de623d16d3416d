using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Architecture.Tests;

/// <summary>A law that nobody tests, or that cannot say what it wants, is none.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Every_law_is_named_by_a_test()
    {
        var tests = string.Concat(Repository.Files("*.cs").Where(f => f.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read));

        Assert.NotEmpty(Rule.All);
        Assert.Empty(Rule.All.Where(r => !tests.Contains($"Rule.{r.Name}", StringComparison.Ordinal)).Select(r => r.Name));
    }

    [Fact]
    public void Every_law_has_a_sentence_in_both_languages()
    {
        var book = new Phrasebook(strict: true);
        foreach (var language in PageLanguage.All)
            Assert.Empty(Rule.All.Where(r => book.Find(language, $"Rules.{r.Name}") is null).Select(r => $"{r.Name} ({language.Code})"));
    }

    [Fact]
    public void Every_event_has_a_line_for_the_timeline_in_both_languages()
    {
        var events = typeof(CaseEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CaseEvent))).ToList();
        var book = new Phrasebook(strict: true);

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.True(e.IsSealed));
        foreach (var language in PageLanguage.All)
            Assert.Empty(events.Where(e => book.Find(language, $"Timeline.{e.Name}") is null).Select(e => $"{e.Name} ({language.Code})"));
    }
}
