namespace ReferralPathway.Web.Texts;

/// <summary>The labels of the code lists, which belong to the domain; the composition root connects them.</summary>
public interface ICodeLabels
{
    /// <summary>The codes of a list such as <c>legal_status</c>, in the order people choose from.</summary>
    IReadOnlyList<string> Codes(string list);

    /// <summary>Whether it can still be chosen: a withdrawn code is read as before and offered no more.</summary>
    bool IsOffered(string list, string code);

    /// <summary>What a code is called; a code that left the list keeps its label.</summary>
    string Label(string list, string code, PageLanguage language);
}
