using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>How one person stands to one case at one instant: all that the access table and the projection need to know.</summary>
public sealed record Standing
{
    public required CaseId CaseId { get; init; }

    public required string Reference { get; init; }

    public required Relation Relation { get; init; }

    /// <summary>The data groups that the organisation may read, as the database knows it.</summary>
    public required DataGroups Groups { get; init; }

    /// <summary>Null for a former participant, who no longer reads it.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>Until when a broken glass lets this person in; null when none is.</summary>
    public DateTimeOffset? GlassUntil { get; init; }

    /// <summary>Whether a colleague outside the team looks through a broken glass at this instant.</summary>
    public bool GlassIsBroken(DateTimeOffset at) => (Relation is Relation.LeadColleague or Relation.PartColleague) && GlassUntil >= at;

    public bool Leads => Groups.Has(DataGroup.AnswersForCase) && Relation is not (Relation.Former or Relation.FormerColleague);
}
