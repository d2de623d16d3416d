using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Sweeps;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// What nobody can use any more goes, once a day, so many rows at a time: forms kept for a session that is over, drafts that nobody took up, links that were used or are too old, old sessions, and
/// the ids of acts that no open page can send again. All but acts and drafts are as old as the machine's clock says.
/// </summary>
internal sealed class Leftovers(RealClock clock) : ISweep
{
    /// <summary>One's own sign-ins are shown on one's account page this long.</summary>
    public static readonly TimeSpan SessionsStay = TimeSpan.FromDays(90);

    /// <summary>A form may lie open in a browser over a holiday, and is still one act.</summary>
    public static readonly TimeSpan ActsStay = TimeSpan.FromDays(60);

    /// <summary>Rows of one transaction.</summary>
    public const int Batch = 5000;

    private static readonly Guid Room = new("00000000-0000-7000-8000-000000000004");

    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        if (after != Guid.Empty) return [];
        var (now, over, sessions, acts, drafts) = Ages(at);
        var rows = await db.Database.SqlQuery<long>($"""
            SELECT greatest(
              (SELECT count(*) FROM identity.kept_forms WHERE kept_at < {over}),
              (SELECT count(*) FROM identity.links WHERE used_at IS NOT NULL OR expires_at < {now}),
              (SELECT count(*) FROM identity.sessions WHERE started_at < {sessions}),
              (SELECT count(*) FROM pathway.acts WHERE claimed_at < {acts}),
              (SELECT count(*) FROM pathway.form_drafts WHERE saved_at < {drafts})) AS "Value"
            """).SingleAsync(stopping);
        return [.. Enumerable.Range(1, (int)Math.Min(most, (rows + Batch - 1) / Batch)).Select(i => new Due(Numbered(i), Room))];
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var (now, over, sessions, acts, drafts) = Ages(at);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM identity.kept_forms WHERE session_id IN (SELECT session_id FROM identity.kept_forms WHERE kept_at < {over} LIMIT {Batch});
            DELETE FROM identity.links WHERE hash IN (SELECT hash FROM identity.links WHERE used_at IS NOT NULL OR expires_at < {now} LIMIT {Batch});
            DELETE FROM identity.sessions WHERE id IN (SELECT id FROM identity.sessions WHERE started_at < {sessions} LIMIT {Batch});
            DELETE FROM pathway.acts WHERE id IN (SELECT id FROM pathway.acts WHERE claimed_at < {acts} LIMIT {Batch});
            DELETE FROM pathway.form_drafts WHERE id IN (SELECT id FROM pathway.form_drafts WHERE saved_at < {drafts} LIMIT {Batch})
            """, stopping);
    }

    private (DateTimeOffset Now, DateTimeOffset Over, DateTimeOffset Sessions, DateTimeOffset Acts, DateTimeOffset Drafts) Ages(DateTimeOffset at) =>
        (clock.Now, clock.Now - Session.Longest, clock.Now - SessionsStay, at - ActsStay, at - Forms.Drafts.Stay);

    private static Guid Numbered(int i) => new($"00000000-0000-7000-8000-1{i:x11}");
}
