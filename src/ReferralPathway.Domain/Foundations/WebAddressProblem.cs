namespace ReferralPathway.Domain.Foundations;

/// <summary>Why a web address cannot be kept.</summary>
public enum WebAddressProblem
{
    None,

    /// <summary>Not http or https with a host.</summary>
    Format,

    /// <summary>A spelling known to be wrong, on which a stranger could set a trap (the national guide printed one once).</summary>
    KnownMisspelling,
}
