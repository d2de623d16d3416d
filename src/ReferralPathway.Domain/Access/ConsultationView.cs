using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// A consultation as somebody may see it: the only thing that pages render of one. Whoever answers learns what kind of professional asks, and neither a name nor an
/// organisation: the name of a municipality would be a place, and the form asks for none.
/// </summary>
public sealed record ConsultationView
{
    private ConsultationView() { }

    public static ConsultationView Of(Consultation consultation, ConsultationStanding standing)
    {
        var mine = standing == ConsultationStanding.Author;
        var hidden = consultation.Status is ConsultationStatus.Draft or ConsultationStatus.ReturnedForRedaction or ConsultationStatus.Withdrawn;
        return new()
        {
            Id = consultation.Id,
            Reference = consultation.Reference,
            Status = consultation.Status,
            Standing = standing,
            AskedBy = consultation.AuthorRole,
            Type = consultation.Type,
            AskedOf = consultation.AskedOf,
            Region = consultation.Region,
            AgeGroup = consultation.AgeGroup,
            Gender = consultation.Gender,
            WorldRegion = consultation.WorldRegion,
            ExploitationType = consultation.ExploitationType,
            StayClass = consultation.StayClass,
            Urgency = consultation.Urgency,
            SubmittedAt = consultation.SubmittedAt,
            AnswerBy = consultation.AnswerBy,
            AnsweredAt = consultation.AnsweredAt,
            AnsweredFor = consultation.TakenFor,
            ReturnedBecause = [.. consultation.ReturnedBecause.Select(Enum.Parse<RedactionReason>)],
            Recommended = [.. consultation.RecommendedEntries.Select(EntryId.From)],
            Question = mine || !hidden ? Text(consultation.Question) : null,
            Answer = hidden ? null : Text(consultation.Answer),
            Revision = consultation.Revision,
        };
    }

    public ConsultationId Id { get; private init; }

    public string Reference { get; private init; } = "";

    public ConsultationStatus Status { get; private init; }

    public ConsultationStanding Standing { get; private init; }

    public Role AskedBy { get; private init; }

    public QuestionType? Type { get; private init; }

    public AskedOf AskedOf { get; private init; }

    public CoordinationRegion? Region { get; private init; }

    public string? AgeGroup { get; private init; }

    public string? Gender { get; private init; }

    public WorldRegion? WorldRegion { get; private init; }

    public string? ExploitationType { get; private init; }

    public StayClass? StayClass { get; private init; }

    public QuestionUrgency Urgency { get; private init; }

    public DateTimeOffset? SubmittedAt { get; private init; }

    public DateTimeOffset? AnswerBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private init; }

    public OrganisationId? AnsweredFor { get; private init; }

    public IReadOnlyList<RedactionReason> ReturnedBecause { get; private init; } = [];

    public IReadOnlyList<EntryId> Recommended { get; private init; } = [];

    /// <summary>Null where it is hidden, or gone.</summary>
    public string? Question { get; private init; }

    public string? Answer { get; private init; }

    public int Revision { get; private init; }

    /// <summary>Whether this reader may do it, as the consultation stands now.</summary>
    public bool May(ConsultationOperation operation) => ConsultationAccess.Decide(Standing, operation) == Verdict.Allowed && operation switch
    {
        ConsultationOperation.Write => Status is ConsultationStatus.Draft or ConsultationStatus.ReturnedForRedaction,
        ConsultationOperation.Withdraw => Status is ConsultationStatus.Draft or ConsultationStatus.Submitted or ConsultationStatus.ReturnedForRedaction,
        ConsultationOperation.Close => Status == ConsultationStatus.Answered,
        ConsultationOperation.TakeOn => Status == ConsultationStatus.Submitted,
        ConsultationOperation.Return => Status is ConsultationStatus.Submitted or ConsultationStatus.InProgress,
        ConsultationOperation.Answer => Status == ConsultationStatus.InProgress,
        _ => true,
    };

    private static string? Text(ConsultationText? text) => text is { Text.IsOpen: true } ? text.Text.Value : null;
}
