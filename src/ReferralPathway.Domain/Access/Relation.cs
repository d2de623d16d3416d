namespace ReferralPathway.Domain.Access;

/// <summary>How the acting person stands to a case.</summary>
public enum Relation
{
    /// <summary>The organisation has no part in it: the case does not exist for this person.</summary>
    None,
    /// <summary>The organisation had a part that has ended: what was received stays readable, nothing else.</summary>
    Former,
    /// <summary>The organisation had a part that has ended, and the person was not on its team: a line of the list, as before.</summary>
    FormerColleague,
    /// <summary>The organisation takes part; the person is not on its team.</summary>
    PartColleague,
    /// <summary>The organisation takes part; the person is on its team.</summary>
    PartTeam,
    /// <summary>The organisation leads; the person is not on the team.</summary>
    LeadColleague,
    /// <summary>The organisation leads; the person is on the team.</summary>
    LeadTeam,
}
