using Microsoft.EntityFrameworkCore;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The record of readings gets its place for this month and the next before anything is written there.</summary>
internal sealed class AuditPartitions : ISweep
{
    private static readonly Guid Months = new("00000000-0000-7000-8000-000000000002");

    public bool ByDay => true;

    public Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        Task.FromResult<IReadOnlyList<Due>>(after == Guid.Empty ? [new(Months, Months)] : []);

    public Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping) =>
        db.Database.ExecuteSqlAsync($"SELECT pathway.make_audit_partitions({at})", stopping);
}
