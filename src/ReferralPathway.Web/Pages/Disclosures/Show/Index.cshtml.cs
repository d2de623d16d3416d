using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Disclosures.Show;

/// <summary>A request for disclosure, as far as the reader may see it; the reading was recorded by the guard.</summary>
public sealed class IndexModel(PathwayDb db, DisclosureInHand hand, CurrentPerson current) : PageModel
{
    public DisclosureView View { get; private set; } = null!;

    public string Here => hand.Here;

    public Named? Holder { get; private set; }

    /// <summary>The authority that asks, where it has an account.</summary>
    public Named? Asker { get; private set; }

    /// <summary>The number of the case that the holder has tied it to.</summary>
    public string? CaseReference { get; private set; }

    public string Lede => View.IsDecider ? $"Disclosures.Show.Now.{View.Status}" : View.AnsweredAt is null ? "Disclosures.Show.Waits" : "Disclosures.Show.Answered";

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = hand.View;
        var (own, tied, holder, asker) = (current.Who.Organisation, View.CaseId, View.AddressedTo, View.AskedFor);
        var found = await db.Organisations.Where(o => o.Id == holder || o.Id == asker)
            .Select(o => new { o.Id, o.NameSv, o.NameEn, Case = db.Participations.Where(p => p.CaseId == tied && p.OrganisationId == own).Select(p => p.CaseReference).FirstOrDefault() }).ToListAsync(stopping);
        Holder = Of(holder);
        Asker = Of(asker);
        CaseReference = found.FirstOrDefault()?.Case;

        Named? Of(OrganisationId? id) => found.Where(o => o.Id == id).Select(o => new Named(o.NameSv, o.NameEn)).FirstOrDefault();
    }
}
