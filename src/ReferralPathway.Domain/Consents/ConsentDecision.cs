using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

public enum ConsentState { Given, Refused, Withdrawn, Expired }

/// <summary>
/// One line of the ledger of consents: what the person decided about one recipient and one purpose, and when that became known here. Lines are added and
/// never changed; the last one decides. The consent lifts secrecy (OSL 12:2); it is not the ground on which an authority processes data.
/// </summary>
public sealed class ConsentDecision : IConsentLine
{
    private ConsentDecision() { }

    internal ConsentDecision(CaseId caseId, int number, ConsentTerms terms, ConsentState state, Act act, ConsentId? previous)
    {
        Id = ConsentId.New(act.At);
        CaseId = caseId;
        Number = number;
        Recipient = terms.Recipient;
        Purpose = terms.Purpose;
        State = state;
        Groups = terms.Groups;
        DecidedOn = terms.DecidedOn;
        ValidUntil = terms.ValidUntil;
        Method = terms.Method;
        Language = terms.Language;
        Interpreter = terms.Interpreter;
        Notes = terms.Notes is { IsEmpty: false } notes ? new(notes) : null;
        Form = terms.Form;
        Previous = previous;
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public ConsentId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The revision of the case that wrote it: the highest is the latest, also within one instant.</summary>
    public int Number { get; private set; }

    public OrganisationId Recipient { get; private set; }

    /// <summary>Code list consent_purpose.</summary>
    public string Purpose { get; private set; } = "";

    public ConsentState State { get; private set; }

    public DataGroups Groups { get; private set; }

    DataGroups IConsentLine.Covers => Groups;

    /// <summary>The Swedish day on which the person decided.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>The last Swedish day on which it holds; null holds until withdrawn.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Code list consent_method.</summary>
    public string? Method { get; private set; }

    public string? Language { get; private set; }

    /// <summary>No, Telephone, OnSite.</summary>
    public string? Interpreter { get; private set; }

    public Sealed<ConsentNotes>? Notes { get; private set; }

    /// <summary>What the person signed; several purposes may stand on one form.</summary>
    public AttachmentId? Form { get; private set; }

    public ConsentId? Previous { get; private set; }

    /// <summary>The instant from which it has effect here.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}

/// <summary>What is asked and answered when consent is recorded.</summary>
public sealed record ConsentTerms
{
    public required OrganisationId Recipient { get; init; }

    public required OrganisationKind RecipientKind { get; init; }

    public required string Purpose { get; init; }

    public required DataGroups Groups { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? Method { get; init; }

    public string? Language { get; init; }

    public string? Interpreter { get; init; }

    /// <summary>Told what, to whom, why; that it can be withdrawn; what cannot be undone.</summary>
    public bool FullyInformed { get; init; }

    public ConsentNotes? Notes { get; init; }

    /// <summary>The form that the person signed, attached just before.</summary>
    public AttachmentId? Form { get; init; }
}

/// <summary>What is kept sealed beside a decision.</summary>
public sealed record ConsentNotes
{
    public string? Witness { get; init; }

    /// <summary>Guardian or appointed representative who decided for a child.</summary>
    public string? Guardian { get; init; }

    /// <summary>The child's own opinion.</summary>
    public string? ChildsOpinion { get; init; }

    public string? Reason { get; init; }

    public bool IsEmpty => Witness is null && Guardian is null && ChildsOpinion is null && Reason is null;
}
