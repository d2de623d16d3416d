using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>The parts of a case that an act needs beside its facts and its team. A consent brings the returns that rest on it: what it stops, it stops in the same act.</summary>
[Flags]
public enum CaseParts { Core = 0, Consents = 1, Referrals = 2, Investigations = 4, BreakGlass = 8, Permits = 16, Plans = 32, Addresses = 64, Returns = 128, Children = 256, Integrations = 512, Rights = 1024, Documents = 2048 }

/// <summary>Fetches a case for an act: tracked, with just the parts the act needs, and opened with the case's key.</summary>
public sealed class CaseLoader(PathwayDb db, Sealer sealer)
{
    /// <returns>Null when the database shows no such case to the acting organisation.</returns>
    public async Task<Case?> LoadAsync(CaseId id, CaseParts parts, CancellationToken stopping)
    {
        var query = db.Cases.Where(c => c.Id == id).Include(c => c.Team).Include(c => c.ChildTask).Include(c => c.AsylumTrack).AsSplitQuery();
        if (parts.HasFlag(CaseParts.Consents)) query = query.Include(c => c.Consents).Include(c => c.LegalGrounds).Include(c => c.Returns).ThenInclude(r => r.Points);
        if (parts.HasFlag(CaseParts.Referrals)) query = query.Include(c => c.Referrals);
        if (parts.HasFlag(CaseParts.Investigations)) query = query.Include(c => c.Investigations).ThenInclude(i => i.Steps);
        if (parts.HasFlag(CaseParts.Permits)) query = query.Include(c => c.Permits).ThenInclude(p => p.Extensions).Include(c => c.Permits).ThenInclude(p => p.Dialogues);
        if (parts.HasFlag(CaseParts.Plans)) query = query.Include(c => c.Plans).ThenInclude(p => p.Items).Include(c => c.Plans).ThenInclude(p => p.Costs);
        if (parts.HasFlag(CaseParts.Integrations)) query = query.Include(c => c.Integrations).ThenInclude(p => p.Components);
        if (parts.HasFlag(CaseParts.Addresses)) query = query.Include(c => c.Addresses).ThenInclude(a => a.Grants);
        if (parts.HasFlag(CaseParts.Returns)) query = query.Include(c => c.Returns).ThenInclude(r => r.Papers).Include(c => c.Returns).ThenInclude(r => r.Points).Include(c => c.JusticeEvents);
        if (parts.HasFlag(CaseParts.Children)) query = query.Include(c => c.ChildTask!.Steps);
        if (parts.HasFlag(CaseParts.Rights)) query = query.Include(c => c.Extracts);
        if (parts.HasFlag(CaseParts.BreakGlass)) query = query.Include(c => c.BreakGlass);
        if (await query.SingleOrDefaultAsync(stopping) is not { } found) return null;
        await db.Set<FactsVersion>().Where(v => v.Id == found.FactsId).LoadAsync(stopping);
        if (parts.HasFlag(CaseParts.Documents)) await db.Attachments.Where(a => a.CaseId == id && a.Kind != AttachmentKind.SignedConsent).LoadAsync(stopping);
        if (found.Status == CaseStatus.Draft) await db.Set<BegunPart>().Where(b => b.CaseId == id).LoadAsync(stopping);
        await sealer.OpenAsync(db, stopping);
        return found;
    }

    /// <summary>The next reference of the year, 2026-000123.</summary>
    public async Task<string> NextReferenceAsync(DateTimeOffset at, CancellationToken stopping)
    {
        var year = SwedishCalendar.DayOf(at).Year;
        var number = (await db.Database.SqlQuery<int>($"SELECT pathway.next_case_number({year})").ToListAsync(stopping))[0];
        return $"{year}-{number:000000}";
    }
}
