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
public sealed class CheckModel(CaseInHand hand, PathwayDb db, CaseLoader cases, CurrentPerson current, Wording t) : PageModel
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
        db.Cases.AddRange(theCase.StartForChildren(await ReferencesAsync(theCase.Facts.AccompanyingChildren, stopping), current.Act));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = theCase.Facts is { TreatedAsChild: false, AccompanyingChildren: > 0 } ? "Intake.Check.OpenedWithChildren" : theCase.Facts.TreatedAsChild ? "Intake.Check.OpenedChild" : "Intake.Check.Opened";
        return Redirect($"/cases/{View.Id}");
    }

    /// <summary>Several answers, as one line.</summary>
    public static string Several(IEnumerable<string?> answers) => string.Join(", ", answers.Where(a => !string.IsNullOrEmpty(a)));

    private async Task<IReadOnlyList<string>> ReferencesAsync(int children, CancellationToken stopping)
    {
        var references = new List<string>();
        while (references.Count < children) references.Add(await cases.NextReferenceAsync(current.At, stopping));
        return references;
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Summary = new(View, t);
    }
}
