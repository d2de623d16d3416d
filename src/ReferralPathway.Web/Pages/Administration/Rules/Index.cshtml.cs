using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Guidance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Rules;

/// <summary>Every rule of the guidance with its source, and which reading the installation follows: one administrator asks for another, a second confirms.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(string? RuleSet, string? ReimbursementFrom, DateOnly? Since);

    [BindProperty]
    public Form Input { get; set; } = new(null, null, null);

    /// <summary>Every choice that was asked for, the latest first, with the names of who asked and who decided.</summary>
    public IReadOnlyList<(RuleChange Change, string? AskedBy, string? DecidedBy)> Changes { get; private set; } = [];

    public RuleSettings Now { get; private set; } = RuleSettings.Default;

    public RuleChange? Waiting => Changes.Select(c => c.Change).SingleOrDefault(c => c.State == RuleChangeState.Waiting);

    public bool IsOwn(RuleChange change) => change.AskedByPerson == current.Who.Person;

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var changes = await db.RuleChanges.OrderByDescending(c => c.Number).Take(100).ToListAsync(stopping);
        var ids = changes.SelectMany(c => new[] { c.AskedBy, c.DecidedBy }).Select(id => id?.Value).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, stopping);
        Changes = [.. changes.Select(c => (c, names.GetValueOrDefault(c.AskedBy.Value), c.DecidedBy is { } by ? names.GetValueOrDefault(by.Value) : null))];
        Now = RuleSettings.On(current.Today, Confirmed);
        if (Input.RuleSet is null) Input = new(Now.RuleSet.ToString(), Now.ReimbursementFrom.ToString(), current.Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await OnGetAsync(stopping);
        if (Input.Since is null && ModelState.IsValid) ModelState.AddModelError("Input.Since", t.Error("Required", "Guidance.Admin.Since"));
        if (!Enum.TryParse<ReflectionPeriodRuleSet>(Input.RuleSet, out var ruleSet) || !Enum.IsDefined(ruleSet)) ModelState.AddModelError("Input.RuleSet", t.Error("CodeUnknown"));
        if (!Enum.TryParse<ReimbursementFrom>(Input.ReimbursementFrom, out var from) || !Enum.IsDefined(from)) ModelState.AddModelError("Input.ReimbursementFrom", t.Error("CodeUnknown"));
        if (Waiting is not null) ModelState.AddModelError("", t["Guidance.Admin.WaitsAlready"]);
        else if (Input.Since is { } day && RuleSettings.On(day, Confirmed) == new RuleSettings(ruleSet, from)) ModelState.AddModelError("Input.RuleSet", t["Guidance.Admin.NoChange"]);
        if (!ModelState.IsValid) return Page();

        var asked = RuleChange.Ask((Changes.Count == 0 ? 0 : Changes[0].Change.Number) + 1, new(ruleSet, from), Input.Since!.Value, current.Who.Person, current.Act);
        db.RuleChanges.Add(asked);
        return await SaveAsync(asked, "Asked", stopping);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string id, string answer, CancellationToken stopping)
    {
        await OnGetAsync(stopping);
        if (Changes.Select(c => c.Change).SingleOrDefault(c => c.Id.ToString() == id) is not { } change) return NotFound();
        switch (answer)
        {
            case "yes": change.Confirm(current.Who.Person, current.Act); break;
            case "no": change.Refuse(current.Who.Person, current.Act); break;
            default: return BadRequest();
        }
        return await SaveAsync(change, answer == "yes" ? "Confirmed" : "Refused", stopping);
    }

    private IEnumerable<DatedRuleSettings> Confirmed =>
        Changes.Select(c => c.Change).Where(c => c.State == RuleChangeState.Confirmed).Select(c => new DatedRuleSettings(c.Number, c.Since, c.RuleSet, c.ReimbursementFrom));

    private async Task<RedirectResult> SaveAsync(RuleChange change, string kind, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Rules.{kind}", change.Id, ("ruleSet", $"{change.RuleSet}"), ("reimbursementFrom", $"{change.ReimbursementFrom}"), ("since", $"{change.Since:O}")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Guidance.Admin.Done.{kind}";
        return Redirect("/administration/rules");
    }
}
