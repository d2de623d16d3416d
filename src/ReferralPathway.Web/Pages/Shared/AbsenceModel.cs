using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>Says from when to when somebody is away and who stands in: the person themselves, or a manager of the organisation.</summary>
public abstract class AbsenceModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(Guid? Who, DateOnly? From, DateOnly? To, Guid? Deputy);

    /// <param name="Absence">Now, or to come.</param>
    /// <param name="Deputy">Null when nobody stands in.</param>
    public sealed record Known(Absence Absence, string Name, string? Deputy);

    [BindProperty]
    public Form Input { get; set; } = new(null, null, null, null);

    /// <summary>Of whom it may be said here; only oneself where nobody is to be chosen.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public IReadOnlyList<Known> Absences { get; private set; } = [];

    /// <summary>Those for whom one stands in oneself.</summary>
    public IReadOnlyList<Known> StandsIn { get; private set; } = [];

    public abstract string Here { get; }

    /// <summary>Whether somebody is chosen first: a manager says it for others.</summary>
    public abstract bool ForOthers { get; }

    public async Task OnGetAsync(CancellationToken stopping) => await LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var accounts = await LoadAsync(stopping);
        var away = accounts.SingleOrDefault(a => a.Id == (ForOthers ? Input.Who : current.Who.User.Value));
        var deputy = accounts.SingleOrDefault(a => a.Id == Input.Deputy);
        if (away is null) ModelState.AddModelError("Input.Who", t.Error("Required", "Away.Who"));
        if (Input.From is null) ModelState.TryAddModelError("Input.From", t.Error("Required", "Away.From"));
        if (Input.To is null) ModelState.TryAddModelError("Input.To", t.Error("Required", "Away.To"));
        if (Input.Deputy is not null && deputy is null) ModelState.AddModelError("Input.Deputy", t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();

        var (who, other) = (away!.UserId, deputy?.UserId ?? away.UserId);
        var said = await db.Absences.AsNoTracking().Where(x => (x.Account == who || x.Account == other) && x.EndedAt == null).ToListAsync(stopping);
        var absence = Absence.Say(Of(away), Input.From!.Value, Input.To!.Value, deputy is null ? null : Of(deputy), said, current.Act);
        db.Absences.Add(absence);
        if (deputy is not null)
        {
            var notice = new Notice(NoticeKind.StandIn, absence.Organisation, absence.Deputy, null, absence.Id, managersOnly: false, current.At);
            db.Tell(notice);
        }
        return await SaveAsync("Said", absence, stopping);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        if (Absences.SingleOrDefault(x => x.Absence.Id == id)?.Absence is not { } absence) return NotFound();
        absence.End(current.Act);
        return await SaveAsync("Ended", absence, stopping);
    }

    private async Task<RedirectResult> SaveAsync(string what, Absence absence, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Absence.{what}", absence.Id,
            ("account", absence.Account.ToString()), ("from", $"{absence.FromOn:O}"), ("to", $"{absence.ToOn:O}"), ("deputy", absence.Deputy?.ToString() ?? "nobody")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Away.Done.{what}";
        return Redirect(Here);
    }

    private async Task<IReadOnlyList<Account>> LoadAsync(CancellationToken stopping)
    {
        var (me, mine, today) = (current.Who.User, current.Who.Organisation, current.Today);
        var accounts = await db.Users.AsNoTracking().Where(a => a.OrganisationId == mine && a.Status == AccountStatus.Active).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(stopping);
        var coming = await db.Absences.Where(x => x.Organisation == mine && x.EndedAt == null && x.ToOn >= today).OrderBy(x => x.FromOn).ThenBy(x => x.Id).ToListAsync(stopping);
        var names = accounts.ToDictionary(a => a.UserId, a => a.Name);
        People = [.. accounts.Select(a => new Choice(a.Id.ToString(), a.Name))];
        Colleagues = ForOthers ? People : [.. accounts.Where(a => a.Role == current.Who.Role && a.PersonId != current.Who.Person).Select(a => new Choice(a.Id.ToString(), a.Name))];
        var known = coming.Select(x => new Known(x, names.GetValueOrDefault(x.Account, ""), x.Deputy is { } deputy ? names.GetValueOrDefault(deputy) : null)).ToList();
        Absences = ForOthers ? known : [.. known.Where(k => k.Absence.Account == me)];
        StandsIn = [.. known.Where(k => k.Absence.Deputy == me)];
        return accounts;
    }

    private static Colleague Of(Account a) => new(a.UserId, a.PersonId, a.OrganisationId, a.Role, a.Status == AccountStatus.Active);
}
