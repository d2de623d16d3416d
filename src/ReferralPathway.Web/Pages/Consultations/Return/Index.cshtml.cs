using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consultations.Return;

/// <summary>N4: something could tell who the person is. From this act on only the author sees the text. The reasons are codes: a sentence might repeat what it wants removed.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form
    {
        public List<string> Because { get; init; } = [];
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ConsultationView View { get; private set; } = null!;

    public void OnGet() => View = hand.View;

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = hand.View;
        if (Input.Because.Count == 0) ModelState.AddModelError("Input.Because", t["Errors.Missing"]);
        if (!Input.Because.All(Enum.GetNames<RedactionReason>().Contains)) ModelState.AddModelError("Input.Because", t["Errors.CodeUnknown"]);
        if (!ModelState.IsValid) return Page();

        hand.ForAct.Return(Input.Because.Select(Enum.Parse<RedactionReason>), hand.Region, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consultations.Return.Done";
        return Redirect("/consultations/desk");
    }
}
