using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// What was read is written into the record by the very round trip that commits. A page is rendered after its transaction: nobody is shown what the record does not
/// hold, and no page waits for the database once more because of it.
/// </summary>
internal sealed class ReadingInterceptor : DbTransactionInterceptor
{
    private const string Insert = """
        INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, case_id, record_id, groups, occurred_on, purpose, payload)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        Unwritten(eventData.Context).Count == 0 ? result : throw new NotSupportedException("What was read is recorded asynchronously.");

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        var unwritten = Unwritten(eventData.Context);
        if (unwritten.Count == 0) return result;
        await using var batch = new NpgsqlBatch((NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);
        foreach (var entry in unwritten) batch.BatchCommands.Add(Line(entry.Entity));
        batch.BatchCommands.Add(new("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var entry in unwritten) entry.State = EntityState.Unchanged;
        return InterceptionResult.Suppress();
    }

    private static List<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<AuditEntry>> Unwritten(DbContext? context) =>
        context is PathwayDb db ? [.. db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added)] : [];

    private static NpgsqlBatchCommand Line(AuditEntry entry) => new(Insert)
    {
        Parameters =
        {
            Of(NpgsqlDbType.Uuid, entry.Id), Of(NpgsqlDbType.TimestampTz, entry.At), Of(NpgsqlDbType.Uuid, entry.Chain), Of(NpgsqlDbType.Text, entry.Kind),
            Of(NpgsqlDbType.Uuid, entry.UserId), Of(NpgsqlDbType.Uuid, entry.OrganisationId), Of(NpgsqlDbType.Text, entry.Role), Of(NpgsqlDbType.Uuid, entry.CaseId),
            Of(NpgsqlDbType.Uuid, entry.RecordId), Of(NpgsqlDbType.Integer, entry.Groups), Of(NpgsqlDbType.Date, entry.OccurredOn), Of(NpgsqlDbType.Text, entry.Purpose),
            Of(NpgsqlDbType.Text, entry.Payload),
        },
    };

    private static NpgsqlParameter Of(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
