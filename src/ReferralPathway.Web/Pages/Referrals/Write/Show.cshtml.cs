using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>One referral as its sender sees it: how it stands, what was answered, and whom to ask next.</summary>
public sealed class ShowModel(PathwayDb db, CaseInHand hand, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public Referral Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>Who is responsible at the recipient's.</summary>
    public string? Responsible { get; private set; }

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
        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, stopping);
        if (!ReferralId.TryParse(referralId, null, out var id) || theCase.Referrals.SingleOrDefault(r => r.Id == id && r.Sender == current.Who.Organisation) is not { } referral) return NotFound();
        Referral = referral;
        Recipient = (await db.OrganisationAsync(referral.Recipient.ToString(), stopping))!;
        Responsible = View.Referrals.SingleOrDefault(r => r.Id == id)?.ResponsibleName;
        HasServed = referral.Status == ReferralStatus.Accepted && await db.HasServedAsync(id, stopping);
        AnswersElsewhere = referral.Status == ReferralStatus.Sent && !await db.HasAccountsAsync(Recipient.Id, stopping);
        if (referral.Status is not (ReferralStatus.Declined or ReferralStatus.Withdrawn)) return Page();
        Others = await db.SuggestionsAsync(referral, Recipient, View.Facts.Municipality, o => !theCase.CoveredFor(o, current.At).IsEmpty, stopping);
        return Page();
    }
}
