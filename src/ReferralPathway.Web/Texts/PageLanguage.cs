using System.Globalization;

namespace ReferralPathway.Web.Texts;

/// <summary>One of the two languages the pages speak, with the culture that writes its dates and numbers.</summary>
public sealed record PageLanguage
{
    public static readonly PageLanguage Swedish = new("sv", "Svenska", "sv-SE");
    public static readonly PageLanguage English = new("en", "English", "en-GB");

    public static IReadOnlyList<PageLanguage> All { get; } = [Swedish, English];

    private PageLanguage(string code, string ownName, string culture) =>
        (Code, OwnName, Culture) = (code, ownName, CultureInfo.GetCultureInfo(culture));

    /// <summary>ISO 639-1, as in <c>lang</c> attributes and in the names of the text files.</summary>
    public string Code { get; }

    /// <summary>What its speakers call it.</summary>
    public string OwnName { get; }

    public CultureInfo Culture { get; }

    /// <summary>The page language of a tag such as <c>en</c>, <c>en-US</c> or <c>sv-FI</c>; null for every other language.</summary>
    public static PageLanguage? Of(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Code, tag?.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
