using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Matches;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Matches.Ask;

/// <summary>
/// Does another organisation know the same person? The page answers the same whether it does or not: nothing is compared while it answers. It tells of another organisation when the
/// person there has said yes to contact.
/// </summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, Sealer sealer, CurrentPerson current) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public bool IsOpen => View.Core?.Status == CaseStatus.Open;

    /// <summary>When it was asked before, newest first.</summary>
    public IReadOnlyList<DateTimeOffset> AskedAt { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public sealed record Offer(string Sv, string En, DateOnly SaidOn);

    public async Task OnGetAsync(CancellationToken stopping) => await ShowAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await ShowAsync(stopping);
        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        theCase.AskOthers(await db.LikenessAsync(hand.Id, sealer, stopping), await db.MayAskAsync(hand.Id, current.Act, stopping), current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Matches.Ask.Done";
        return Redirect($"{Case}/same-person");
    }

    private async Task ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        AskedAt = await db.PersonChecks.Where(c => c.CaseId == hand.Id).OrderByDescending(c => c.AskedAt).Select(c => c.AskedAt).Take(10).ToListAsync(stopping);
        Offers = await db.ContactOffers.Where(o => o.CaseId == hand.Id).OrderByDescending(o => o.At).Take(10)
            .Join(db.Organisations, o => o.Holder, o => o.Id, (o, holder) => new Offer(holder.NameSv, holder.NameEn, o.SaidOn)).ToListAsync(stopping);
    }
}
