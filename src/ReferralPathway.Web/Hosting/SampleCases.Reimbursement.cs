using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Web.Hosting;

/// <summary>Costs of a municipality: a draft of the quarter that runs, and claims of earlier quarters of a long stay that wait, were granted in part, and are asked back.</summary>
internal sealed partial class SampleCases
{
    /// <summary>The draft of the reflection period that runs.</summary>
    private Task ClaimAsync(CaseId reflecting) => DoAsync("sw.norrkoping", 3, async (db, cases, act) =>
    {
        var began = Day(22);
        var claim = Begin(db, (await cases.LoadAsync(reflecting, Data.Cases.CaseParts.Core, default))!, Quarter.Of(began), new(began, began.AddDays(29)), act);
        claim.AddCost(new(CostKind.Intervention, began, LastOf(began, 9), 12_400m, "Stödboende"), act);
        claim.AddCost(new(CostKind.FinancialAid, began, LastOf(began, 9), 3_150.50m), act);
    });

    /// <summary>Three quarters of a stay that began a year ago.</summary>
    private async Task ClaimQuartersAsync(CaseId id)
    {
        var stay = new ClaimWindow(Day(360), Day(80));
        var claims = new List<ClaimId>();
        await DoAsync("sw.norrkoping", 60, async (db, cases, act) =>
        {
            var theCase = (await cases.LoadAsync(id, Data.Cases.CaseParts.Core, default))!;
            foreach (var quarter in stay.Quarters(act.Day).Where(q => q.Last < act.Day && q.ClaimBy >= act.Day).TakeLast(3))
            {
                var from = stay.From > quarter.First ? stay.From : quarter.First;
                var claim = Begin(db, theCase, quarter, stay, act);
                claim.AddCost(new(CostKind.Intervention, from, LastOf(from, 13), 41_800m, "Skyddat boende, 14 dygn"), act);
                claims.Add(claim.Id);
                await db.SaveChangesAsync();
                claim.Submit(act);
            }
        });
        foreach (var (claim, n) in claims.Select((c, n) => (c, n)).SkipLast(1))
        {
            await DoAsync("ma.tillstand", 30, async (db, _, act) =>
                (await db.Claims.SingleAsync(c => c.Id == claim)).Decide(act.Day, n == 0 ? 41_800m : 29_000m, "MIG-26-88", n == 0 ? null : "Fyra dygn är inte visade.", act));
        }
        await DoAsync("ma.tillstand", 5, async (db, _, act) => (await db.Claims.SingleAsync(c => c.Id == claims[0])).DemandRepayment(act.Day, 2_900m, "Ett dygn räknades två gånger.", act));
    }

    private ReimbursementClaim Begin(PathwayDb db, Case theCase, Quarter quarter, ClaimWindow stay, Act act)
    {
        var claim = theCase.BeginClaim(quarter, stay, [], _people["ma.tillstand"].Actor.Organisation, OrganisationKind.MigrationAgency, act);
        db.Claims.Add(claim);
        return claim;
    }

    /// <summary>Some days on, and no further than the quarter.</summary>
    private static DateOnly LastOf(DateOnly from, int days) => from.AddDays(days) is var to && to > Quarter.Of(from).Last ? Quarter.Of(from).Last : to;
}
