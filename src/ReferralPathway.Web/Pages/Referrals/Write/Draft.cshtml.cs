using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Write;

/// <summary>F9, second step: what is asked of the recipient, and what may go with it. Without consent it ends here, and the attempt is recorded.</summary>
public sealed class DraftModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public ReferralKind? Kind { get; init; }
        public string? Service { get; init; }
        public Urgency? Urgency { get; init; }
        public List<string> Groups { get; init; } = [];
        public string? Message { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    /// <summary>What consent covers and the recipient's role can read; the form offers nothing else.</summary>
    public DataGroups Offered { get; private set; }

    private bool _choosable;

    public bool MayTransfer => View.Standing.Leads;

    public bool IsRefused => Offered.IsEmpty;

    public async Task<IActionResult> OnGetAsync(string? recipientId, string? referralId, string? like, CancellationToken stopping)
    {
        if (!await LoadAsync(recipientId, referralId, stopping)) return NotFound();
        Demand();
        // One that was declined is never re-sent (F4): what was asked of the last is asked of the next.
        var draft = View.OwnReferral(referralId) ?? View.OwnReferral(like);
        Input = draft is null
            ? new() { Kind = ReferralKind.Service, Groups = [.. (Offered & DataGroups.Of(DataGroup.SafeContact)).Select(g => g.ToString())] }
            : new() { Kind = draft.Kind, Service = draft.Service, Urgency = draft.Urgency, Groups = [.. (new DataGroups(draft.Groups) & Offered).Select(g => g.ToString())], Message = draft.Message?.Value };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? recipientId, string? referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(recipientId, referralId, stopping)) return NotFound();
        Demand();
        if (Input.Kind is null) ModelState.AddModelError("Input.Kind", t["Errors.Missing"]);
        if (!CodeLists.Service.Has(Input.Service)) ModelState.AddModelError("Input.Service", t.Error("Required", "Referrals.Service"));
        if (Input.Groups.Count == 0 && !Offered.Without(DataGroup.Facts).IsEmpty) ModelState.AddModelError("Input.Groups", t["Referrals.Groups.None"]);
        else if (Input.Kind == ReferralKind.Transfer && !Recipients.GroupsOf(Input.Groups).Covers(Case.TransferCarries.Without(DataGroup.Facts))) ModelState.AddModelError("Input.Groups", t["Rules.ATransferCarriesTheCase"]);
        if (Input.Urgency is null) ModelState.AddModelError("Input.Urgency", t["Errors.Missing"]);
        if (Input.Message?.Length > 2000) ModelState.AddModelError("Input.Message", t.Error("TooLong", "Referrals.Message", ("n", 2000), ("m", Input.Message.Length)));
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, Revision, stopping);
        var id = View.OwnReferral(referralId)?.Id;
        if (id is { } known) theCase.RedraftReferral(known, Terms, current.Act);
        else id = theCase.DraftReferral(Terms, current.Act).Id;
        await db.SaveChangesAsync(stopping);
        return Redirect($"/cases/{hand.Id}/referrals/{id}/preview");
    }

    private ReferralTerms Terms => new()
    {
        Recipient = Recipient.Id,
        RecipientKind = Recipient.Kind,
        RecipientIsActive = _choosable,
        Kind = Input.Kind!.Value,
        Service = Input.Service!,
        Urgency = Input.Urgency!.Value,
        Groups = Recipients.GroupsOf(Input.Groups),
        Message = Input.Message,
    };

    private async Task<bool> LoadAsync(string? recipientId, string? referralId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        var draft = View.OwnReferral(referralId);
        if (referralId is not null && draft is null) return false;
        if (await db.OrganisationAsync(draft?.Recipient.ToString() ?? recipientId, stopping) is not { } recipient) return false;
        Recipient = recipient;
        _choosable = await db.CanBeChosenAsync(recipient.Id, stopping);
        if (OrganisationKinds.CaseRoleOf(recipient.Kind) is { } role)
            Offered = DataGroups.Of([.. View.CoveredFor(recipient.Id).Where(g => !Reach.OfRecipient(role, DataGroups.Of(g), healthIsNamed: true).Without(DataGroup.Facts).IsEmpty || g == DataGroup.Facts)]);
        return true;
    }

    /// <summary>Stops at the door, in the law's own words, so that nobody writes about a person to somebody they have not agreed to.</summary>
    private void Demand()
    {
        if (!OrganisationKinds.ReceivesReferrals(Recipient.Kind) || !_choosable || Recipient.Id == current.Who.Organisation)
            throw new RuleBrokenException(Rule.RecipientReceivesReferrals);
        if (View.CoveredFor(Recipient.Id).IsEmpty)
            throw new RuleBrokenException(Rule.ReferralNeedsConsent, ("recipient", Recipient.Name(t.Language.Code)));
    }
}
