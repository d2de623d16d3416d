using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>Somebody decides whether a change of an account takes effect. Never the one who asked for it, nor the one it is about.</summary>
public abstract class DecisionModel(PathwayDb db, Staff staff) : PageModel
{
    [FromForm(Name = "answer")]
    public string? Answer { get; set; }

    public ChangeInHand InHand { get; private set; } = null!;

    /// <summary>The changes that are this person's to decide.</summary>
    protected abstract IQueryable<AccountChange> Theirs { get; }

    /// <summary>Where it goes on.</summary>
    protected abstract string Onward { get; }

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
        return Redirect(Onward);
    }

    private async Task<bool> FindAsync(string id, CancellationToken stopping) =>
        Guid.TryParse(id, out var wanted) && await ChangeInHand.FindAsync(db, Theirs, wanted, stopping) is { } found && (InHand = found) is not null;
}
