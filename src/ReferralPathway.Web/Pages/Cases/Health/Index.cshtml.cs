using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Health;

/// <summary>Health details, the second click: first the reason, then what is written. The reason stands in the record of readings.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public ReadingPurpose? Purpose { get; set; }

    /// <summary>Null until a reason is given.</summary>
    public CaseView? View { get; private set; }

    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public DateTimeOffset At => current.At;

    public IEnumerable<Choice> Purposes { get; } = Enum.GetValues<ReadingPurpose>().Select(p => new Choice(p.ToString(), $"{nameof(ReadingPurpose)}.{p}"));

    public void OnGet()
    {
        // The question needs nothing of the case.
    }

    public async Task OnPostAsync(CancellationToken stopping)
    {
        if (Purpose is null || !Enum.IsDefined(Purpose.Value)) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (ModelState.IsValid) View = await hand.HealthAsync(Purpose!.Value.ToString(), stopping);
    }
}
