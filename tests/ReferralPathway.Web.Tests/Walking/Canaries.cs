using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>A word that stands nowhere but in one field of one case, and who may come to read it.</summary>
/// <param name="Group">The data group of the field: the projection says who sees it in full.</param>
/// <param name="Only">The accounts that alone read it, whatever their groups; null where the group decides.</param>
/// <param name="Also">Accounts that read it beside those whose group opens it, because they wrote it or it was written to them.</param>
/// <param name="Desk">The one page family beside the case on which it may stand.</param>
internal sealed record Canary(string Word, DataGroup Group, string Field, DateTimeOffset At, IReadOnlyList<string>? Only, IReadOnlyList<string> Also, Desk Desk)
{
    /// <summary>Why it stands unsealed in the database by design; null where it is sealed.</summary>
    public string? ClearBecause { get; init; }

    /// <summary>What an account may read of it on its own pages, by the projection and the part that the domain gives its organisation.</summary>
    public bool MayBeReadBy(string account, Viewer? viewer, DateTimeOffset until)
    {
        if (Only is not null) return Only.Contains(account);
        return Also.Contains(account) || viewer is not null && At <= until && viewer.Sees(Group) == Sight.Full;
    }
}

/// <summary>Pages that are not a case's own, with guards of their own.</summary>
internal enum Desk { Case, Claim, Request, Consultation }

/// <summary>How far consent has come between the lead and one recipient.</summary>
public enum ConsentStory { NobodyAsked, Refused, Given, ReferralSent, Declined, Accepted, Withdrawn, Expired, LegalGround }

/// <summary>How far an application for return has come; some of its pages are there in one of its states alone.</summary>
public enum ReturnStory { Contacted, PartB, Approved, Sent, Processing, Planned, Home }
