using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;

namespace ReferralPathway.Data.Backups;

/// <summary>Whether a database that came back from a backup can be worked with: it fits this program, the record is whole, and the master key opens the newest case.</summary>
/// <param name="Case">Whether the newest case opens; null when there is none yet.</param>
/// <param name="Record">Null: nothing can be said of the record, as the database is of another version or the master key is another.</param>
public sealed record CopyCheck(bool IsCurrent, bool? Case, AuditFindings? Record)
{
    public bool IsWell => IsCurrent && Case is not false && Record is { IsWhole: true };

    public static async Task<CopyCheck> RunAsync(IServiceProvider services, CancellationToken stopping = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        if (!await Migrator.IsCurrentAsync(db, stopping)) return new(false, null, null);
        var opens = await OpensAsync(db, scope.ServiceProvider.GetRequiredService<Sealer>(), stopping);
        return new(true, opens, opens is false ? null : await AuditVerifier.VerifyAsync(services.GetRequiredService<Databases>(), services.GetRequiredService<Checkpoints>(), stopping));
    }

    /// <summary>How to reach somebody without danger is asked of every case, and sealed.</summary>
    private static async Task<bool?> OpensAsync(PathwayDb db, Sealer sealer, CancellationToken stopping)
    {
        if (await db.Set<SafeContactVersion>().OrderByDescending(v => v.Id).FirstOrDefaultAsync(stopping) is not { } newest) return null;
        try
        {
            await sealer.OpenAsync(db, stopping);
        }
        catch (Exception closed) when (closed is CryptographicException or InvalidOperationException)
        {
            return false;
        }
        return newest.Details.IsOpen;
    }
}
