using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;
using TheCase = ReferralPathway.Domain.Cases.Case;

namespace ReferralPathway.Web.Pages.Asylum.Decide;

/// <summary>The Migration Agency records that its support begins, or what was decided on asylum (S1-12).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/asylum";

    public bool IsUnaccompaniedChild => View.Facts is { TreatedAsChild: true, Unaccompanied: "Yes" };

    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    public IReadOnlyList<Choice> Municipalities { get; private set; } = [];

    public IEnumerable<Choice> Statuses => TheCase.StatusesOfAsylum.Select(s => new Choice(s, t.Code("legal_status", s)));

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (!await ShowAsync(stopping)) return NotFound();
        Input = new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        if (Input.Step == AsylumState.SupportByMigrationAgency) theCase.SupportAsylum(Input.On!.Value, Municipality, current.Act);
        else theCase.DecideAsylum(Input.Step!.Value, Input.On!.Value, Input.Step == AsylumState.Granted ? Input.Status : null, Input.Step == AsylumState.Granted ? Input.ValidTo : null, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Asylum.Record.Done";
        return Redirect(Here);
    }

    private OrganisationId? Municipality => OrganisationId.TryParse(Input.Municipality, null, out var id) ? id : null;

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Step", Input.Step is { } step && Steps.Any(s => s.Value == step.ToString()));
        checks.Needed("Input.On", Input.On, "Asylum.Decide.On");
        if (Input.Step == AsylumState.SupportByMigrationAgency) checks.Listed("Input.Municipality", string.IsNullOrEmpty(Input.Municipality) ? !IsUnaccompaniedChild : Municipalities.Any(m => m.Value == Input.Municipality));
        if (Input.Step != AsylumState.Granted) return;
        checks.Listed("Input.Status", Input.Status is not null && TheCase.StatusesOfAsylum.Contains(Input.Status));
        if (Input.Status == "TRP_OTHER" && Input.ValidTo is null) ModelState.AddModelError("Input.ValidTo", t.Error("Required", "Asylum.Decide.ValidTo"));
    }

    private async Task<bool> ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Asylum is not { DecidedOn: null } track) return false;
        AsylumState[] support = track.State == AsylumState.SupportByMigrationAgency ? [] : [AsylumState.SupportByMigrationAgency];
        Steps = [.. support.Concat([AsylumState.Granted, AsylumState.Refused, AsylumState.Withdrawn]).Select(s => new Choice(s.ToString(), $"Asylum.Decide.{s}"))];
        Municipalities = await db.RecipientsAsync(kind => kind == OrganisationKind.Municipality, own: null, t, stopping);
        return true;
    }

    public sealed record Form
    {
        public AsylumState? Step { get; init; }

        public string? Municipality { get; init; }

        public string? Status { get; init; }

        public DateOnly? ValidTo { get; init; }

        public DateOnly? On { get; init; }
    }
}
