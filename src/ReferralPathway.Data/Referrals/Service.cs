using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Referrals;

/// <summary>What the database knows of a referral and its sender may not read: whether help has begun.</summary>
public static class Service
{
    /// <summary>Whether the recipient has recorded a service for the person that is going on, or was done after the referral was sent (F7).</summary>
    public static async Task<bool> HasServedAsync(this PathwayDb db, ReferralId referral, CancellationToken stopping) =>
        (await db.Database.SqlQuery<bool>($"SELECT pathway.has_served({referral.Value}) AS \"Value\"").ToListAsync(stopping))[0];
}
