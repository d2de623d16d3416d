using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>
/// One version of what a case knows in one data group. Versions are added and never changed, so that an organisation whose part has ended keeps
/// reading exactly what was recorded before.
/// </summary>
public abstract class CaseVersion
{
    private protected CaseVersion() { }

    private protected CaseVersion(CaseId caseId, int number, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Number = number;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The revision of the case that wrote it: the highest is the latest, also within one instant. One act makes one version that holds.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The organisation that wrote it.</summary>
    public OrganisationId RecordedBy { get; private set; }
}

/// <summary>DG1.</summary>
public sealed class FactsVersion : CaseVersion
{
    private FactsVersion() { }

    internal FactsVersion(CaseId caseId, int number, CaseFacts facts, Act act) : base(caseId, number, act) => Facts = facts;

    public CaseFacts Facts { get; private set; } = new();
}

/// <summary>DG2: who the person is.</summary>
public sealed class IdentityVersion : CaseVersion
{
    private IdentityVersion() { }

    internal IdentityVersion(CaseId caseId, int number, IdentityDetails details, Act act) : base(caseId, number, act)
    {
        Details = new(details);
        WorldRegion = details.Nationalities.Select(Countries.Find).FirstOrDefault()?.WorldRegion;
    }

    /// <summary>Where in the world the first citizenship is, for statistics: the country itself is sealed.</summary>
    public WorldRegion? WorldRegion { get; private set; }

    public Sealed<IdentityDetails> Details { get; private set; } = null!;
}

/// <summary>DG3: how to reach the person without danger. Written together with its summary, "contact through …".</summary>
public sealed class SafeContactVersion : CaseVersion
{
    private SafeContactVersion() { }

    internal SafeContactVersion(CaseId caseId, int number, SafeContactDetails details, Act act) : base(caseId, number, act)
    {
        LastCheckedOn = details.LastCheckedOn;
        Details = new(details);
    }

    /// <summary>Swedish day; a check older than 30 days is shown with a warning.</summary>
    public DateOnly LastCheckedOn { get; private set; }

    public Sealed<SafeContactDetails> Details { get; private set; } = null!;
}

/// <summary>The summary of DG3 for those who may know only the way: contact through which organisation.</summary>
public sealed class SafeContactSummary : CaseVersion
{
    private SafeContactSummary() { }

    internal SafeContactSummary(CaseId caseId, int number, OrganisationId through, Act act) : base(caseId, number, act) => Through = through;

    public OrganisationId Through { get; private set; }
}

/// <summary>DG5: what happened.</summary>
public sealed class NarrativeVersion : CaseVersion
{
    private NarrativeVersion() { }

    internal NarrativeVersion(CaseId caseId, int number, Narrative narrative, Act act) : base(caseId, number, act)
    {
        Acts = [.. narrative.Acts];
        Means = [.. narrative.Means];
        Countries = [.. narrative.Countries];
        PeriodFrom = narrative.PeriodFrom;
        PeriodTo = narrative.PeriodTo;
        Description = narrative.Description is { } text ? new(text) : null;
    }

    public List<string> Acts { get; private set; } = [];

    public List<string> Means { get; private set; } = [];

    public List<string> Countries { get; private set; } = [];

    /// <summary>Year or year-month.</summary>
    public string? PeriodFrom { get; private set; }

    /// <summary>Year or year-month.</summary>
    public string? PeriodTo { get; private set; }

    public Sealed<string>? Description { get; private set; }
}

/// <summary>DG6: only what the help requires.</summary>
public sealed class HealthVersion : CaseVersion
{
    private HealthVersion() { }

    internal HealthVersion(CaseId caseId, int number, HealthDetails details, Act act) : base(caseId, number, act) => Details = new(details);

    public Sealed<HealthDetails> Details { get; private set; } = null!;
}

/// <summary>DG5: indicators answered, and what the assessor concludes. The score never decides anything (S1-01).</summary>
public sealed class Assessment : CaseVersion
{
    private Assessment() { }

    internal Assessment(CaseId caseId, int number, string profile, IReadOnlyDictionary<string, string> answers, string conclusion, DateOnly on, DateOnly? nextReview, Act act) : base(caseId, number, act)
    {
        Profile = profile;
        Answers = [.. answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}")];
        Conclusion = new(conclusion);
        On = on;
        NextReviewOn = nextReview;
    }

    /// <summary>Which list and profile was used.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>Indicator code = answer (Yes, No, Unknown, Declined).</summary>
    public List<string> Answers { get; private set; } = [];

    public DateOnly On { get; private set; }

    public DateOnly? NextReviewOn { get; private set; }

    public Sealed<string> Conclusion { get; private set; } = null!;
}

/// <summary>DG5: why somebody was ruled out, put back, why a case was closed or reopened.</summary>
public sealed class CaseReason : CaseVersion
{
    private CaseReason() { }

    internal CaseReason(CaseId caseId, int number, string kind, string text, Act act) : base(caseId, number, act)
    {
        Kind = kind;
        Text = new(text);
    }

    /// <summary>The event it explains.</summary>
    public string Kind { get; private set; } = "";

    public Sealed<string> Text { get; private set; } = null!;
}
