using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Documents.List;

/// <summary>The documents of a case, as far as this person reads their groups.</summary>
public sealed class IndexModel(CaseInHand hand) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Here => $"/cases/{View.Id}/documents";

    public bool MayAdd => View.DocumentKinds.Count > 0 && View.Core?.Status == CaseStatus.Open;

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    /// <summary>Where it is downloaded: at once, or after a reason; null where nobody can.</summary>
    public string? WayTo(DocumentRow document) =>
        document.Mistake is not null || !View.May(CaseOperation.OpenDocument) ? null : $"{Here}/{document.Id}/{(View.Sees(document.Group) == Sight.Full ? "file" : "open")}";
}
