using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

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
        Holder = await NamedAsync(View.AddressedTo.ToString(), stopping);
        Asker = await NamedAsync(View.AskedFor?.ToString(), stopping);
        var (own, tied) = (current.Who.Organisation, View.CaseId);
        if (tied is not null) CaseReference = await db.Participations.Where(p => p.CaseId == tied && p.OrganisationId == own).Select(p => p.CaseReference).FirstOrDefaultAsync(stopping);
    }

    private async Task<Named?> NamedAsync(string? id, CancellationToken stopping) => await db.OrganisationAsync(id, stopping) is { } found ? new(found.NameSv, found.NameEn) : null;
}
