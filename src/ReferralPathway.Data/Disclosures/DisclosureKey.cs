using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Disclosures;

/// <summary>The data key of a request for disclosure, or of what its holder keeps to itself, wrapped by the master key. It stands apart from the keys of cases.</summary>
public sealed class DisclosureKey
{
    /// <summary>The request's id, which both sides open, or its assessment's, which the holder alone opens.</summary>
    public Guid Id { get; init; }

    public DisclosureId RequestId { get; init; }

    public byte[] Wrapped { get; set; } = [];

    /// <summary>The number of the master key that wraps it.</summary>
    public int Master { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
