using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;

namespace ReferralPathway.Web.Hosting;

internal sealed partial class SampleCases
{
    /// <summary>A week that stood out, for the manager in Malmö and for the auditor.</summary>
    private async Task ReadMuchAsync()
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (week, reader) = (UnusualReadings.LastWeek(now), _people["sw.malmo"].Actor);
        db.UnusualReadings.AddRange(UnusualReadings.In(week, [new(reader.User, reader.Organisation, week, Cases: 31, AfterHours: 2)], now));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
