using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Codes;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Codes;

/// <summary>What the codes of a list are called, and from when one is no longer offered. What was recorded keeps its code, and is read as before.</summary>
[RuleAt("Input.WithdrawnFrom", nameof(Rule.SomeCodesAreLaw), nameof(Rule.ACodeIsWithdrawnAhead))]
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    private const int Longest = 200;

    public sealed record Form(string? Sv, string? En, DateOnly? WithdrawnFrom);

    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new(null, null, null);

    /// <summary>The codes of the list as they are now.</summary>
    public IReadOnlyList<(CodeItem Item, CodeChange? Changed)> Items { get; private set; } = [];

    public bool MayBeWithdrawn => CodeChange.Withdrawable.Contains(List);

    public string Here => $"/administration/codes?list={List}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (List is null) return Page();
        if (!await FindAsync(stopping)) return NotFound();
        if (Code is not null && Items.Single(i => i.Item.Code == Code) is var (item, changed)) Input = new(changed?.Sv ?? item.Sv, changed?.En ?? item.En, changed?.WithdrawnFrom);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (Code is null || !await FindAsync(stopping)) return NotFound();
        Check(Input.Sv, nameof(Form.Sv));
        Check(Input.En, nameof(Form.En));
        if (!ModelState.IsValid) return Page();

        var (item, before) = Items.Single(i => i.Item.Code == Code);
        var change = CodeChange.Write(CodeLists.Get(List!), Code, Input.Sv!, Input.En!, Input.WithdrawnFrom, before, current.Act);
        db.CodeChanges.Add(change);
        Changed(nameof(Form.Sv), before?.Sv ?? item.Sv, change.Sv);
        Changed(nameof(Form.En), before?.En ?? item.En, change.En);
        Changed(nameof(Form.WithdrawnFrom), before?.WithdrawnFrom is { } day ? $"{day:O}" : null, change.WithdrawnFrom is { } from ? $"{from:O}" : null);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Codes.Changed", CodeChange.RecordOf(List!), ("list", List!), ("code", Code), ("withdrawnFrom", $"{change.WithdrawnFrom:O}")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Codes.Done";
        return Redirect(Here);
    }

    private void Changed(string what, string? was, string? becomes)
    {
        if (was != becomes) db.History.Add(new(CodeChange.RecordOf(List!), $"{List}/{Code}/{what}", was, becomes, current.Who.User, current.At));
    }

    private void Check(string? label, string field)
    {
        if (label is null) ModelState.AddModelError($"Input.{field}", t.Error("Required", $"Codes.{field}"));
        else if (label.Length > Longest) ModelState.AddModelError($"Input.{field}", t.Error("TooLong", $"Codes.{field}", ("n", Longest), ("m", label.Length)));
    }

    private async Task<bool> FindAsync(CancellationToken stopping)
    {
        if (!CodeChange.Lists.Contains(List)) return false;
        var list = CodeLists.Get(List!);
        var latest = (await db.CodeChanges.AsNoTracking().Where(c => c.List == list.Name).GroupBy(c => c.Code).Select(g => g.OrderByDescending(c => c.Id).First()).ToListAsync(stopping)).ToDictionary(c => c.Code);
        Items = [.. list.Items.Select(i => (i, latest.GetValueOrDefault(i.Code)))];
        return Code is null || list.Has(Code);
    }
}
