using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>One referral as its sender sees it: how it stands, what was answered, and whom to ask next.</summary>
public sealed class ShowModel(PathwayDb db, CaseInHand hand) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public ReferralRow Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>Who is responsible at the recipient's.</summary>
    public string? Responsible => Referral.ResponsibleName;

    /// <summary>Whom to ask next; after a decline or a withdrawal only.</summary>
    public IReadOnlyList<Suggestion> Others { get; private set; } = [];

    /// <summary>Nobody of the recipient works here: what it answers by telephone or letter is written down by the sender.</summary>
    public bool AnswersElsewhere { get; private set; }

    /// <summary>The recipient has recorded a service: the referral ends when the recipient completes it.</summary>
    public bool HasServed { get; private set; }

    public bool CanWithdraw => Referral.Status is ReferralStatus.Draft or ReferralStatus.Sent || !HasServed && Referral is { Status: ReferralStatus.Accepted, Kind: not ReferralKind.Transfer };

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.OwnReferral(referralId) is not { } referral) return NotFound();
        Referral = referral;
        // Who could be asked instead is chosen from all, a few hundred.
        var asksOthers = referral.Status is ReferralStatus.Declined or ReferralStatus.Withdrawn;
        var choosable = db.Choosable();
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.Id == referral.Recipient || asksOthers && choosable.Any(c => c.Id == o.Id)).ToListAsync(stopping);
        Recipient = organisations.Single(o => o.Id == referral.Recipient);
        HasServed = referral.Status == ReferralStatus.Accepted && await db.HasServedAsync(referral.Id, stopping);
        AnswersElsewhere = referral.Status == ReferralStatus.Sent && !await db.HasAccountsAsync(Recipient.Id, stopping);
        if (asksOthers) Others = await db.SuggestionsAsync(referral, Recipient, organisations, View.Facts.Municipality, o => !View.CoveredFor(o).IsEmpty, stopping);
        return Page();
    }
}
