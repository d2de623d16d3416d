using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Investigations.Report;

/// <summary>A report to the police was made (U1). The police take part here only when consent or a ground in law covers it.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public IReadOnlyList<Choice> Police { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken stopping) => ShowAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await ShowAsync(stopping);
        Check();
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Investigations | CaseParts.Consents, revision, stopping);
        theCase.ReportToPolice(Input.On!.Value, Input.Unit!, To, Input.Reference is { Length: > 0 } reference ? reference : null, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Investigations.Report.Done";
        return Redirect(Case);
    }

    private OrganisationId? To => OrganisationId.TryParse(Input.To, null, out var to) ? to : null;

    private async Task ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var english = t.Language == PageLanguage.English;
        Police = [.. (await db.Organisations.AsNoTracking().Where(o => o.IsActive && o.Kind == OrganisationKind.Police).OrderBy(o => o.NameSv).ToListAsync(stopping))
            .Select(o => new Choice(o.Id.ToString(), english ? o.NameEn : o.NameSv))];
    }

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.On", Input.On, "Investigations.Report.On");
        checks.Needed("Input.Unit", Input.Unit, "Investigations.Report.Unit");
        if (Input.Reference is { Length: > 0 } reference && !ReferenceNumber.IsWritten(reference)) ModelState.AddModelError("Input.Reference", t["Investigations.Initiate.ReferenceFormat"]);
        checks.Listed("Input.To", string.IsNullOrEmpty(Input.To) || Police.Any(p => p.Value == Input.To));
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public string? Unit { get; init; }

        public string? Reference { get; init; }

        public string? To { get; init; }
    }
}
