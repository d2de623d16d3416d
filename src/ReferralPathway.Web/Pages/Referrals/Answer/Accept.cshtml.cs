using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.Answer;

/// <summary>F3: somebody is responsible from now on, and what the consent covers opens.</summary>
public sealed class AcceptModel(PathwayDb db, ReferralInHand hand, Acceptance acceptance, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public Guid? Responsible { get; init; }
        public DateOnly? FirstContactOn { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Referral Referral => hand.Referral;

    public Organisation Sender { get; private set; } = null!;

    public ReferralPreview? Preview { get; private set; }

    /// <summary>The working accounts of one's own organisation.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        Input = new() { Responsible = current.Who.User.Value };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping);
        if (Input.Responsible is not { } responsible || Colleagues.All(c => c.Value != responsible.ToString())) ModelState.AddModelError("Input.Responsible", t.Error("Required", "Referrals.Responsible"));
        if (Input.FirstContactOn is not { } first) ModelState.AddModelError("Input.FirstContactOn", t.Error("Required", "Referrals.FirstContact"));
        else if (first < current.Today) ModelState.AddModelError("Input.FirstContactOn", t["Errors.DateOrder", ("later", t["Referrals.FirstContact"]), ("earlier", t["Consents.TheDay"]), ("date", current.Today)]);
        if (!ModelState.IsValid) return Page();

        var user = UserId.From(Input.Responsible!.Value);
        try
        {
            await acceptance.AcceptAsync(Referral, user, Input.FirstContactOn!.Value, current.Act, stopping);
        }
        catch (RuleBrokenException broken) when (broken.Rule == Rule.ReferralNeedsConsent)
        {
            throw new RuleBrokenException(broken.Rule, ("recipient", User.FindFirst(Accounts.PersonClaims.OrganisationSv) is { } sv && t.Language != PageLanguage.English ? sv.Value : User.FindFirst(Accounts.PersonClaims.OrganisationEn)!.Value));
        }
        TempData["Done"] = "Referrals.Accept.Done";
        return Redirect(user == current.Who.User ? $"/cases/{Referral.CaseId}" : $"/referrals/{Referral.Id}");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        (Sender, Preview, _) = await db.SeenBeforeAsync(Referral, stopping);
        Colleagues =
        [
            .. (await db.Users.AsNoTracking().Where(a => a.OrganisationId == current.Who.Organisation && a.Status == AccountStatus.Active).Select(a => new { a.Id, a.Name }).ToListAsync(stopping))
                .OrderBy(a => a.Name, StringComparer.Create(t.Language.Culture, ignoreCase: true)).Select(a => new Choice(a.Id.ToString(), a.Name)),
        ];
    }
}
