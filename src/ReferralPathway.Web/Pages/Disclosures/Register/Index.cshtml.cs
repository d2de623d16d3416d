using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Disclosures.Register;

/// <summary>Whoever decides writes down a request that came on paper.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public IReadOnlyList<Choice> Grounds => DisclosureForm.Grounds(t);

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet() => Input = new() { ReceivedOn = current.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Check();
        if (!ModelState.IsValid) return Page();
        var registered = DisclosureRequest.Register(await db.NextDisclosureReferenceAsync(current.At, stopping), Input.Terms(Input.Authority), Input.ReceivedOn!.Value, current.Who.Kind, current.Act);
        db.Disclosures.Add(registered);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Disclosures.Register.Done";
        return Redirect($"/disclosures/{registered.Id}");
    }

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.Authority", Input.Authority, "Disclosures.Authority");
        checks.Needed("Input.ReceivedOn", Input.ReceivedOn, "Disclosures.ReceivedOn");
        Input.Check(checks);
        checks.Order("Input.AnswerBy", Input.AnswerBy, "Disclosures.AnswerBy", Input.ReceivedOn, "Disclosures.ReceivedOn");
        if (string.IsNullOrWhiteSpace(Input.About)) ModelState.AddModelError("Input.About", t["Disclosures.Register.AboutWhom"]);
    }

    public sealed record Form : DisclosureForm
    {
        public string? Authority { get; init; }

        public DateOnly? ReceivedOn { get; init; }
    }
}
