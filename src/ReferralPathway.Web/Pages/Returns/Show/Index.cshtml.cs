using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns.Show;

/// <summary>One return: how it stands, what comes next, what is written in it. While part A is being written it is a list of pages to fill in.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ReturnPage(db, hand, current, t)
{
    protected override bool Fits => true;

    public bool Writes => AuthorWrites && View.May(CaseOperation.WriteReturn);

    /// <summary>What is done now.</summary>
    public string? Next => ReturnWay.Next(View, One);

    /// <summary>What else can be done.</summary>
    public IReadOnlyList<string> Steps => [.. ReturnWay.Steps(View, One).Where(s => s != Next)];

    public IReadOnlyList<(string Page, bool Done)> Tasks => [.. ReturnWay.Tasks(View, One)];

    public IReadOnlyList<ReturnCards.Card> Cards => [.. ReturnCards.Of(One, Words)];

    /// <summary>Where the person is fetched, as far as this reader may know it today.</summary>
    public IEnumerable<PickUpRow> PickUps => One.Status == ReturnStatus.PreDeparture ? One.PickUps.Where(p => p.Address.IsOpen && p.On == One.TravelOn).TakeLast(1) : [];

    /// <summary>What the coordinator asks to change.</summary>
    public string? Asked => One.Status == ReturnStatus.ReturnedForChanges && One.Steps is [.., { Reason: { IsOpen: true } reason }] ? reason.Value : null;

    public bool Delivers => CarriesOut && ReturnWay.SupportGoesOn(One) && View.May(CaseOperation.CarryOutReturn);

    public bool Relays(JusticeRow word) => word.RelayedBy == View.Mine && word.Reached != true && View.May(CaseOperation.CarryOutReturn);

    public async Task<IActionResult> OnGetAsync(string returnId, CancellationToken stopping) => await FindAsync(returnId, stopping) ? Page() : NotFound();
}
