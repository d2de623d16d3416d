using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Told;

/// <summary>K1: an organisation without accounts answered by telephone or letter; the sender writes down who, when, how and what.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public string? Answer { get; init; }
        public string? Function { get; init; }
        public AnswerWay? Way { get; init; }
        public DateOnly? On { get; init; }
        public string? Responsible { get; init; }
        public string? Phone { get; init; }
        public string? Reason { get; init; }
        public string? Text { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Referral Referral { get; private set; } = null!;

    public Organisation Recipient { get; private set; } = null!;

    public string Reference => hand.Standing.Reference;

    public CaseId Id => hand.Id;

    public string Yes => nameof(ReferralStatus.Accepted);

    public string No => nameof(ReferralStatus.Declined);

    public IEnumerable<Choice> Answers => [new(Yes, "Referrals.Told.Yes"), new(No, "Referrals.Told.No")];

    public IEnumerable<Choice> Ways => Enum.GetValues<AnswerWay>().Select(w => new Choice(w.ToString(), $"AnswerWay.{w}"));

    public async Task<IActionResult> OnGetAsync(string referralId, CancellationToken stopping)
    {
        Input = new() { On = current.Today, Way = AnswerWay.Telephone };
        return await LoadAsync(referralId, stopping) && Referral.Status == ReferralStatus.Sent && !await db.HasAccountsAsync(Recipient.Id, stopping) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string referralId, CancellationToken stopping)
    {
        if (!await LoadAsync(referralId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        Referral.RecordAnswer(new()
        {
            Accepted = Input.Answer == Yes,
            Way = Input.Way!.Value,
            On = Input.On!.Value,
            Answer = new() { Function = Input.Function!, Responsible = Input.Answer == Yes ? Input.Responsible! : null, Phone = Input.Answer == Yes ? Input.Phone : null },
            DeclinedBecause = Input.Reason,
            DeclineText = Input.Text,
        }, await db.HasAccountsAsync(Recipient.Id, stopping), current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Referrals.Told.Done";
        return Redirect($"/cases/{hand.Id}/referrals/{Referral.Id}");
    }

    private void Check()
    {
        var answers = new Answers(ModelState, t, current.Today);
        if (Input.Answer != Yes && Input.Answer != No) answers.Wrong("Input.Answer", t["Errors.Missing"]);
        if (answers.Need(Input.Function, "Referrals.Told.Function")) answers.Text(Input.Function, "Referrals.Told.Function", 100);
        if (Input.Way is null) answers.Wrong("Input.Way", t["Errors.Missing"]);
        if (answers.Need(Input.On, "Referrals.Told.On")) answers.NotInTheFuture(Input.On, "Referrals.Told.On");
        if (Referral.SentAt is { } sent) answers.InOrder(SwedishCalendar.DayOf(sent), "Referrals.Told.SentOn", Input.On, "Referrals.Told.On");
        if (Input.Answer == Yes)
        {
            if (answers.Need(Input.Responsible, "Referrals.Told.Responsible")) answers.Text(Input.Responsible, "Referrals.Told.Responsible", 100);
            if (!string.IsNullOrWhiteSpace(Input.Phone) && !PhoneNumber.TryParse(Input.Phone, out _)) answers.Wrong("Input.Phone", t["Errors.PhoneFormat"]);
        }
        if (Input.Answer != No) return;
        if (!CodeLists.ReferralDeclineReason.Has(Input.Reason)) answers.Wrong("Input.Reason", t["Errors.Missing"]);
        else if (Input.Reason == "OTHER" && (Input.Text?.Length ?? 0) < 10) answers.Wrong("Input.Text", t["Rules.DecliningForAnotherReasonIsExplained", ("least", 10)]);
        answers.Text(Input.Text, "Referrals.Told.Text", Forms.Answers.Longest, lines: true);
    }

    private async Task<bool> LoadAsync(string referralId, CancellationToken stopping)
    {
        if (!ReferralId.TryParse(referralId, null, out var id)
            || await db.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.CaseId == hand.Id && r.Sender == current.Who.Organisation, stopping) is not { } referral) return false;
        Referral = referral;
        Recipient = (await db.OrganisationAsync(referral.Recipient.ToString(), stopping))!;
        return true;
    }
}
