using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Integration.Answer;

/// <summary>What the person says to the plan for integration, as it stands.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel, IAsksThePerson
{
    public CaseView View { get; private set; } = null!;

    public IntegrationRow Plan { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/integration/{Plan.Id}";

    public bool IsChild => View.Facts.TreatedAsChild;

    [BindProperty]
    public PersonsAnswerInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string integrationId, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        Input = new() { On = current.Today, Language = View.Facts.Languages.Count > 0 ? View.Facts.Languages[0] : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string integrationId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        Input.Check(new(ModelState, t, current.Today), IsChild);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Integrations, revision, stopping);
        theCase.AnswerIntegration(Plan.Id, Input.Answer, current.Act, View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Integration.Answer.Done.{Input.Agrees}";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(string integrationId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (IntegrationWay.Find(View, integrationId) is not { } plan || !IntegrationWay.MayAnswer(plan) || !View.MayWrite(plan)) return false;
        Plan = plan;
        return true;
    }
}
