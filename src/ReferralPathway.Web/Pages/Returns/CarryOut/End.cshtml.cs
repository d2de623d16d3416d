using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.CarryOut;

/// <summary>R12: the contact ends, for one of its reasons.</summary>
public sealed class EndModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => CarriesOut && One.Status == ReturnStatus.Monitoring;

    public static IReadOnlyList<Choice> Reasons { get; } = [.. Of<MonitoringEnd>().Where(c => c.Value != nameof(MonitoringEnd.NotWanted))];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string returnId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(returnId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        return await DoAsync(revision, "Returns.CarryOut.End.Done", theCase => theCase.EndMonitoring(One.Id, Enum.Parse<MonitoringEnd>(Input.Because!), Input.Reason, Act), stopping);
    }

    private void Check()
    {
        var checks = new Checks(ModelState, Words, Today);
        checks.Listed("Input.Because", Input.Because is not null && Reasons.Any(c => c.Value == Input.Because));
        checks.Short("Input.Reason", Input.Reason, "Returns.CarryOut.End.Reason", 2000);
    }

    public sealed record Form
    {
        public string? Because { get; init; }

        public string? Reason { get; init; }
    }
}
