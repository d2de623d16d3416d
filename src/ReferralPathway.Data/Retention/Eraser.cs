using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Retention;

namespace ReferralPathway.Data.Retention;

/// <summary>
/// Erases what has been kept long enough. An organisation's copy goes when its own period is over; the case itself, with its key and all that was written, when the last one is.
/// What is erased stands in a ledger first, which is played back after a restore.
/// </summary>
public sealed partial class Eraser(IServiceProvider services)
{
    private const int PageOfCases = 500;

    /// <summary>Why a case may be held (DOMAIN 9.3).</summary>
    public static readonly IReadOnlyList<string> HoldReasons = ["INVESTIGATION", "TRIAL", "APPEAL", "DISCLOSURE"];

    /// <summary>The code for what a restore had brought back.</summary>
    public const string Replayed = "Replayed";

    /// <summary>What is due at this instant, in the order of the cases. Nothing is changed.</summary>
    public async Task<IReadOnlyList<DueErasure>> DueAsync(DateTimeOffset at, CancellationToken stopping = default)
    {
        var today = SwedishCalendar.DayOf(at);
        var due = new List<DueErasure>();
        for (var after = Guid.Empty; ;)
        {
            var copies = await AsSystemAsync(at, db => CopiesAsync(db, today, after, PageOfCases, stopping), stopping);
            if (copies.Count == 0) return due;
            foreach (var theCase in copies.GroupBy(c => c.CaseId)) due.AddRange(DueOf([.. theCase], today));
            after = copies[^1].CaseId;
        }
    }

