namespace ReferralPathway.Architecture.Tests;

/// <summary>Neither sealed nor closed: what the rule must catch.</summary>
public class LooseClass
{
    public string? AnybodySets { get; set; }
}
