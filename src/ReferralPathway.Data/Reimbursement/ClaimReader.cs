using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Guidance;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Data.Reimbursement;

/// <summary>Reads claims, and the stay that their costs are of, as far as the database shows them to the acting organisation.</summary>
public sealed class ClaimReader(PathwayDb db, Sealer sealer)
{
    /// <summary>A claim with its costs and its few steps, opened, and whether somebody works with its case; null when it is none of the acting organisation's.</summary>
    public async Task<(ReimbursementClaim? Claim, bool OnTeam)> ReadAsync(ClaimId id, UserId reader, CancellationToken stopping)
    {
        var found = await db.Claims.Where(c => c.Id == id).Include(c => c.Costs).Include(c => c.Steps).AsSingleQuery()
            .Select(c => new { Claim = c, OnTeam = db.Set<TeamMember>().Any(m => m.CaseId == c.CaseId && m.UserId == reader && m.RemovedAt == null) }).SingleOrDefaultAsync(stopping);
        if (found is not null) await sealer.OpenAsync(db, stopping);
        return (found?.Claim, found?.OnTeam ?? false);
    }

    /// <summary>
    /// The days on which costs of a case count, as far as the organisation may know how its applications stand and as the installation reads the rules on a day; null when it knows of none.
    /// One round trip.
    /// </summary>
    public async Task<ClaimWindow?> WindowAsync(CaseId id, DateOnly on, CancellationToken stopping)
    {
        var lines = await db.Set<PermitSummary>().AsNoTracking().Where(s => s.CaseId == id).OrderBy(s => s.Number)
            .Select(s => new { Step = s, Chosen = db.Set<RuleChange>().Where(c => c.State == RuleChangeState.Confirmed).ToList() }).AsSingleQuery().ToListAsync(stopping);
        if (lines.Count == 0) return null;
        var chosen = lines[0].Chosen.Select(c => new DatedRuleSettings(c.Number, c.Since, c.RuleSet, c.ReimbursementFrom));
        return ClaimWindow.Of(lines.Select(l => l.Step).GroupBy(s => s.PermitId).Select(StayOf), RuleSettings.On(on, [.. chosen]).ReimbursementFrom);
    }

    private static Stay StayOf(IEnumerable<PermitSummary> steps)
    {
        var all = steps.ToList();
        var now = all[^1];
        return new(now.Kind == PermitKind.ReflectionPeriod, all.FirstOrDefault(s => s.Status == PermitStatus.Submitted)?.On, now.ValidFrom, EndOf(now));
    }

    private static DateOnly? EndOf(PermitSummary now) => now.Status switch
    {
        PermitStatus.Refused or PermitStatus.Withdrawn => now.On,
        PermitStatus.Revoked when now.On < now.ValidTo => now.On,
        _ => now.ValidTo,
    };
}
