using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Domain.Access;

/// <summary>How somebody stands to a claim for costs.</summary>
public enum ClaimStanding
{
    /// <summary>It does not exist for them.</summary>
    None,
    /// <summary>Of the municipality, on the team of the case, also after its part in the case has ended.</summary>
    Claimant,
    /// <summary>Of the municipality, and not on the team: costs are the team's.</summary>
    Colleague,
    /// <summary>Of the agency that decides.</summary>
    Agency,
}

/// <summary>What can be done on a claim. Every page under one hangs under the guard of one of these.</summary>
public enum ClaimOperation
{
    Read,
    /// <summary>Write down costs, hand in, appeal (A26).</summary>
    Claim,
    /// <summary>Decide, and demand money back (A27).</summary>
    Decide,
}

/// <summary>Who may do what on a claim: standing × operation. Row-level security decides beforehand whether it exists for their organisation at all.</summary>
public static class ClaimAccess
{
    public static readonly IReadOnlyDictionary<ClaimOperation, IReadOnlyList<ClaimStanding>> Table = new Dictionary<ClaimOperation, IReadOnlyList<ClaimStanding>>
    {
        [ClaimOperation.Read] = [ClaimStanding.Claimant, ClaimStanding.Agency],
        [ClaimOperation.Claim] = [ClaimStanding.Claimant],
        [ClaimOperation.Decide] = [ClaimStanding.Agency],
    };

    /// <summary>The roles that ever have to do with claims; everybody else gets the same answer whether there is one or not.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.SocialWorker, Role.MigrationOfficer];

    /// <param name="onTeam">On the team that the actor's organisation has, or had, in the case.</param>
    public static ClaimStanding StandingOf(Actor actor, ReimbursementClaim claim, bool onTeam)
    {
        if (actor.Role == Role.SocialWorker && claim.Claimant == actor.Organisation) return onTeam ? ClaimStanding.Claimant : ClaimStanding.Colleague;
        return actor.Role == Role.MigrationOfficer && claim.AddressedTo == actor.Organisation && claim.Status is not (ClaimStatus.Draft or ClaimStatus.Missed) ? ClaimStanding.Agency : ClaimStanding.None;
    }

    public static Verdict Decide(ClaimStanding standing, ClaimOperation operation) => standing switch
    {
        ClaimStanding.None => Verdict.Unknown,
        _ => Table[operation].Contains(standing) ? Verdict.Allowed : Verdict.Refused,
    };
}
