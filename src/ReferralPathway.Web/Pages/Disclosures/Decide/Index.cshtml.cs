using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Disclosures.Decide;

/// <summary>Whoever may decides (A30): what, why, what was handed over, and the words for the asker. Nothing is sent but those words.</summary>
public sealed class IndexModel(PathwayDb db, DisclosureInHand hand, CurrentPerson current, Wording t) : PageModel
{
    private static readonly DisclosureStatus[] Outcomes = [DisclosureStatus.Granted, DisclosureStatus.PartlyGranted, DisclosureStatus.Refused];

    public DisclosureView View => hand.View;

    public string Here => hand.Here;

    /// <summary>What the exemptions of the act mean for an organisation like this.</summary>
    public IReadOnlyList<string> Notes => [$"Disclosures.Decide.Note.{(View.Ground == DisclosureDesk.ShelterRequest ? "Shelter" : "Contact")}", "Disclosures.Decide.Note.Exempt", "Disclosures.Decide.Note.Nothing"];

    public IEnumerable<Choice> Ways => Outcomes.Select(o => new Choice(o.ToString(), $"Disclosures.Decide.{o}"));

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet() => View.May(DisclosureOperation.Decide) ? Page() : Redirect(Here);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        Check();
        if (!ModelState.IsValid) return Page();
        hand.At(revision).Decide(new(Input.Outcome!.Value, Input.Reasons!, HandedOver, Input.Answer!), current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = View.AskedFor is null ? "Disclosures.Decide.DoneOnPaper" : "Disclosures.Decide.Done";
        return Redirect(Here);
    }

    /// <summary>What stands under the way that was chosen.</summary>
    private string? HandedOver => Input.Outcome switch { DisclosureStatus.Granted => Input.HandedOver, DisclosureStatus.PartlyGranted => Input.PartHandedOver, _ => null };

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Outcome", Input.Outcome is { } chosen && Outcomes.Contains(chosen));
        if (Input.Outcome == DisclosureStatus.Granted) checks.Needed("Input.HandedOver", Input.HandedOver, "Disclosures.HandedOver", 4000);
        if (Input.Outcome == DisclosureStatus.PartlyGranted) checks.Needed("Input.PartHandedOver", Input.PartHandedOver, "Disclosures.HandedOver", 4000);
        checks.Needed("Input.Reasons", Input.Reasons, "Disclosures.Reasons", 4000);
        checks.Needed("Input.Answer", Input.Answer, "Disclosures.Answer", 4000);
    }

    public sealed record Form
    {
        public DisclosureStatus? Outcome { get; init; }

        public string? HandedOver { get; init; }

        public string? PartHandedOver { get; init; }

        public string? Reasons { get; init; }

        public string? Answer { get; init; }
    }
}
