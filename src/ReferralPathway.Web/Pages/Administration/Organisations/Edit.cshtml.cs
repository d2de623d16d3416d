using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Organisations;

/// <summary>Renames an organisation, or withdraws it: its accounts stop at once.</summary>
public sealed class EditModel(PathwayDb db, Wording t) : PageModel
{
    [BindProperty]
    public OrganisationForm Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping)) return NotFound();
        Input = new() { NameSv = Organisation.NameSv, NameEn = Organisation.NameEn, Mail = Organisation.Mail };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping) || !Organisation.IsActive) return NotFound();
        Input.Check(ModelState, t);
        if (!ModelState.IsValid) return Page();

        Organisation.Rename(Input.NameSv!.Trim(), Input.NameEn!.Trim(), Input.MailOrNull);
        return await DoneAsync("Renamed", stopping);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string id, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping) || !Organisation.IsActive) return NotFound();
        Organisation.Withdraw();
        return await DoneAsync("Withdrawn", stopping);
    }

    private async Task<IActionResult> DoneAsync(string what, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Organisation.{what}", Organisation.Id.Value));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Organisations.Done.{what}";
        return Redirect("/administration/organisations");
    }

    private async Task<bool> FindAsync(string id, CancellationToken stopping) =>
        OrganisationId.TryParse(id, null, out var wanted) && await db.Organisations.SingleOrDefaultAsync(o => o.Id == wanted, stopping) is { } found && (Organisation = found) is not null;
}
