using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Letters;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Letters;

namespace ReferralPathway.Web.Pages.Letters.List;

/// <summary>The letters that can be written in a case, and those that one's own organisation has given to somebody: how, to whom, when, and by whom.</summary>
public sealed class IndexModel(LetterDesk desk, PathwayDb db, CaseInHand hand, Sealer sealer) : PageModel
{
    private const int Size = 25;

    public CaseView View => desk.View;

    public string Here => $"/cases/{hand.Id}/letters";

    public IReadOnlyList<(LetterOrder Order, string Recipient)> Orders { get; private set; } = [];

    public IReadOnlyList<Given> Deliveries { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Null on the first page.</summary>
    public string? First { get; private set; }

    /// <param name="before">The last instant of the page before, in ticks.</param>
    /// <param name="id">The last line of the page before.</param>
    public async Task OnGetAsync(long? before, Guid? id, CancellationToken stopping)
    {
        Orders = await desk.OrdersAsync(stopping);
        var mine = View.Mine;
        var lines = db.LetterDeliveries.Where(d => d.CaseId == hand.Id && d.RecordedBy == mine);
        if (before is > 0 and < 3_155_378_975_999_999_999 && id is { } last)
        {
            var at = new DateTimeOffset(before.Value, TimeSpan.Zero);
            lines = lines.Where(d => d.RecordedAt < at || d.RecordedAt == at && d.Id.CompareTo(last) < 0);
            First = Here;
        }
        var page = await lines.OrderByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id).Take(Size + 1)
            .Select(d => new
            {
                Delivery = d,
                By = db.Users.Where(u => u.Id == (Guid)(object)d.Recorder).Select(u => u.Name).FirstOrDefault(),
                To = db.Organisations.Where(o => o.Id == d.To).Select(o => new Named(o.NameSv, o.NameEn)).FirstOrDefault(),
            }).ToListAsync(stopping);
        await sealer.OpenAsync(db, stopping);
        Deliveries = [.. page.Take(Size).Select(p => new Given(p.Delivery.Kind, p.Delivery.Way, p.Delivery.On, p.To, p.Delivery.Receiver is { IsOpen: true } who ? who.Value : null, p.By, p.Delivery.Language, p.Delivery.Template))];
        if (page.Count > Size) Next = $"{Here}?before={page[Size - 1].Delivery.RecordedAt.UtcTicks}&id={page[Size - 1].Delivery.Id}";
    }

    /// <param name="To">Null where it went to the person.</param>
    public sealed record Given(LetterKind Kind, DeliveryWay Way, DateOnly On, Named? To, string? Receiver, string? By, string Language, int Template);
}
