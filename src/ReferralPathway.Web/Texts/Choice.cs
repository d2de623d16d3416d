namespace ReferralPathway.Web.Texts;

/// <summary>One answer to choose: the value that travels, the text (or text key) that people read.</summary>
/// <param name="Hint">What helps to choose; a text or text key.</param>
/// <param name="Group">The heading under which a long list shows it.</param>
/// <param name="Withdrawn">No longer offered: shown only where it is the answer already.</param>
/// <param name="Exclusive">Among tick boxes: "none of these", which clears the others.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Group = null, bool Exclusive = false, bool Withdrawn = false);
