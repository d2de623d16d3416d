using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Disclosures.Ask;

/// <summary>An investigation leader asks (A29), by what is known of the person or by an own case. Whom one can ask does not depend on who has anything.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public IReadOnlyList<Choice> Holders { get; private set; } = [];

    public IReadOnlyList<Choice> Grounds => DisclosureForm.Grounds(t);

    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken stopping) => ShowAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await ShowAsync(stopping);
        await CheckAsync(stopping);
        if (!ModelState.IsValid) return Page();
        var holder = (await db.OrganisationAsync(Input.Holder, stopping))!;
        var asked = DisclosureRequest.Ask(await db.NextDisclosureReferenceAsync(current.At, stopping), Input.Terms(caseReference: Input.CaseReference), holder.Id, holder.Kind, current.Act);
        db.Disclosures.Add(asked);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Disclosures.Ask.Done";
        return Redirect($"/disclosures/{asked.Id}");
    }

    private async Task CheckAsync(CancellationToken stopping)
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Holder", Holders.Any(h => h.Value == Input.Holder));
        if (ModelState["Input.Holder"] is not { Errors.Count: > 0 } && !await AnswersAsync(stopping)) ModelState.AddModelError("Input.Holder", t["Disclosures.NobodyAnswers"]);
        Input.Check(checks);
        if (Input.AnswerBy < current.Today) ModelState.AddModelError("Input.AnswerBy", t["Rules.AnAnswerIsAskedForInTime", ("earliest", t.Iso(current.Today))]);
        var (own, number) = (current.Who.Organisation, Input.CaseReference);
        if (string.IsNullOrEmpty(number))
        {
            if (string.IsNullOrWhiteSpace(Input.About)) ModelState.AddModelError("Input.About", t["Disclosures.Ask.AboutWhom"]);
        }
        // One's own cases alone: an answer about others would tell what exists.
        else if (!await db.Participations.AnyAsync(p => p.OrganisationId == own && p.CaseReference == number, stopping)) ModelState.AddModelError("Input.CaseReference", t["Disclosures.NoSuchCase"]);
    }

    /// <summary>Whether somebody is there who may decide: a request that nobody sees would wait for ever.</summary>
    private async Task<bool> AnswersAsync(CancellationToken stopping)
    {
        var holder = (await db.OrganisationAsync(Input.Holder, stopping))!;
        var managers = DisclosureDesk.ManagersDecide(holder.Kind);
        return await db.Users.AnyAsync(a => a.OrganisationId == holder.Id && a.Status == AccountStatus.Active && (a.IsManager || !managers), stopping);
    }

    private async Task ShowAsync(CancellationToken stopping) => Holders = await db.RecipientsAsync(DisclosureDesk.Answers, current.Who.Organisation, t, stopping);

    public sealed record Form : DisclosureForm
    {
        public string? Holder { get; init; }

        public string? CaseReference { get; init; }
    }
}
