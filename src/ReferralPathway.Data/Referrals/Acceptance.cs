using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Data.Referrals;

/// <summary>
/// The recipient takes a waiting referral on. Its part in the case is settled by the database first, from the consent as it stands now; only then the case can be loaded.
/// </summary>
public sealed class Acceptance(PathwayDb db, CaseLoader cases)
{
    /// <param name="referral">Waiting for an answer of the acting organisation.</param>
    /// <param name="firstContactOn">The Swedish day on which the first contact is planned.</param>
    /// <exception cref="RuleBrokenException">Somebody answered it before, or nothing covers it any longer.</exception>
    public async Task AcceptAsync(Referral referral, UserId responsible, DateOnly firstContactOn, Act act, CancellationToken stopping)
    {
        var part = await SettleAsync(referral.Id, stopping);
        var theCase = await cases.LoadAsync(referral.CaseId, CaseParts.Core, stopping) ?? throw new InvalidOperationException("A part was settled in a case that the database does not show.");
        theCase.AcceptReferral(referral, responsible, firstContactOn, part, act);
        await db.SaveChangesAsync(stopping);
    }

    private async Task<Guid> SettleAsync(ReferralId id, CancellationToken stopping)
    {
        try
        {
            return (await db.Database.SqlQuery<Guid>($"SELECT pathway.settle_acceptance({id.Value}) AS \"Value\"").ToListAsync(stopping))[0];
        }
        catch (PostgresException refused) when (Rule.All.SingleOrDefault(r => r.Name == refused.ConstraintName) is { } broken)
        {
            // The database refuses in the name of the law.
            throw new RuleBrokenException(broken);
        }
    }
}
