using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Indicators;

/// <summary>The quick list: the International Labour Organization's eleven indicators of forced labour.</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : AssessmentPage(hand, db, current, t)
{
    public override bool IsWeighed => false;

    public override IReadOnlyList<Sign> Signs { get; } = [.. IloIndicators.Quick.Items.Select(i => new Sign(i.Code, i.In(t.Language.Code)))];

    public Task<IActionResult> OnGetAsync(CancellationToken stopping) => ShowAsync(stopping);

    public Task<IActionResult> OnPostAsync(string caseId, int revision, CancellationToken stopping) => SaveAsync($"/cases/{caseId}/indicators", revision, stopping);
}
