using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Referrals.Answer;

/// <summary>A referral as its recipient sees it: before the answer without identity, after it with what the consent opens.</summary>
public sealed class IndexModel(PathwayDb db, ReferralInHand hand, Sealer sealer) : PageModel
{
    public Referral Referral => hand.Referral;

    /// <summary>Null when it no longer waits and was not accepted: then there is nothing left to see.</summary>
    public ReferralPreview? Preview { get; private set; }

    public Organisation Sender { get; private set; } = null!;

    public string? Responsible { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping)
    {
        (Sender, Preview, Responsible) = await db.SeenBeforeAsync(Referral, stopping);
        // The message opens with the case's key, which a recipient holds once its part has begun.
        await sealer.OpenAsync(db, stopping);
        var shown = DataGroups.Of(DataGroup.Facts) | (Referral.Message is { IsOpen: true } ? DataGroups.Of(DataGroup.Narrative) : DataGroups.None);
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.Referral, Referral.CaseId, shown));
    }
}
