using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Whereabouts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Whereabouts;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Whereabouts.Read;

/// <summary>Where the person stays: first the reason, then the address, for whoever was named. Each reading is recorded, and each that is refused.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, AddressReader reader, Wording t) : PageModel
{
    [BindProperty]
    public ReadingPurpose? Purpose { get; set; }

    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public DateTimeOffset At => current.At;

    /// <summary>Null until a reason is given.</summary>
    public Dwelling? Shown { get; private set; }

    /// <summary>Somebody asked who was not named, or is no longer.</summary>
    public bool IsRefused { get; private set; }

    public IEnumerable<Choice> Purposes { get; } =
        new[] { ReadingPurpose.UrgentCare, ReadingPurpose.PlanningSupport, ReadingPurpose.Handover, ReadingPurpose.PersonAsked }.Select(p => new Choice(p.ToString(), $"{nameof(ReadingPurpose)}.{p}"));

    public void OnGet()
    {
        // The question tells nothing.
    }

    public async Task OnPostAsync(CancellationToken stopping)
    {
        if (Purpose is not { } purpose || Purposes.All(p => p.Value != purpose.ToString())) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return;
        Shown = await reader.ReadAsync(hand.Id, Purpose!.Value.ToString(), stopping);
        IsRefused = Shown is null;
        if (IsRefused) Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
