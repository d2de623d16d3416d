using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>The cases of the own organisation, newest change first. Addresses carry codes alone; a name to search for is posted.</summary>
public sealed class IndexModel(CaseList list, CaseSearch search, INavigation navigation, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "identification")]
    public string? Identification { get; set; }

    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "municipality")]
    public string? Municipality { get; set; }

    [BindProperty(SupportsGet = true, Name = "interpreter")]
    public string? Interpreter { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    public bool IsSearch { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public bool IsFiltered => Known != new CaseQuestion();

    public string Organisation => navigation.Who?.Organisation ?? "";

    public bool MayStart => CaseAccess.MayRegister(current.Who.Role);

    public IEnumerable<Choice> Statuses { get; } = [.. Enum.GetNames<CaseStatus>().Append(CaseQuestion.Ended).Select(s => new Choice(s, $"CaseList.Status.{s}"))];

    public IEnumerable<Choice> Identifications { get; } = [.. Enum.GetNames<IdentificationStatus>().Select(s => new Choice(s, $"CaseList.Identified.{s}"))];

    public IEnumerable<Choice> Teams { get; } = [new("mine", "CaseList.Filter.TeamMine")];

    public IEnumerable<Choice> Interpreters { get; } = [new("yes", "CaseList.Filter.InterpreterYes")];

    /// <summary>What was asked for, as far as it can be understood; the rest of an address is nothing to complain about.</summary>
    private CaseQuestion Known => new(
        Statuses.Any(s => s.Value == Status) ? Status : null, Identifications.Any(i => i.Value == Identification) ? Identification : null, Team == "mine",
        Geography.FindMunicipality(Municipality)?.Code, Interpreter == "yes");

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var place = ListPlace.Parse(after);
        var page = await list.PageAsync(Known with { After = place }, stopping);
        Lines = page.Lines;
        Next = page.Next is { } next ? Address(next) : null;
        First = place is null ? null : Address(null);
    }

    public async Task OnPostAsync(CancellationToken stopping)
    {
        var answers = new Answers(ModelState, t, t.Today);
        answers.Need(Words, "CaseList.Search.Need", nameof(Words));
        answers.Text(Words, "CaseList.Search", 200);
        IsSearch = ModelState.IsValid;
        if (IsSearch) Lines = await search.FindAsync(SearchQuestion.Read(Words, t.Today), stopping);
        else await OnGetAsync(null, stopping);
    }

    private string Address(ListPlace? after)
    {
        var known = Known;
        (string Name, string? Value)[] parts =
        [
            ("status", known.Status), ("identification", known.Identification), ("team", known.Mine ? "mine" : null), ("municipality", known.Municipality),
            ("interpreter", known.Interpreter ? "yes" : null), ("after", after?.ToString()),
        ];
        return "/cases" + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => new KeyValuePair<string, string?>(p.Name, p.Value)));
    }
}
