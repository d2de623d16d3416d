using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.Record;

/// <summary>F3: what the person said about sharing with one organisation, for one purpose or several.</summary>
[RuleAt("Input.Recipient", nameof(Rule.JamyNeverReceivesIdentity), nameof(Rule.ConsentIsForAnotherOrganisation), nameof(Rule.RecipientReceivesReferrals))]
[RuleAt("Input.Groups", nameof(Rule.SomeGroupsAreInNoConsent), nameof(Rule.ConsentNamesWhatIsShared))]
[RuleAt("Input.ValidUntil", nameof(Rule.AConsentEndsAfterItBegins))]
[RuleAt("Input.On", nameof(Rule.ConsentComesAfterDetection))]
[RuleAt("Input.Guardian", nameof(Rule.ASuspectedGuardianDecidesNothing))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t, FileDesk files) : PageModel
{
    public sealed record Form
    {
        public string? Recipient { get; init; }
        public List<string> Purposes { get; init; } = [];
        public string? Decision { get; init; }
        public DateOnly? On { get; init; }
        public List<string> Groups { get; init; } = [];
        public string? Method { get; init; }
        public string? Language { get; init; }
        public string? Interpreter { get; init; }
        public string? Witness { get; init; }
        public bool ToldWhat { get; init; }
        public bool ToldWhy { get; init; }
        public bool ToldWithdraw { get; init; }
        public bool ToldLasting { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public string? Guardian { get; init; }
        public string? ChildsOpinion { get; init; }
        public string? Reason { get; init; }

        /// <summary>What the person signed, as a PDF or a picture.</summary>
        public IFormFile? SignedForm { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public OrganisationId Own => current.Who.Organisation;

    private bool IsIom => current.Who.Kind == OrganisationKind.Iom;

    /// <summary>What the actor's organisation may ask the person for: IOM for contact after the return and word of a trial, the others for anything (A04).</summary>
    public IReadOnlyList<Choice> Offered => [.. t.Choices("consent_purpose").Where(c => !IsIom || c.Value is Purposes.Monitoring or Purposes.JusticeFollowUp)];

    public async Task OnGetAsync(string? to, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { Recipient = to, On = current.Today, Purposes = [IsIom ? Purposes.Monitoring : Purposes.Referral] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var recipient = await db.OrganisationAsync(Input.Recipient, stopping);
        new Rules(this, t, current.Today).Check(recipient);
        var signed = Input.SignedForm is { } file ? await files.TakeAsync(file, "Input.SignedForm", ModelState, stopping) : null;
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Consents | CaseParts.Referrals, Revision, stopping);
        var form = signed is null ? null : theCase.AttachForm(signed, current.Act);
        foreach (var purpose in Input.Purposes)
        {
            var terms = Terms(recipient!, purpose) with { Form = form?.Id };
            if (Input.Decision == "given") theCase.GiveConsent(terms, current.Act);
            else theCase.RefuseConsent(terms, current.Act);
        }
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = Input.Decision == "given" ? "Consents.Record.Given" : "Consents.Record.Refused";
        return Redirect($"/cases/{hand.Id}/consents");
    }

    private ConsentTerms Terms(Organisation recipient, string purpose) => new()
    {
        Recipient = recipient.Id,
        RecipientKind = recipient.Kind,
        Purpose = purpose,
        Groups = Recipients.GroupsOf(Input.Groups),
        DecidedOn = Input.On!.Value,
        ValidUntil = Input.ValidUntil,
        Method = Input.Method,
        Language = Input.Language,
        Interpreter = Input.Interpreter,
        FullyInformed = Input is { ToldWhat: true, ToldWhy: true, ToldWithdraw: true, ToldLasting: true },
        Notes = new() { Witness = Input.Witness, Guardian = Input.Guardian, ChildsOpinion = Input.ChildsOpinion, Reason = Input.Reason },
    };

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core!.Revision;
        // The Gender Equality Agency stands in the list so that whoever looks for it is told how it is asked.
        // Whether the person wants contact after a return is IOM's own to ask (A04).
        Organisations = await db.RecipientsAsync(kind => kind != OrganisationKind.Operator, IsIom ? null : current.Who.Organisation, t, stopping, toRefer: true);
    }
}
