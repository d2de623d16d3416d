using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sweeps;

/// <summary>Once a Swedish day the heads of the record are written down and authenticated.</summary>
internal sealed class DailyCheckpoint(Checkpoints checkpoints) : ISweep
{
    private static readonly Guid Heads = new("00000000-0000-7000-8000-000000000003");

    public bool ByDay => true;

    public Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        Task.FromResult<IReadOnlyList<Due>>(after == Guid.Empty ? [new(Heads, Heads)] : []);

    public Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping) => checkpoints.MakeAsync(SwedishCalendar.DayOf(at), at, stopping);
}