    /// <summary>Erases one of them. A case that is closed no longer, or held meanwhile, stays.</summary>
    public Task<ErasureCertificate?> EraseAsync(DueErasure due, DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync(at, async db =>
    {
        // What was due a moment ago is looked up again, under the lock that an act on the case takes.
        await db.Database.ExecuteSqlAsync($"SELECT FROM pathway.cases WHERE id = {due.CaseId} FOR UPDATE", stopping);
        var today = SwedishCalendar.DayOf(at);
        var copies = await CopiesAsync(db, today, Before(due.CaseId), 1, stopping);
        return DueOf([.. copies.Where(c => c.CaseId == due.CaseId)], today).Contains(due) ? await EraseAsync(db, due.CaseId, due.OrganisationId, due.Rule.ToString(), at, stopping) : null;
    }, stopping);

    /// <summary>After a restore: what the ledger says was erased, and the backup brought back, is erased again.</summary>
    /// <returns>How many of the lines had something to erase.</returns>
    public async Task<int> ReplayAsync(IEnumerable<ErasureCertificate> ledger, DateTimeOffset at, CancellationToken stopping = default)
    {
        var erased = 0;
        foreach (var line in ledger)
            erased += await AsSystemAsync(at, async db =>
            {
                var isThere = line.OrganisationId is { } organisation
                    ? await AnyAsync(db, $"SELECT count(*)::int AS \"Value\" FROM pathway.participations WHERE case_id = {line.CaseId} AND organisation_id = {organisation} AND groups <> 0", stopping)
                    : await AnyAsync(db, $"SELECT count(*)::int AS \"Value\" FROM pathway.cases WHERE id = {line.CaseId}", stopping);
                if (isThere) await EraseAsync(db, line.CaseId, line.OrganisationId, Replayed, at, stopping);
                return isThere ? 1 : 0;
            }, stopping);
        return erased;
    }

    /// <summary>The whole ledger, the oldest first.</summary>
    public Task<List<ErasureCertificate>> LedgerAsync(DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync(at, db => db.Database.SqlQuery<ErasureCertificate>(
        $"SELECT case_id AS \"CaseId\", organisation_id AS \"OrganisationId\", rule AS \"Rule\", keys AS \"Keys\", erased_at AS \"ErasedAt\" FROM pathway.erasures ORDER BY erased_at, id").ToListAsync(stopping), stopping);

    /// <summary>Keeps a case whatever its period says, until a day.</summary>
    /// <param name="reference">The case number.</param>
    /// <param name="reason">One of <see cref="HoldReasons"/>.</param>
    /// <returns>False when there is no such case.</returns>
    public Task<bool> HoldAsync(string reference, string reason, DateOnly until, DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync(at, async db =>
    {
        if (await IdOfAsync(db, reference, stopping) is not { } id) return false;
        await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.legal_holds (id, case_id, reason, until, recorded_at) VALUES ({Guid.CreateVersion7(at)}, {id}, {reason}, {until}, {at})", stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Case.Held", id, ("reason", reason), ("until", until.ToString("O", CultureInfo.InvariantCulture))));
        await db.SaveChangesAsync(stopping);
        return true;
    }, stopping);

    /// <returns>False when the case is not held.</returns>
    public Task<bool> ReleaseAsync(string reference, DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync(at, async db =>
    {
        if (await IdOfAsync(db, reference, stopping) is not { } id || await db.Database.ExecuteSqlAsync($"UPDATE pathway.legal_holds SET ended_at = {at} WHERE case_id = {id} AND ended_at IS NULL", stopping) == 0) return false;
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Case.Released", id));
        await db.SaveChangesAsync(stopping);
        return true;
    }, stopping);

    private static Task<List<Copy>> CopiesAsync(PathwayDb db, DateOnly today, Guid after, int cases, CancellationToken stopping) => db.Database.SqlQuery<Copy>($"""
        SELECT k.case_id AS "CaseId", k.organisation_id AS "OrganisationId", k.kind AS "Kind", k.keeps_for_research AS "KeepsForResearch", k.ended_on AS "EndedOn", k.last_entry_on AS "LastEntryOn",
          k.was_placed AS "WasPlaced", k.was_inquired AS "WasInquired", k.age_group AS "AgeGroup", k.detected_on AS "DetectedOn", k.is_held AS "IsHeld"
        FROM pathway.kept_copies({today}, {after}, {cases}) k
        """).ToListAsync(stopping);

    private static IEnumerable<DueErasure> DueOf(IReadOnlyList<Copy> copies, DateOnly today)
    {
        if (copies.Count == 0 || copies[0].IsHeld) return [];
        var periods = copies.Select(c => (Copy: c, Period: RetentionPeriod.Of(c.Kept()))).ToList();
        var over = periods.Where(p => p.Period.From <= today).ToList();
        // The case goes with its last copy; by the rule that kept it longest.
        return over.Count == copies.Count
            ? [new(copies[0].CaseId, null, over.MaxBy(p => p.Period.From).Period.Rule, over.Min(p => p.Period.AtTheLatest))]
            : over.Select(p => new DueErasure(p.Copy.CaseId, p.Copy.OrganisationId, p.Period.Rule, p.Period.AtTheLatest));
    }

    private static async Task<ErasureCertificate> EraseAsync(PathwayDb db, Guid id, Guid? organisation, string rule, DateTimeOffset at, CancellationToken stopping)
    {
        var sql = db.Database;
        var keys = organisation is null ? await sql.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pathway.sealing_keys WHERE case_id = {id}").SingleAsync(stopping) : 0;
        await sql.ExecuteSqlAsync($"INSERT INTO pathway.erasures (id, case_id, organisation_id, rule, keys, erased_at) VALUES ({Guid.CreateVersion7(at)}, {id}, {organisation}, {rule}, {keys}, {at})", stopping);
        if (organisation is { } whose) await EraseCopyAsync(sql, id, whose, at, stopping);
        else await EraseCaseAsync(sql, id, at, stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, organisation is null ? "Case.Erased" : "Case.CopyErased", id, ("rule", rule)));
        await db.SaveChangesAsync(stopping);
        return new(id, organisation, rule, keys, at);
    }

    private static async Task EraseCopyAsync(DatabaseFacade sql, Guid id, Guid organisation, DateTimeOffset at, CancellationToken stopping)
    {
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.name_tokens WHERE case_id = {id} AND scope = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.work_items WHERE case_id = {id} AND organisation_id = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.notices WHERE case_id = {id} AND organisation_id = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.team_members WHERE case_id = {id} AND organisation_id = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.break_glass WHERE case_id = {id} AND organisation_id = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.form_drafts WHERE organisation_id = {organisation} AND address LIKE {$"/cases/{id}%"}", stopping);
        // The case names the part of whoever leads it: that row stays, and shows nothing.
        await sql.ExecuteSqlAsync($"UPDATE pathway.participations p SET groups = 0, valid_until = least(p.valid_until, {at}) FROM pathway.cases c WHERE c.id = {id} AND p.id = c.lead_participation_id AND p.organisation_id = {organisation}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.participations p WHERE p.case_id = {id} AND p.organisation_id = {organisation} AND NOT EXISTS (SELECT FROM pathway.cases c WHERE c.lead_participation_id = p.id)", stopping);
    }

    private static async Task EraseCaseAsync(DatabaseFacade sql, Guid id, DateTimeOffset at, CancellationToken stopping)
    {
        var regions = JsonSerializer.Serialize(Geography.Counties.ToDictionary(c => c.Code, c => c.Region.ToString()));
        await sql.ExecuteSqlAsync($"""
            INSERT INTO pathway.anonymised_cases (id, year, region, gender, age_group, exploitation_types, erased_in)
            SELECT gen_random_uuid(), extract(year FROM coalesce(f.detected_on, pathway.swedish_day(c.opened_at)))::int, CASE WHEN f.protected_identity = 'NONE' THEN {regions}::jsonb ->> left(f.municipality, 2) END,
              f.gender, f.age_group, coalesce(f.exploitation_types, ARRAY[]::text[]), {SwedishCalendar.DayOf(at).Year}
            FROM pathway.cases c JOIN pathway.facts_versions f ON f.id = c.facts_id WHERE c.id = {id}
            """, stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.sealing_keys WHERE case_id = {id}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.name_tokens WHERE case_id = {id}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.work_items WHERE case_id = {id}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.notices WHERE case_id = {id}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.form_drafts WHERE address LIKE {$"/cases/{id}%"}", stopping);
        await sql.ExecuteSqlAsync($"UPDATE pathway.disclosure_assessments SET case_id = NULL WHERE case_id = {id}", stopping);
        // Whatever was written hangs on the case and goes with it.
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.cases WHERE id = {id}", stopping);
        await sql.ExecuteSqlAsync($"DELETE FROM pathway.participations WHERE case_id = {id}", stopping);
    }

    private async Task<T> AsSystemAsync<T>(DateTimeOffset at, Func<PathwayDb, Task<T>> act, CancellationToken stopping)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        var result = await act(db);
        await transaction.CommitAsync(stopping);
        return result;
    }

    private static async Task<Guid?> IdOfAsync(PathwayDb db, string reference, CancellationToken stopping) =>
        await db.Database.SqlQuery<Guid?>($"SELECT id AS \"Value\" FROM pathway.cases WHERE reference = {reference}").SingleOrDefaultAsync(stopping);

    private static async Task<bool> AnyAsync(PathwayDb db, FormattableString count, CancellationToken stopping) => await db.Database.SqlQuery<int>(count).SingleAsync(stopping) > 0;

    /// <summary>The id just before this one, in the order of the database.</summary>
    private static Guid Before(Guid id)
    {
        var number = new System.Numerics.BigInteger(id.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true) - 1;
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new([.. new byte[16 - bytes.Length], .. bytes], bigEndian: true);
    }

    private sealed record Copy(
        Guid CaseId, Guid OrganisationId, string Kind, bool KeepsForResearch, DateOnly? EndedOn, DateOnly LastEntryOn, bool WasPlaced, bool WasInquired, string? AgeGroup, DateOnly? DetectedOn, bool IsHeld)
    {
        public KeptCopy Kept() => new(Enum.Parse<OrganisationKind>(Kind), KeepsForResearch, EndedOn, LastEntryOn, WasPlaced, WasInquired, (DetectedOn ?? LastEntryOn).AddYears(RetentionPeriod.KeptUntilAge - Youngest));

        private int Youngest => AgeGroup switch { "15-17" => 15, "12-14" => 12, _ => 0 };
    }
}

/// <param name="OrganisationId">Whose copy; null: the case itself.</param>
/// <param name="AtTheLatest">The day by which the law wants it erased; null where it names none.</param>
public sealed record DueErasure(Guid CaseId, Guid? OrganisationId, RetentionRule Rule, DateOnly? AtTheLatest);

/// <summary>A line of the ledger of erasures.</summary>
/// <param name="Keys">How many keys were destroyed; a backup that was made before holds them until it expires.</param>
public sealed record ErasureCertificate(Guid CaseId, Guid? OrganisationId, string Rule, int Keys, DateTimeOffset ErasedAt);
