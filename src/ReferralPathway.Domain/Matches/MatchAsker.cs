using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>The other half of a match: in which case it was asked. Nobody but the system reads it.</summary>
public sealed class MatchAsker
{
    private MatchAsker() { }

    public MatchAsker(MatchId match, CaseId caseId)
    {
        Id = match;
        CaseId = caseId;
    }

    public MatchId Id { get; private set; }

    /// <summary>The case that was asked about.</summary>
    public CaseId CaseId { get; private set; }
}
