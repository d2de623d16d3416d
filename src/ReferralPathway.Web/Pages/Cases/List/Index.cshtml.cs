using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>The cases of the own organisation, newest change first. Addresses carry codes alone; a name to search for is posted.</summary>
public sealed class IndexModel(CaseList list, CaseSearch search, ViewShelf shelf, INavigation navigation, CurrentPerson current, Wording t) : NarrowedList(current)
{
    /// <summary>Shows everything, also to somebody who has a view that is shown first.</summary>
    public const string Everything = "/cases?all=yes";

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    public IReadOnlyList<NamedView> Views { get; private set; } = [];

    public IEnumerable<Choice> Providers { get; private set; } = [];

    public bool IsSearch { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    /// <summary>What is shown, in words.</summary>
    public string Shown => string.Join(" · ", Chosen(t, Providers));

    public string Organisation => navigation.Who?.Organisation ?? "";

    public bool MayStart => CaseAccess.MayRegister(Current.Who.Role);

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken stopping)
    {
        Views = await shelf.AllAsync(stopping);
        if (Request.Query.Count == 0 && Views.FirstOrDefault(v => v.IsDefault) is { } first) return Redirect($"/cases?{first.Choice}");
        await ShowAsync(ListPlace.Parse(after), stopping);
        return Page();
    }

    [ChangesNothing]
    public async Task OnPostAsync(CancellationToken stopping)
    {
        var answers = new Answers(ModelState, t, t.Today);
        answers.Need(Words, "CaseList.Search.Need", nameof(Words));
        answers.Text(Words, "CaseList.Search", 200);
        IsSearch = ModelState.IsValid;
        if (IsSearch) Lines = await search.FindAsync(SearchQuestion.Read(Words, t.Today), stopping);
        else await ShowAsync(null, stopping);
    }

    private async Task ShowAsync(ListPlace? place, CancellationToken stopping)
    {
        var page = await list.PageAsync(Known with { After = place }, stopping);
        Lines = page.Lines;
        Next = page.Next is { } next ? Address(next) : null;
        First = place is null ? null : Address(null);
        Providers = (await list.ProvidersAsync(stopping)).Select(o => new Choice(o.Id.ToString(), o.Name(t.Language.Code)));
    }

    private string Address(ListPlace? after) => string.Join('&', new[] { Choice, after is null ? "" : $"after={after}" }.Where(p => p.Length > 0)) is { Length: > 0 } asked ? $"/cases?{asked}" : "/cases";
}
