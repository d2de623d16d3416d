using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>What the author fills in: coarse fields and a question (F4). No name, no file, no case, no exact age, no municipality, no country.</summary>
public sealed record ConsultationTerms
{
    public const int ShortestQuestion = 20;
    public const int LongestQuestion = 3000;

    public QuestionType? Type { get; init; }

    public AskedOf AskedOf { get; init; }

    public CoordinationRegion? Region { get; init; }

    /// <summary>Code list age_group.</summary>
    public string? AgeGroup { get; init; }

    /// <summary>Code list gender.</summary>
    public string? Gender { get; init; }

    public WorldRegion? WorldRegion { get; init; }

    /// <summary>Code list exploitation_type.</summary>
    public string? ExploitationType { get; init; }

    public StayClass? StayClass { get; init; }

    public QuestionUrgency Urgency { get; init; }

    public string? Question { get; init; }

    /// <summary>Whether everything is there that an answer needs.</summary>
    internal bool IsComplete =>
        Type is not null && Region is not null && CodeLists.AgeGroup.Has(AgeGroup) && WorldRegion is not null && Question?.Length is >= ShortestQuestion and <= LongestQuestion;

    internal bool IsListed =>
        (AgeGroup is null || CodeLists.AgeGroup.Has(AgeGroup)) && (Gender is null || CodeLists.Gender.Has(Gender)) && (ExploitationType is null || CodeLists.ExploitationType.Has(ExploitationType));
}
