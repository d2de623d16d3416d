using System.Text.RegularExpressions;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Web.Tests.Look;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Audit;

/// <summary>Whatever is written into the record can be read there in words.</summary>
public sealed partial class AuditTextTests
{
    private static readonly Phrasebook Book = new(strict: true);

    [Fact]
    public void Every_reading_has_a_text() => Assert.All(Enum.GetNames<Reading>(), name => Assert.NotNull(Book.Find(PageLanguage.Swedish, $"Reading.{name}")));

    [Fact]
    public void Every_kind_of_line_has_a_text()
    {
        var files = Source.Files("*.cs", "ReferralPathway.Data").Concat(Source.Files("*.cs")).ToList();
        var written = files.SelectMany(f => Written().Matches(f.Text).SelectMany(m => Kinds(f.Text, m.Groups["what"].Value, m.Groups["kind"].Value, m.Groups["more"].Success))).ToList();
        var reminders = files.Where(f => f.Name.StartsWith("Sweeps/", StringComparison.Ordinal)).SelectMany(f => Reminder().Matches(f.Text)).Select(m => m.Groups[1].Value);
        var events = typeof(Case).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(ConsultationEvent)) || type.IsSubclassOf(typeof(DisclosureEvent)) || type.IsSubclassOf(typeof(MatchEvent)))).Select(type => type.Name).ToList();

        Assert.Contains("Directory.Verified", written);
        Assert.Contains("Rules.Asked", written);
        Assert.Contains("Refused.Access", written);
        Assert.Contains("DisclosureRequested", events);
        Assert.All(written.Concat(reminders).Concat(events).Distinct(), kind => Assert.NotNull(Book.Find(PageLanguage.English, $"Audit.Kind.{kind}")));
    }

    /// <summary>The kinds that a call writes; where the last word is handed in, all that its own file hands in.</summary>
    private static IEnumerable<string> Kinds(string text, string what, string kind, bool more) =>
        what is "Refusal" or "RefuseAsync" ? [$"Refused.{kind}"]
        : !more ? [kind]
        : (text.Contains("change.Kind}", StringComparison.Ordinal) ? Enum.GetNames<EntryChangeKind>() : HandedIn().Matches(text).Select(m => m.Groups[1].Value)).Select(last => kind + last);

    [GeneratedRegex("""(?<what>\bHappened|\bRefusal|\bRefuseAsync)\((?:db\.Acting!?, |context, [^"\n]*)?\$?"(?<kind>\w+\.?\w*)(?<more>\{)?""")]
    private static partial Regex Written();

    [GeneratedRegex("""(?:SaveAsync|DoAsync|DoneAsync)\(.*?"([A-Z]\w+)["]""")]
    private static partial Regex HandedIn();

    [GeneratedRegex(@"NoticeKind\.(\w+)\b(?!,)")]
    private static partial Regex Reminder();
}
