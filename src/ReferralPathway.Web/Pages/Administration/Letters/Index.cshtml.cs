using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Letters;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Web.Pages.Administration.Letters;

/// <summary>Every letter, in each language there is of it: which version is used, and whether a translation has been read.</summary>
public sealed class IndexModel(PathwayDb db) : PageModel
{
    public sealed record Line(LetterKind Kind, string Language, int Number, bool Reviewed, DateTimeOffset? At);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var written = await db.LetterTemplates.AsNoTracking().GroupBy(t => new { t.Kind, t.Language })
            .Select(g => g.OrderByDescending(t => t.Number).Select(t => new Line(t.Kind, t.Language, t.Number, t.Reviewed, t.WrittenAt)).First()).ToListAsync(stopping);
        Lines =
        [
            .. from kind in Enum.GetValues<LetterKind>()
               from language in LetterKinds.LanguagesOf(kind)
               select written.Find(w => w.Kind == kind && w.Language == language) ?? new Line(kind, language, 0, !LetterKinds.IsTranslated(language), null),
        ];
    }
}
