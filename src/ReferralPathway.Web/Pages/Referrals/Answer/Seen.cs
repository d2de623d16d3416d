using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Web.Pages.Referrals.Answer;

internal static class Seen
{
    /// <summary>What a recipient sees of a referral before it has answered: who asks, and the preview where the database shows one.</summary>
    public static async Task<(Organisation Sender, ReferralPreview? Preview, string? Responsible)> SeenBeforeAsync(this PathwayDb db, Referral referral, CancellationToken stopping)
    {
        var (id, sender, recipient, responsible) = (referral.Id, referral.Sender, referral.Recipient, referral.Responsible?.Value);
        var seen = await db.Organisations.AsNoTracking().Where(o => o.Id == sender)
            .Select(o => new { Sender = o, Preview = db.ReferralPreviews.FirstOrDefault(p => p.ReferralId == id), Responsible = db.Users.Where(a => a.Id == responsible && a.OrganisationId == recipient).Select(a => a.Name).FirstOrDefault() }).SingleAsync(stopping);
        return (seen.Sender, seen.Preview, seen.Responsible);
    }
}
