using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Reimbursement.Show;

/// <summary>One claim: how it stands, by when what has to be done, and what it says. The agency sees the same page, and of the case no more than its number.</summary>
public sealed class IndexModel(PathwayDb db, ClaimInHand hand, CurrentPerson current) : PageModel
{
    public ReimbursementClaim Claim => hand.Claim;

    public IReadOnlyList<CostLine> Costs => [.. Claim.Costs.OrderBy(c => c.From).ThenBy(c => c.Id)];

    public Named? Claimant { get; private set; }

    public Named? Agency { get; private set; }

    public bool IsAgency => hand.May(ClaimOperation.Decide);

    public bool MayAppeal => hand.May(ClaimOperation.Claim) && Claim.Status is ClaimStatus.PartlyGranted or ClaimStatus.Refused or ClaimStatus.RepaymentDemanded;

    /// <summary>What this person can do next, by text and address.</summary>
    public IEnumerable<(string Text, string Href)> Next
    {
        get
        {
            if (hand.May(ClaimOperation.Claim) && Claim.Status == ClaimStatus.Draft)
            {
                yield return ("Reimbursement.Show.EditCosts", $"{hand.Here}/costs");
                if (current.Today > Claim.Quarter.Last && Claim.Claimed > 0) yield return ("Reimbursement.Show.Submit", $"{hand.Here}/submit");
            }
            if (MayAppeal && hand.May(ClaimOperation.Claim)) yield return ("Reimbursement.Show.Appeal", $"{hand.Here}/appeal");
            if (!IsAgency) yield break;
            if (Claim.Status is ClaimStatus.Submitted or ClaimStatus.Appealed) yield return ("Reimbursement.Show.Decide", $"{hand.Here}/decide");
            if (Claim.Status is ClaimStatus.Granted or ClaimStatus.PartlyGranted) yield return ("Reimbursement.Show.Demand", $"{hand.Here}/decide");
        }
    }

    /// <summary>What the claim waits for, of these: its costs, to be handed in, to be decided.</summary>
    public (string Text, string Href) First => Claim.Status is ClaimStatus.Draft or ClaimStatus.Submitted or ClaimStatus.Appealed ? Next.LastOrDefault() : default;

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var (claimant, agency) = (Claim.Claimant, Claim.AddressedTo);
        var names = await db.Organisations.Where(o => o.Id == claimant || o.Id == agency).ToDictionaryAsync(o => o.Id, o => new Named(o.NameSv, o.NameEn), stopping);
        (Claimant, Agency) = (names.GetValueOrDefault(claimant), names.GetValueOrDefault(agency));
    }
}
