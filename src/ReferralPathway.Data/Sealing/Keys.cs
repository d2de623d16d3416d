using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sealing;

/// <summary>The data key of a case, or of a referral's answer, wrapped by the master key. Deleting the row erases what it sealed.</summary>
public sealed class SealingKey
{
    /// <summary>The case's id, or the referral's.</summary>
    public Guid Id { get; init; }

    public CaseId CaseId { get; init; }

    public byte[] Wrapped { get; set; } = [];

    /// <summary>The number of the master key that wraps it.</summary>
    public int Master { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A key of the whole installation, wrapped by the master key: the one behind the search tokens, the one that signs checkpoints.</summary>
public sealed class InstallationKey
{
    public string Name { get; init; } = "";

    public byte[] Wrapped { get; set; } = [];

    public int Master { get; set; }
}

/// <summary>A keyed hash of a name, a birth date or a number: equality can be searched, nothing can be read.</summary>
public sealed class NameToken
{
    /// <summary>The organisation that may search it.</summary>
    public OrganisationId Scope { get; init; }

    public byte[] Token { get; init; } = [];

    public CaseId CaseId { get; init; }
}
