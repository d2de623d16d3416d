using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents.History;

/// <summary>The ledger: what is in force now, what was in force at the end of any day in the past, and every decision in turn.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    /// <summary>The Swedish day that is asked about; none asks about now.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public CaseView View { get; private set; } = null!;

    public bool IsPast => On < current.Today;

    public IReadOnlyList<(ConsentRow Line, ConsentState State)> Ledger { get; private set; } = [];

    public IReadOnlyList<GroundRow> Grounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (On > current.Today) ModelState.AddModelError(nameof(On), t.Error("DateFuture", "Consents.History.Day", ("today", current.Today)));
        var at = IsPast && ModelState.IsValid ? SwedishCalendar.StartOf(On!.Value.AddDays(1)).AddTicks(-1) : current.At;
        Ledger = [.. ConsentLedger.At(View.Consents, at).OrderBy(c => c.State != ConsentState.Given).ThenByDescending(c => c.Line.Number)];
        Grounds = [.. View.Grounds.Where(g => g.HoldsAt(at))];
    }

    public string Name(string swedish, string english) => t.Language == PageLanguage.English ? english : swedish;

    public bool MayRecord => CaseAccess.Decide(current.Who, View.Standing.Relation, CaseOperation.RecordConsent) == Verdict.Allowed;

    public bool MayOpenForms => View.May(CaseOperation.OpenConsentForm);

    public bool MayGround => CaseAccess.Decide(current.Who, View.Standing.Relation, CaseOperation.RecordLegalGround) == Verdict.Allowed;

    public bool MayEmergency => CaseAccess.Decide(current.Who, View.Standing.Relation, CaseOperation.RecordEmergency) == Verdict.Allowed;
}
