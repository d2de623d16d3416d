using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.Administration.Confirmations;

/// <summary>A second administrator decides whether a change of an account takes effect. Never the one who asked for it, nor the one it is about.</summary>
public sealed class IndexModel(PathwayDb db, Staff staff) : PageModel
{
    [FromForm(Name = "answer")]
    public string? Answer { get; set; }

    public ChangeInHand InHand { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stopping) => await FindAsync(id, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping)) return NotFound();
        switch (Answer)
        {
            case "yes": await staff.ConfirmAsync(InHand.Change, stopping); break;
            case "no": await staff.RefuseAsync(InHand.Change, stopping); break;
            default: return BadRequest();
        }
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = Answer == "yes" ? "Accounts.Confirm.Done" : "Accounts.Confirm.Refused";
        return Redirect("/administration");
    }

    private async Task<bool> FindAsync(string id, CancellationToken stopping) =>
        Guid.TryParse(id, out var wanted) && await ChangeInHand.FindAsync(db, db.AccountChanges.Where(c => c.Decider == ChangeDecider.Administrators), wanted, stopping) is { } found && (InHand = found) is not null;
}
