using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>
/// Something happened to a possible match. It is no event of a case: whoever takes part in either case must not learn of the other. It becomes an entry of the audit in the chain of one
/// organisation, and names neither the other organisation nor its case.
/// </summary>
public abstract record MatchEvent(MatchId Id, Act Act)
{
    /// <summary>Codes, by name.</summary>
    public virtual IEnumerable<(string Name, string Value)> Details => [];

    /// <summary>The name by which audit, texts and documentation know it.</summary>
    public string Kind => GetType().Name;
}

/// <summary>M1: the system has found a case that may concern a person asked about.</summary>
/// <param name="HeldCase">The case that was found, of the organisation that is now to ask the person.</param>
public sealed record MatchFound(MatchId Id, CaseId HeldCase, Act Act) : MatchEvent(Id, Act);

/// <summary>M2–M5.</summary>
public sealed record MatchAnswered(MatchId Id, MatchStatus Answer, Act Act) : MatchEvent(Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("answer", Answer.ToString())];
}

/// <summary>M6: the person wants contact, and whoever asked is told with which organisation.</summary>
/// <param name="AskingCase">The case of the organisation that asked.</param>
public sealed record ContactOffered(MatchId Id, CaseId AskingCase, OrganisationId To, Act Act) : MatchEvent(Id, Act);
