using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>F11: an attempt to speak with the person; whoever does not want it any longer is left in peace at once.</summary>
public sealed class ContactModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status == ReturnStatus.Monitoring;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Input = new() { On = Today, Continues = "yes" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.CarryOut.Contact.Done", Record, stopping);
    }

    /// <summary>A person who does not want it any longer takes the consent back with these words.</summary>
    private void Record(Case theCase)
    {
        var reached = Input.Reached == "yes";
        theCase.RecordReturneeContact(One.Id, Input.On!.Value, reached, Input.Contact, Act);
        if (reached && Input.Continues == "no") theCase.WithdrawConsent(One.Iom!.Value, Purposes.Monitoring, Input.On.Value, null, theCase.Referrals, Act);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Needed("Input.On", Input.On, "Returns.CarryOut.Contact.On");
        checks.Listed("Input.Channel", Input.Channel is { } channel && Enum.IsDefined(channel));
        checks.Short("Input.MadeBy", Input.MadeBy, "Returns.CarryOut.Contact.MadeBy", 200);
        checks.Listed("Input.Reached", Input.Reached is "yes" or "no");
        checks.Listed("Input.Going", Input.Going.All(Enum.IsDefined));
        checks.Listed("Input.Risk", Input.Risk is not { } risk || Enum.IsDefined(risk));
        checks.Short("Input.NeedsAction", Input.NeedsAction, "Returns.CarryOut.Contact.NeedsAction", 2000);
        checks.Listed("Input.Continues", Input.Continues is "yes" or "no");
    }

    public sealed record Form
    {
        internal ReturneeContact Contact => new()
        {
            Channel = Channel!.Value,
            MadeBy = MadeBy,
            SafeToTalk = SafeToTalk switch { "yes" => true, "no" => false, _ => null },
            Going = Going,
            Risk = Risk ?? RiskLevel.Unknown,
            NeedsAction = NeedsAction,
        };

        public DateOnly? On { get; init; }

        public ContactChannel? Channel { get; init; }

        public string? MadeBy { get; init; }

        public string? Reached { get; init; }

        public string? SafeToTalk { get; init; }

        public List<ReturneeSituation> Going { get; init; } = [];

        public RiskLevel? Risk { get; init; }

        public string? NeedsAction { get; init; }

        public string? Continues { get; init; }
    }
}
