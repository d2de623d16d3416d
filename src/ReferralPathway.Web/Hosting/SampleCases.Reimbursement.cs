using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Web.Hosting;

/// <summary>Costs of a municipality: a draft of the quarter that runs, and claims for earlier quarters of a long stay.</summary>
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

    /// <summary>Three quarters of a stay that began a year ago: one asked back, one that waits for the agency, one that can be handed in.</summary>
    private async Task ClaimQuartersAsync(CaseId id)
    {
        var asked = await ClaimQuarterAsync(id, 100, Quarter.Of(Day(300)), submit: true);
        await ClaimQuarterAsync(id, 70, Quarter.Of(Day(200)), submit: true);
        await ClaimQuarterAsync(id, 6, Quarter.Of(Day(100)), submit: false);
        await DoAsync("ma.tillstand", 60, async (db, _, act) => (await db.Claims.SingleAsync(c => c.Id == asked)).Decide(act.Day, 29_000m, "MIG-26-88", "Fyra dygn är inte visade.", act));
        await DoAsync("ma.tillstand", 5, async (db, _, act) => (await db.Claims.SingleAsync(c => c.Id == asked)).DemandRepayment(act.Day, 2_900m, "Ett dygn räknades två gånger.", act));
    }

    private async Task<ClaimId> ClaimQuarterAsync(CaseId id, int daysAgo, Quarter quarter, bool submit)
    {
        var claim = default(ClaimId);
        await DoAsync("sw.norrkoping", daysAgo, async (db, cases, act) =>
        {
            var begun = Begin(db, (await cases.LoadAsync(id, Data.Cases.CaseParts.Core, default))!, quarter, new(Day(360), Day(80)), act);
            var from = begun.Window.From > quarter.First ? begun.Window.From : quarter.First;
            begun.AddCost(new(CostKind.Intervention, from, LastOf(from, 13), 41_800m, "Skyddat boende, 14 dygn"), act);
            claim = begun.Id;
            await db.SaveChangesAsync();
            if (submit) begun.Submit(act);
        });
        return claim;
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
