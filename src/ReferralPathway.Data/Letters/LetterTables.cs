using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Data.Letters;

public static class LetterTables
{
    extension(PathwayDb db)
    {
        /// <summary>About nobody: what letters say.</summary>
        public DbSet<LetterTemplate> LetterTemplates => db.Set<LetterTemplate>();

        /// <summary>One's own organisation's.</summary>
        public DbSet<LetterDelivery> LetterDeliveries => db.Set<LetterDelivery>();

        /// <summary>The template that is used now; null while nobody has changed what comes with the product.</summary>
        public Task<LetterTemplate?> LetterTemplateAsync(LetterKind kind, string language, CancellationToken stopping) =>
            db.LetterTemplates.AsNoTracking().Where(t => t.Kind == kind && t.Language == language).OrderByDescending(t => t.Number).FirstOrDefaultAsync(stopping);
    }

    /// <summary>What the consents to a return open to IOM, or to the coordinator. Its writers may not read all of them; the database may, and works it out as it does for the part.</summary>
    public static async Task<DataGroups> OpenedByReturnAsync(this PathwayDb db, Guid id, bool toIom, CancellationToken stopping) =>
        new((await db.Database.SqlQuery<int>($"SELECT pathway.opened_by_return({id}, {toIom}) AS \"Value\"").ToListAsync(stopping))[0]);
}
