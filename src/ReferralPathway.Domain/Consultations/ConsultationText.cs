using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>A question or an answer, sealed under a key of its own. It is never changed: another wording is another row, and the row that is deleted takes its key along.</summary>
public sealed class ConsultationText
{
    private ConsultationText() { }

    internal ConsultationText(ConsultationId consultation, ConsultationTextKind kind, string text, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ConsultationId = consultation;
        Kind = kind;
        WrittenBy = act.By;
        WrittenAt = act.At;
        Text = new(text);
    }

    public Guid Id { get; private set; }

    public ConsultationId ConsultationId { get; private set; }

    public ConsultationTextKind Kind { get; private set; }

    public UserId WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public Sealed<string> Text { get; private set; } = null!;
}
