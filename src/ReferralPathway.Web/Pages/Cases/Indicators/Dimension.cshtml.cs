using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Indicators;

/// <summary>One dimension of the Delphi list.</summary>
public sealed class DimensionModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : AssessmentPage(hand, db, current, t)
{
    [BindProperty(SupportsGet = true)]
    public string? Dimension { get; set; }

    public override bool IsWeighed => true;

    public override IReadOnlyList<Sign> Signs => [.. IloIndicators.Delphi.Where(i => i.Dimension.Code == Dimension).Select(i => new Sign(i.Code, i.In(Language)))];

    public IloDimension? Here => IloIndicators.Dimensions.FirstOrDefault(d => d.Code == Dimension);

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping) => Here is null ? NotFound() : await ShowAsync(stopping);

    public async Task<IActionResult> OnPostAsync(string caseId, int revision, CancellationToken stopping) =>
        Here is null ? NotFound() : await SaveAsync($"/cases/{caseId}/indicators/{Dimension}", revision, stopping);
}
