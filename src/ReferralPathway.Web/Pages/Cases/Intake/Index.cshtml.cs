using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>The task list of the intake.</summary>
public sealed class IndexModel(CaseInHand hand, IHotline hotline, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public Summary Summary { get; private set; } = null!;

    public HotlineNow Hotline => hotline.Now;

    public IntakeParts Answered => (IntakeParts)View.Core!.Intake;

    public int Done => IntakeStep.All.Count(s => Answered.HasFlag(s.Part));

    public bool IsDraft => View.Core!.Status == CaseStatus.Draft;

    public string Base => $"/cases/{View.Id}/intake";

    public string LeadName => t.Language == PageLanguage.English ? View.Core!.LeadEn : View.Core!.LeadSv;

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Summary = new(View, t);
    }
}
