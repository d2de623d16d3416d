using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Returns;

/// <summary>What stands on one page of an application; which of these depends on its kind. It is sealed as one piece. Whether the person speaks with the police is never asked (S1-35).</summary>
public sealed record ReturnContent
{
    public PartA? PartA { get; init; }

    public SupportPlan? Plan { get; init; }

    public PartB? PartB { get; init; }

    public Journey? Journey { get; init; }

    public ReturneeContact? Contact { get; init; }

    /// <summary>The support to reintegration, piece by piece, as it stood from then on.</summary>
    public IReadOnlyList<ReintegrationItem> Reintegration { get; init; } = [];

    /// <summary>Of an assessment: what it found.</summary>
    public string? Note { get; init; }
}

/// <summary>The professional's part, page by page. A page that is not filled in yet is null in what it asks.</summary>
public sealed record PartA
{
    /// <summary>Whom the coordinator and IOM may ask at the referring organisation.</summary>
    public string? ContactPerson { get; init; }

    public required string Nationality { get; init; }

    public TravelDocument? Document { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Country { get; init; }

    public string? Place { get; init; }

    public DestinationRight? Right { get; init; }

    /// <summary>Who of the family travels along.</summary>
    public string? Family { get; init; }

    public DateOnly? TravelFrom { get; init; }

    public DateOnly? TravelTo { get; init; }

    public string? Reasons { get; init; }

    public IReadOnlyDictionary<ReturnRisk, RiskLevel> Risks { get; init; } = new Dictionary<ReturnRisk, RiskLevel>();

    public string? RiskNote { get; init; }

    /// <summary>Code list return_component.</summary>
    public IReadOnlyList<string> Wishes { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>How to reach the person on the way and afterwards without danger.</summary>
    public string? SafeContact { get; init; }

    public IReadOnlyList<OutstandingMatter> Outstanding { get; init; } = [];

    /// <summary>The person decides freely.</summary>
    public bool FreeDecision { get; init; }

    /// <summary>The person knows of the support, the alternatives, and the risks of staying and of going.</summary>
    public bool Informed { get; init; }

    /// <summary>The person knows that the return may be cancelled at any time.</summary>
    public bool MayCancel { get; init; }

    public IReadOnlyList<PartASection> Missing
    {
        get
        {
            List<PartASection> missing = [];
            if (string.IsNullOrWhiteSpace(ContactPerson) || Document is null || Languages.Count == 0) missing.Add(PartASection.Person);
            if (Country is null || string.IsNullOrWhiteSpace(Place) || Right is null) missing.Add(PartASection.Destination);
            if (Risks.Count == 0) missing.Add(PartASection.Risks);
            if (Wishes.Count == 0 || string.IsNullOrWhiteSpace(SafeContact)) missing.Add(PartASection.Support);
            if (!(FreeDecision && Informed && MayCancel)) missing.Add(PartASection.Declaration);
            return missing;
        }
    }
}

/// <summary>The pages of part A.</summary>
public enum PartASection { Person, Destination, Risks, Support, Declaration }

/// <summary>The individual support plan: what the return is tailored to, drafted together with the person (S1-37).</summary>
public sealed record SupportPlan(string Goals, IReadOnlyList<string> Components, string Provider, string DraftedBy, DateOnly InDialogueOn);

/// <summary>The coordinator's part.</summary>
public sealed record PartB
{
    /// <summary>Why the person belongs to those whom the programme is for.</summary>
    public required string TargetGroup { get; init; }

    public required string InformationGiven { get; init; }

    public required string SafetyCheck { get; init; }

    /// <summary>Code list return_component.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    public decimal? Budget { get; init; }

    /// <summary>EUR or SEK.</summary>
    public string? Currency { get; init; }

    public string? InKind { get; init; }

    public ReturnUrgency Urgency { get; init; }

    /// <summary>What the Swedish social services find best for the child, and when.</summary>
    public string? BestInterestsInSweden { get; init; }

    /// <summary>What the authority of the country of return finds best for the child.</summary>
    public string? BestInterestsAbroad { get; init; }
}

/// <summary>The journey as IOM arranges it (R9).</summary>
public sealed record Journey
{
    public required DateOnly On { get; init; }

    public required bool HasTravelDocument { get; init; }

    public required string Route { get; init; }

    public required string Tickets { get; init; }

    public string? Transit { get; init; }

    public required string Arrival { get; init; }

    public EscortKind Escort { get; init; }

    public ReintegrationKind Reintegration { get; init; }

    /// <summary>When cash is paid, and what is given in kind.</summary>
    public string? ReintegrationPlan { get; init; }
}

/// <summary>One piece of the support to reintegration, in cash or in kind: what IOM plans to give, and what became of it (S1-32, S4-06).</summary>
public sealed record ReintegrationItem
{
    public required Guid Id { get; init; }

    public required SupportForm Form { get; init; }

    /// <summary>Of cash: how much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Of cash: one of <see cref="Currencies"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>In kind: what it is. Of cash: what it is meant for.</summary>
    public string? What { get; init; }

    /// <summary>The day on which it is to be paid or handed over.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>Null while it is still to come.</summary>
    public SupportOutcome? Outcome { get; init; }

    public DateOnly? SettledOn { get; init; }

    /// <summary>Why it was not delivered.</summary>
    public string? Why { get; init; }

    public static IReadOnlyList<string> Currencies { get; } = ["EUR", "SEK"];

    public const decimal Most = 999_999.99m;
}

/// <summary>One attempt of IOM to speak with the person after the return (F11).</summary>
public sealed record ReturneeContact
{
    public required ContactChannel Channel { get; init; }

    /// <summary>Which mission of IOM made it.</summary>
    public string? MadeBy { get; init; }

    public bool? SafeToTalk { get; init; }

    public IReadOnlyList<ReturneeSituation> Going { get; init; } = [];

    public RiskLevel Risk { get; init; }

    public string? NeedsAction { get; init; }
}
