namespace ReferralPathway.Domain.Consultations;

/// <summary>
/// How a consultation lives. A draft is its author's alone. Submitted, it waits for an answer; in progress, somebody works on it. Returned for redaction, its text is hidden
/// from everybody but the author until it is sent again. Answered, it is closed by the author or after thirty days; withdrawn, its text is gone.
/// </summary>
public enum ConsultationStatus
{
    Draft,
    Submitted,
    ReturnedForRedaction,
    InProgress,
    Answered,
    Closed,
    Withdrawn,
}

/// <summary>What the question is about.</summary>
public enum QuestionType
{
    /// <summary>Signs, and what they may mean.</summary>
    Identification,
    /// <summary>Protection and housing.</summary>
    Protection,
    /// <summary>Reflection period and residence permits.</summary>
    Permits,
    /// <summary>Voluntary return; IOM may answer too (S4-06).</summary>
    Return,
    /// <summary>Somebody under 18.</summary>
    Child,
    Other,
}

/// <summary>Who is asked.</summary>
public enum AskedOf
{
    /// <summary>The Gender Equality Agency (S1-02).</summary>
    National,
    /// <summary>The coordinator of the region (S1-26).</summary>
    Regional,
}

/// <summary>The right to stay, as coarsely as advice needs it.</summary>
public enum StayClass
{
    HasRightToStay,
    HasNoRightToStay,
    Asylum,
    Unknown,
}

public enum QuestionUrgency
{
    Normal,
    /// <summary>Answered before the others. Danger is no matter for a question: 112.</summary>
    Urgent,
}

/// <summary>Why a question goes back. Codes, since a sentence might repeat what it wants removed.</summary>
public enum RedactionReason
{
    Name,
    Place,
    Date,
    Number,
    /// <summary>No single detail, but all of them together.</summary>
    Combination,
}

public enum ConsultationTextKind
{
    Question,
    Answer,
}
