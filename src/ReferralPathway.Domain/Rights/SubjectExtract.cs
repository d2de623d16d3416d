using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Rights;

/// <summary>Why something is not disclosed to the person it is about.</summary>
public enum SecrecyGround
{
    /// <summary>It would harm somebody else (OSL 26:1).</summary>
    OtherPerson,
    /// <summary>It would show who reported, and that could put them in danger (OSL 26:5).</summary>
    Reporter,
    /// <summary>It would harm an investigation of a crime (OSL 18:1).</summary>
    Investigation,
    /// <summary>It may not be disclosed to the person for another reason in law (DL 5:1).</summary>
    OtherLaw,
}

/// <summary>
/// What an organisation holds about the person, for the person (GDPR art. 15): prepared by a worker, and gone through by a manager who is somebody else, who may withhold groups of data on
/// a ground of law. Only then is there a letter of it.
/// </summary>
public sealed class SubjectExtract
{
    private SubjectExtract() { }

    internal SubjectExtract(CaseId caseId, DataGroups holds, PersonId person, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Holds = holds;
        PreparedBy = act.By;
        PreparedByPerson = person;
        PreparedAt = act.At;
        PreparedFor = act.For;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The groups of which there was something when it was prepared; nothing else is in it.</summary>
    public DataGroups Holds { get; private set; }

    public UserId PreparedBy { get; private set; }

    public PersonId PreparedByPerson { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public OrganisationId PreparedFor { get; private set; }

    /// <summary>Of no weight until it is reviewed.</summary>
    public DataGroups Withheld { get; private set; }

    public SecrecyGround? Ground { get; private set; }

    /// <summary>The manager's reasons; the organisation's own.</summary>
    public Sealed<string>? Why { get; private set; }

    public UserId? ReviewedBy { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>A manager has gone through it for secrecy.</summary>
    /// <exception cref="RuleBrokenException"/>
    internal void Review(DataGroups withheld, SecrecyGround? ground, string? why, PersonId person, bool byManager, Act act)
    {
        if (!byManager) throw new RuleBrokenException(Rule.AnExtractIsReviewedByAManager);
        if (ReviewedAt is not null) throw new RuleBrokenException(Rule.AnExtractIsReviewedOnce);
        if (person == PreparedByPerson) throw new RuleBrokenException(Rule.SomebodyElseReviewsAnExtract);
        if (!Holds.Covers(withheld)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (!withheld.IsEmpty && (ground is null || string.IsNullOrWhiteSpace(why))) throw new RuleBrokenException(Rule.WhatIsWithheldHasAGround);
        Withheld = withheld;
        Ground = withheld.IsEmpty ? null : ground;
        Why = withheld.IsEmpty ? null : new(why!.Trim());
        ReviewedBy = act.By;
        ReviewedAt = act.At;
    }
}

public sealed record ExtractPrepared(CaseId CaseId, Guid Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;

    public override Guid? Record => Id;
}

public sealed record ExtractReviewed(CaseId CaseId, Guid Id, bool Withheld, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;

    public override Guid? Record => Id;

    public override IEnumerable<(string Name, string Value)> Details => [("withheld", Withheld ? "yes" : "no")];
}
