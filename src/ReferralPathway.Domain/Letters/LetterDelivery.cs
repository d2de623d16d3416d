using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Letters;

/// <summary>How a letter left the house. Never by fax, and never by plain mail.</summary>
public enum DeliveryWay { HandedOver, Post, SecureMail }

/// <summary>What is written down of a letter that was given to somebody.</summary>
public sealed record DeliveryTerms
{
    public required LetterKind Kind { get; init; }

    /// <summary>What the letter is of: a referral, an application, a plan, a return, an extract; of a form of consent and of an extract to an organisation, that organisation.</summary>
    public required Guid Source { get; init; }

    /// <summary>Null where it went to the person.</summary>
    public OrganisationId? To { get; init; }

    public required DeliveryWay Way { get; init; }

    public required DateOnly On { get; init; }

    public required string Language { get; init; }

    /// <summary>The version of the template.</summary>
    public required int Template { get; init; }

    /// <summary>What its reader may read.</summary>
    public required DataGroups Groups { get; init; }

    /// <summary>Who took it, where that is known.</summary>
    public string? Receiver { get; init; }

    /// <summary>The person has said that letters may be sent to them.</summary>
    public bool LettersAreSafe { get; init; }
}

/// <summary>A letter was given to somebody: how, to whom, when and by whom. The letter itself is not kept; what it was written from is.</summary>
public sealed class LetterDelivery
{
    private LetterDelivery() { }

    internal LetterDelivery(CaseId caseId, DeliveryTerms terms, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Kind = terms.Kind;
        Source = terms.Source;
        To = terms.To;
        Way = terms.Way;
        On = terms.On;
        Language = terms.Language;
        Template = terms.Template;
        Groups = terms.Groups;
        Receiver = string.IsNullOrWhiteSpace(terms.Receiver) ? null : new(terms.Receiver.Trim());
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public LetterKind Kind { get; private set; }

    public Guid Source { get; private set; }

    /// <summary>Null where it went to the person.</summary>
    public OrganisationId? To { get; private set; }

    public DeliveryWay Way { get; private set; }

    public DateOnly On { get; private set; }

    public string Language { get; private set; } = "";

    public int Template { get; private set; }

    public DataGroups Groups { get; private set; }

    public Sealed<string>? Receiver { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}

/// <summary>A letter was given to somebody: the affair of whoever wrote it.</summary>
public sealed record LetterDelivered(CaseId CaseId, Guid Id, LetterKind Letter, DeliveryWay Way, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override Guid? Record => Id;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("letter", Letter.ToString()), ("delivery", Way.ToString())];
}
