using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Web.Hosting;

internal sealed partial class SampleCases
{
    /// <summary>Somebody asked whether another organisation knows a person, and the system found a case of this one.</summary>
    private async Task MatchAsync(string account, CaseId held, CaseId asking)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(At(1));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var match = PersonMatch.Find(held, Act.BySystem(_people[account].Actor.Organisation, At(1)));
        db.Add(match);
        db.Add(new MatchAsker(match.Id, asking));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
