using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Disclosures;

/// <summary>
/// How a request lives, for the holder. Received waits for somebody who may decide; UnderAssessment has somebody's attention; the other three are decided and final. The asker
/// sees none of it: for the asker it waits, and then it is answered.
/// </summary>
public enum DisclosureStatus { Received, UnderAssessment, Granted, PartlyGranted, Refused }

/// <summary>A request as it is written down.</summary>
/// <param name="Ground">Code list disclosure_ground.</param>
/// <param name="AnswerBy">The last day for an answer.</param>
public sealed record DisclosureTerms(string Ground, DateOnly AnswerBy, DisclosureQuestion Question);

/// <summary>The words of a request: who asks, about whom, for what. Sealed together.</summary>
public sealed record DisclosureQuestion
{
    /// <summary>The authority, where it came on paper.</summary>
    public string? Authority { get; init; }

    public string Officer { get; init; } = "";

    /// <summary>How the officer is reached.</summary>
    public string? Contact { get; init; }

    /// <summary>The authority's own number.</summary>
    public string? OwnReference { get; init; }

    /// <summary>The law, where it is another duty than those listed.</summary>
    public string? Law { get; init; }

    /// <summary>What the asker knows of the person.</summary>
    public string About { get; init; } = "";

    /// <summary>The number of a case in which the asker takes part.</summary>
    public string? CaseReference { get; init; }

    public string Asked { get; init; } = "";

    public bool IsComplete(string ground) =>
        !string.IsNullOrWhiteSpace(Officer) && !string.IsNullOrWhiteSpace(Asked) && !(string.IsNullOrWhiteSpace(About) && string.IsNullOrWhiteSpace(CaseReference))
        && (ground != DisclosureDesk.OtherDuty || !string.IsNullOrWhiteSpace(Law));
}

/// <param name="Outcome">Granted, PartlyGranted or Refused.</param>
/// <param name="Reasons">The decision and why; the holder's own.</param>
/// <param name="HandedOver">What left the organisation, and how; nothing where it was refused.</param>
/// <param name="Answer">The words for the asker.</param>
public sealed record DisclosureDecision(DisclosureStatus Outcome, string Reasons, string? HandedOver, string Answer);
