namespace ReferralPathway.Domain.Foundations;

/// <summary>An act was refused by a law of the pathway. It becomes an error on the form, in the user's language, and an entry in the audit.</summary>
/// <param name="rule">Which law.</param>
/// <param name="details">Codes and dates for the text, by name. Never personal details.</param>
public sealed class RuleBrokenException(Rule rule, params (string Name, object Value)[] details) : Exception(rule.Name)
{
    public Rule Rule { get; } = rule;

    public IReadOnlyList<(string Name, object Value)> Details { get; } = details;
}
