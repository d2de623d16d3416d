using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>The answers once more, and the act that makes a case of the draft (C2).</summary>
public sealed class CheckModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public Summary Summary { get; private set; } = null!;

    public string Base => $"/cases/{View.Id}/intake";

    public IEnumerable<IntakeStep> Missing => IntakeStep.All.Where(s => !((IntakeParts)View.Core!.Intake).HasFlag(s.Part));

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        await LookAsync(stopping);
        return View.Core!.Status == CaseStatus.Draft ? Page() : Redirect(Base);
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await LookAsync(stopping);
        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        theCase.Open(current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = theCase.Facts.TreatedAsChild ? "Intake.Check.OpenedChild" : "Intake.Check.Opened";
        return Redirect($"/cases/{View.Id}");
    }

    /// <summary>Several answers, as one line.</summary>
    public static string Several(IEnumerable<string?> answers) => string.Join(", ", answers.Where(a => !string.IsNullOrEmpty(a)));

    private async Task LookAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Summary = new(View, t);
    }
}
