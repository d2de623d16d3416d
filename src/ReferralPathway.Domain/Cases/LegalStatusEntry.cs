using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>From where we know of a legal status.</summary>
public enum LegalStatusSource { Told, Decision, PermitEnded }

/// <summary>DG1: the person's right to stay from a day on, as it was recorded. Of two for one day the later counts. Never changed.</summary>
public sealed class LegalStatusEntry
{
    private LegalStatusEntry() { }

    internal LegalStatusEntry(CaseId caseId, int number, string status, DateOnly from, DateOnly? validTo, LegalStatusSource source, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Number = number;
        Status = status;
        From = from;
        ValidTo = validTo;
        Source = source;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public int Number { get; private set; }

    /// <summary>Code list legal_status.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Swedish day from which it holds.</summary>
    public DateOnly From { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public LegalStatusSource Source { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }
}
