using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>How somebody stands to a request for disclosure.</summary>
public enum DisclosureStanding
{
    /// <summary>It does not exist for them.</summary>
    None,
    /// <summary>They asked.</summary>
    Asker,
    /// <summary>Another of the authority that asked: it is the asker's investigation, not theirs.</summary>
    Colleague,
    /// <summary>Of the organisation that is asked, with the right to decide.</summary>
    Decider,
}

/// <summary>What can be done on a request. Every page under one hangs under the guard of one of these.</summary>
public enum DisclosureOperation
{
    Read,
    /// <summary>Assess it, and note which case it concerns (A30).</summary>
    Assess,
    /// <summary>A30.</summary>
    Decide,
}

/// <summary>Who may do what on a request for disclosure: standing × operation. Row-level security decides beforehand whether it exists for them at all.</summary>
public static class DisclosureAccess
{
    public static readonly IReadOnlyDictionary<DisclosureOperation, IReadOnlyList<DisclosureStanding>> Table = new Dictionary<DisclosureOperation, IReadOnlyList<DisclosureStanding>>
    {
        [DisclosureOperation.Read] = [DisclosureStanding.Asker, DisclosureStanding.Decider],
        [DisclosureOperation.Assess] = [DisclosureStanding.Decider],
        [DisclosureOperation.Decide] = [DisclosureStanding.Decider],
    };

    /// <summary>The roles that ever have to do with requests; everybody else gets the same answer whether there is one or not.</summary>
    public static readonly IReadOnlyList<Role> Roles = [.. DisclosureDesk.Askers, .. DisclosureDesk.Deciders];

    public static DisclosureStanding StandingOf(Actor actor, DisclosureRequest request)
    {
        if (DisclosureDesk.Askers.Contains(actor.Role) && request.AskedFor == actor.Organisation) return request.WrittenBy == actor.User ? DisclosureStanding.Asker : DisclosureStanding.Colleague;
        return request.AddressedTo == actor.Organisation && DisclosureDesk.MayDecide(actor.Role, actor.IsManager) ? DisclosureStanding.Decider : DisclosureStanding.None;
    }

    public static Verdict Decide(DisclosureStanding standing, DisclosureOperation operation) => standing switch
    {
        DisclosureStanding.None => Verdict.Unknown,
        _ => Table[operation].Contains(standing) ? Verdict.Allowed : Verdict.Refused,
    };
}
