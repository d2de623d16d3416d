using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>
/// Something happened to a consultation. It is no event of a case and knows of none; it becomes an entry of the audit in the chain of the acting organisation, and
/// carries codes and ids, never a word of what was written.
/// </summary>
public abstract record ConsultationEvent(ConsultationId Id, Act Act)
{
    /// <summary>Codes and ids, by name.</summary>
    public virtual IEnumerable<(string Name, string Value)> Details => [];

    /// <summary>The name by which audit, texts and documentation know it.</summary>
    public string Kind => GetType().Name;
}

/// <summary>N1: begun, for its author alone.</summary>
public sealed record ConsultationDrafted(ConsultationId Id, Act Act) : ConsultationEvent(Id, Act);

/// <summary>N2: sent, to whoever answers such questions.</summary>
public sealed record ConsultationSubmitted(ConsultationId Id, QuestionType Type, AskedOf AskedOf, CoordinationRegion Region, DateTimeOffset AnswerBy, Act Act) : ConsultationEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("type", Type.ToString()), ("askedOf", AskedOf.ToString()), ("region", Region.ToString())];
}

/// <summary>N3: somebody works on the answer.</summary>
public sealed record ConsultationTakenOn(ConsultationId Id, DateTimeOffset AnswerBy, Act Act) : ConsultationEvent(Id, Act);

/// <summary>N4: a person could be recognised; the text is hidden from this instant.</summary>
public sealed record ConsultationReturned(ConsultationId Id, OrganisationId Asker, UserId Author, IReadOnlyList<RedactionReason> Because, Act Act) : ConsultationEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => (Because ?? []).Select(b => ("because", b.ToString()));
}

/// <summary>N5.</summary>
public sealed record ConsultationAnswered(ConsultationId Id, OrganisationId Asker, UserId Author, IReadOnlyList<EntryId> Recommended, Act Act) : ConsultationEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => (Recommended ?? []).Select(e => ("recommended", e.ToString()));
}

/// <summary>N6: by the author, or by the system after thirty days.</summary>
public sealed record ConsultationClosed(ConsultationId Id, Act Act) : ConsultationEvent(Id, Act);

/// <summary>N7: taken back; its text is gone.</summary>
public sealed record ConsultationWithdrawn(ConsultationId Id, Act Act) : ConsultationEvent(Id, Act);

/// <summary>Its texts and their keys were destroyed, since nobody needs them any more.</summary>
public sealed record ConsultationErased(ConsultationId Id, Act Act) : ConsultationEvent(Id, Act);
