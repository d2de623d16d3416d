using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Organisations;

/// <summary>Renames an organisation, or withdraws it: its accounts stop at once. A withdrawn one comes back when one administrator asks and another confirms.</summary>
public sealed class EditModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel, IRaced
{
    /// <summary>The one that the form was filled in at.</summary>
    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    [BindProperty]
    public OrganisationForm Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Who has asked that it be restored; null while nobody has.</summary>
    public string? AskedBy { get; private set; }

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
        if (Organisation.Revision != Revision) throw new DbUpdateConcurrencyException();
        Organisation.Rename(Input.NameSv!, Input.NameEn!, Input.Mail);
        return await DoneAsync("Renamed", stopping);
    }

    public Task<IActionResult> OnPostWithdrawAsync(string id, CancellationToken stopping) => DoAsync(id, isActive: true, "Withdrawn", o => o.Withdraw(), stopping);

    public Task<IActionResult> OnPostAskAsync(string id, CancellationToken stopping) => DoAsync(id, isActive: false, "RestoreAsked", o => o.AskToRestore(current.Who.Person, current.Act), stopping);

    public Task<IActionResult> OnPostRestoreAsync(string id, CancellationToken stopping) => DoAsync(id, isActive: false, "Restored", o => o.Restore(current.Who.Person), stopping);

    public Task<IActionResult> OnPostLeaveAsync(string id, CancellationToken stopping) => DoAsync(id, isActive: false, "RestoreRefused", o => o.LeaveWithdrawn(), stopping);

    private async Task<IActionResult> DoAsync(string id, bool isActive, string what, Action<Organisation> act, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping)) return NotFound();
        if (Organisation.Revision != Revision) throw new DbUpdateConcurrencyException();
        if (Organisation.IsActive != isActive) return NotFound();
        act(Organisation);
        return await DoneAsync(what, stopping);
    }

    private async Task<IActionResult> DoneAsync(string what, CancellationToken stopping)
    {
        Organisation.Changed($"Organisation.{what}", current.Act);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Organisation.{what}", Organisation.Id.Value));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Organisations.Done.{what}";
        return Redirect("/administration/organisations");
    }

    public async Task<IReadOnlyList<Raced>> SinceAsync(DateTimeOffset seen, CancellationToken stopping)
    {
        await FindAsync(Organisation.Id.ToString(), stopping);
        if (Organisation.ChangedAt is not { } at || Organisation.ChangedBy is not { } by) return [];
        var who = await db.Users.Where(a => a.Id == by.Value).Select(a => a.Name).SingleOrDefaultAsync(stopping) ?? "";
        return [new(at, who, t[$"Audit.Kind.{Organisation.ChangedHow}"],
        [
            .. new[] { ("NameSv", Organisation.NameSv, Input.NameSv), ("NameEn", Organisation.NameEn, Input.NameEn), ("Mail", Organisation.Mail ?? "", Input.Mail) }
                .Where(f => f.Item3 is not null && f.Item2 != f.Item3.Trim()).Select(f => (t[$"Organisations.{f.Item1}"], f.Item2)),
        ])];
    }

    private async Task<bool> FindAsync(string id, CancellationToken stopping)
    {
        if (!OrganisationId.TryParse(id, null, out var wanted) || await db.Organisations.SingleOrDefaultAsync(o => o.Id == wanted, stopping) is not { } found) return false;
        Organisation = found;
        if (found.RestoreAskedBy is { } asker) AskedBy = await db.Users.Where(a => a.Id == asker.Value).Select(a => a.Name).SingleOrDefaultAsync(stopping) ?? "";
        return true;
    }
}
