using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Write;

/// <summary>R1: any professional begins an application. The nationality is all that is asked; never whether the person speaks with the police (S1-33, S1-35).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (string.IsNullOrEmpty(Input.Nationality)) ModelState.AddModelError("Input.Nationality", t.Error("Required", "Returns.Write.Person.Nationality"));
        else if (Input.Nationality == "SE") ModelState.AddModelError("Input.Nationality", t["Rules.TheReturnProgrammeIsForForeignCitizens"]);
        else new Checks(ModelState, t, current.Today).Listed("Input.Nationality", ReturnWay.Lands(t).Any(c => c.Value == Input.Nationality));
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Returns, revision, stopping);
        var begun = theCase.StartReturn(Input.Nationality!, current.Who.Person, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Returns.Start.Done";
        return Redirect($"{Case}/returns/{begun.Id}");
    }

    public sealed record Form
    {
        public string? Nationality { get; init; }
    }
}
