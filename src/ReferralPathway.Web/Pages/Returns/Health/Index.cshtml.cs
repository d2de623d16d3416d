using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Health;

/// <summary>What of the health concerns the journey: first the reason, then what is written. The reason stands in the record of readings.</summary>
public sealed class IndexModel(CaseInHand hand, Wording t) : PageModel
{
    [BindProperty]
    public ReadingPurpose? Purpose { get; set; }

    /// <summary>Null until a reason is given.</summary>
    public IReadOnlyList<TravelHealthRow>? Shown { get; private set; }

    public string Reference => hand.Standing.Reference;

    public string Here => $"/cases/{hand.Id}/returns/{RouteData.Values["returnId"]}";

    public IEnumerable<Choice> Purposes { get; } = Enum.GetValues<ReadingPurpose>().Select(p => new Choice(p.ToString(), $"{nameof(ReadingPurpose)}.{p}"));

    public void OnGet()
    {
        // The question needs nothing of the case.
    }

    public async Task<IActionResult> OnPostAsync(string returnId, CancellationToken stopping)
    {
        if (Purpose is null || !Enum.IsDefined(Purpose.Value)) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();
        var view = await hand.HealthAsync(Purpose!.Value.ToString(), stopping);
        if (view.Returns.FirstOrDefault(r => r.Id.ToString() == returnId) is not { } one) return NotFound();
        Shown = [.. one.Health.Where(h => h.Details.IsOpen)];
        return Page();
    }
}
