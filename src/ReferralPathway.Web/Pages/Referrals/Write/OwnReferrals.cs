using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Pages.Referrals.Write;

internal static class OwnReferrals
{
    /// <summary>The referral with this id that the viewer's own organisation wrote; null when there is none.</summary>
    public static ReferralRow? OwnReferral(this CaseView view, string? id) =>
        ReferralId.TryParse(id, null, out var known) ? view.Referrals.SingleOrDefault(r => r.Id == known && r.Sender == view.Mine) : null;
}
