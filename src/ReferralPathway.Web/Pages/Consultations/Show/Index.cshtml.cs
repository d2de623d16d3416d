using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consultations.Show;

/// <summary>A question and its answer, as far as the reader may see them; the reading was recorded by the guard.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, IHotline hotline, Wording t) : PageModel
{
    public ConsultationView View { get; private set; } = null!;

    public HotlineNow Hotline => hotline.Now;

    /// <summary>The organisation that answered.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>What the answer recommends, as far as the directory still shows it.</summary>
    public IReadOnlyList<(EntryId Id, string Name)> Recommended { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = hand.View;
        if (View.Answer is null) return;
        var (answered, wanted, entries) = (View.AnsweredFor, View.Recommended.ToArray(), db.DirectoryEntries);
        var found = await db.Organisations.AsNoTracking().Where(o => o.Id == answered)
            .Select(o => new { Organisation = o, Entries = entries.Where(e => wanted.Contains(e.Id) && (e.State == EntryState.Published || e.State == EntryState.NeedsReview)).ToList() }).SingleOrDefaultAsync(stopping);
        AnsweredBy = found?.Organisation.Name(t.Language.Code);
        Recommended = [.. (found?.Entries ?? []).Select(e => (e.Id, e.Name(t.Language.Code)))];
    }

    public string Lede(Wording wording) => View.Status switch
    {
        ConsultationStatus.Submitted or ConsultationStatus.InProgress when View.AnswerBy is { } by => wording["Consultations.Show.AnswerBy", ("day", wording.LongDay(Wording.LastDay(by)))],
        ConsultationStatus.ReturnedForRedaction => wording[View.Standing == ConsultationStanding.Author ? "Consultations.Show.ReturnedToYou" : "Consultations.Show.ReturnedToAuthor"],
        ConsultationStatus.Answered when View.Standing == ConsultationStanding.Author => wording["Consultations.Show.ClosesItself", ("days", ConsultationClock.ClosesAfterDays)],
        _ => wording["Consultations.Show.About"],
    };
}
