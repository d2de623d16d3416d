namespace ReferralPathway.Data.Consultations;

/// <summary>The data key of one text of a consultation, wrapped by the master key. It stands apart from the keys of cases and knows of none.</summary>
public sealed class ConsultationKey
{
    /// <summary>The text's id.</summary>
    public Guid Id { get; init; }

    public byte[] Wrapped { get; set; } = [];

    /// <summary>The number of the master key that wraps it.</summary>
    public int Master { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
