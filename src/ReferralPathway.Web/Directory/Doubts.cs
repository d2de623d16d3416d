using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>What the forms for reports and proposals have in common.</summary>
public static class Doubts
{
    /// <summary>The most characters of a report or a reason.</summary>
    public const int Most = 500;

    /// <summary>The answer "something else" to what it is about.</summary>
    public const string Other = "other";

    /// <summary>The channels that everybody sees, and something else.</summary>
    public static IReadOnlyList<Choice> ChannelsOf(DirectoryEntry entry) =>
        [.. entry.Channels.Where(c => c.IsPublic).Select(c => new Choice(c.Normalised, c.Shown)), new(Other, "Directory.SomethingElse")];
}
