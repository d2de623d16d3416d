using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// A request for disclosure as somebody may see it: the only thing that pages render of one. The asker sees what was asked, and the words of the answer when there is one:
/// not whether anybody works on it, not how it was decided, not why, and not what case it touches.
/// </summary>
public sealed record DisclosureView
{
    private DisclosureView() { }

    public static DisclosureView Of(DisclosureRequest request, DisclosureStanding standing)
    {
        var holder = standing == DisclosureStanding.Decider ? request.Assessment : null;
        return new()
        {
            Id = request.Id,
            Reference = request.Reference,
            Standing = standing,
            AskedFor = request.AskedFor,
            AddressedTo = request.AddressedTo,
            Ground = request.Ground,
            ReceivedOn = request.ReceivedOn,
            AnswerBy = request.AnswerBy,
            AnsweredAt = request.AnsweredAt,
            Question = request.Question.IsOpen ? request.Question.Value : new(),
            Answer = request.Answer is { IsOpen: true } answer ? answer.Value : null,
            Status = standing == DisclosureStanding.Decider ? request.Status : null,
            CaseId = holder?.CaseId,
            Reasons = holder?.Reasons is { IsOpen: true } reasons ? reasons.Value : null,
            HandedOver = holder?.HandedOver is { IsOpen: true } handed ? handed.Value : null,
            Revision = standing == DisclosureStanding.Decider ? request.Revision : 0,
        };
    }

    public DisclosureId Id { get; private init; }

    public string Reference { get; private init; } = "";

    public DisclosureStanding Standing { get; private init; }

    public OrganisationId? AskedFor { get; private init; }

    public OrganisationId AddressedTo { get; private init; }

    public string Ground { get; private init; } = "";

    public DateOnly ReceivedOn { get; private init; }

    public DateOnly AnswerBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private init; }

    public DisclosureQuestion Question { get; private init; } = new();

    public string? Answer { get; private init; }

    /// <summary>Null for the asker.</summary>
    public DisclosureStatus? Status { get; private init; }

    public CaseId? CaseId { get; private init; }

    public string? Reasons { get; private init; }

    public string? HandedOver { get; private init; }

    /// <summary>For the forms of those who decide: to the asker it would tell that somebody works on it.</summary>
    public int Revision { get; private init; }

    public bool IsDecider => Standing == DisclosureStanding.Decider;

    /// <summary>Whether this reader may do it, as the request stands now.</summary>
    public bool May(DisclosureOperation operation) => DisclosureAccess.Decide(Standing, operation) == Verdict.Allowed && operation switch
    {
        DisclosureOperation.Assess => Status is DisclosureStatus.Received or DisclosureStatus.UnderAssessment,
        DisclosureOperation.Decide => Status == DisclosureStatus.UnderAssessment,
        _ => true,
    };
}
