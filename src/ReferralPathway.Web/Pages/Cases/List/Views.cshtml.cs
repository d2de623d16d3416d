using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>Views of the list that somebody keeps for themselves: a choice of codes, and a name that nobody else reads.</summary>
public sealed class ViewsModel(ViewShelf shelf, CurrentPerson current, Wording t) : NarrowedList(current)
{
    [BindProperty]
    public string? Called { get; set; }

    [BindProperty]
    public bool ShownFirst { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    public IReadOnlyList<NamedView> Views { get; private set; } = [];

    /// <summary>The view whose new name cannot be.</summary>
    public Guid? Wrong { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping) => Views = await shelf.AllAsync(stopping);

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (!MayBeCalled(Called)) ModelState.AddModelError(nameof(Called), t["ListViews.NameWrong", ("n", SavedView.LongestName)]);
        else if (Choice.Length == 0) ModelState.AddModelError(nameof(Called), t["ListViews.NothingChosen"]);
        else if (!await shelf.KeepAsync(Called!, Choice, ShownFirst, Current.Who.User, Current.At, stopping)) ModelState.AddModelError(nameof(Called), t["ListViews.Full", ("n", SavedView.Most)]);
        if (ModelState.IsValid) return Done("ListViews.Saved", $"/cases?{Choice}");
        await OnGetAsync(stopping);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id, string? what, CancellationToken stopping)
    {
        switch (what)
        {
            case "first" or "not-first":
                await shelf.PreferAsync(what == "first" ? id : null, stopping);
                return Done("ListViews.Changed");
            case "remove":
                await shelf.RemoveAsync(id, stopping);
                return Done("ListViews.Removed");
            case "rename" when MayBeCalled(NewName):
                return await shelf.RenameAsync(id, NewName!, stopping) ? Done("ListViews.Changed") : NotFound();
            default:
                Wrong = id;
                ModelState.AddModelError($"name-{id}", t["ListViews.NameWrong", ("n", SavedView.LongestName)]);
                await OnGetAsync(stopping);
                return Page();
        }
    }

    private RedirectResult Done(string text, string to = "/cases/views")
    {
        TempData["Done"] = text;
        return Redirect(to);
    }

    private static bool MayBeCalled(string? name) => name is { Length: > 0 and <= SavedView.LongestName };
}
