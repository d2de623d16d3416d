using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Letters;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Letters;

/// <summary>The text of a letter: written, looked at with invented values, and kept as a new version. An administrator sees no case.</summary>
[RuleAt("Input.Text", nameof(Rule.ALetterHasOneTitle), nameof(Rule.ALetterNamesOnlyItsFields))]
public sealed class EditModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(string? Text, bool Reviewed);

    public sealed record Version(int Number, string? By, DateTimeOffset At, bool Reviewed);

    [BindProperty]
    public Form Input { get; set; } = new(null, false);

    /// <summary>How many versions there were when the form was opened.</summary>
    [BindProperty(Name = "revision")]
    public int Seen { get; set; }

    public LetterKind Kind { get; private set; }

    public string Language { get; private set; } = "";

    public IReadOnlyList<Version> Versions { get; private set; } = [];

    /// <summary>Null until a text that can be kept is looked at.</summary>
    public LetterSheet? Preview { get; private set; }

    public bool IsTranslated => LetterKinds.IsTranslated(Language);

    /// <param name="version">An older one to begin from; 0 is the one that comes with the product.</param>
    public async Task<IActionResult> OnGetAsync(string kind, string language, int? version, CancellationToken stopping)
    {
        if (!await LoadAsync(kind, language, stopping)) return NotFound();
        var wanted = version ?? Seen;
        if (wanted != 0 && Versions.All(v => v.Number != wanted)) return NotFound();
        var found = wanted == 0 ? null : await db.LetterTemplates.AsNoTracking().SingleAsync(x => x.Kind == Kind && x.Language == Language && x.Number == wanted, stopping);
        Input = new(found?.Text ?? LetterTemplate.Preset(Kind, Language), found?.Reviewed ?? false);
        Preview = LetterPreview.Of(Kind, Language, Input.Text!, Seen, t);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string language, string? then, CancellationToken stopping)
    {
        var seen = Seen;
        if (!await LoadAsync(kind, language, stopping)) return NotFound();
        var text = Input.Text?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length == 0) ModelState.AddModelError("Input.Text", t.Error("Required", "Letters.Admin.Text"));
        else if (text.Length > LetterText.Longest) ModelState.AddModelError("Input.Text", t.Error("TooLong", "Letters.Admin.Text", ("n", LetterText.Longest), ("m", text.Length)));
        if (!ModelState.IsValid) return Page();

        if (then != "look" && seen != Seen) throw new DbUpdateConcurrencyException();
        var written = LetterTemplate.Write(Kind, Language, Seen + 1, text, Input.Reviewed, current.Act);
        if (then == "look")
        {
            Preview = LetterPreview.Of(Kind, Language, text, Seen, t);
            return Page();
        }
        db.LetterTemplates.Add(written);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Letters.Changed", written.Id, ("letter", $"{Kind}"), ("language", Language), ("number", $"{written.Number}"), ("reviewed", written.Reviewed ? "yes" : "no")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Letters.Admin.Done";
        return Redirect("/administration/letters");
    }

    private async Task<bool> LoadAsync(string kind, string language, CancellationToken stopping)
    {
        if (LetterKinds.Find(kind) is not { } known || !LetterKinds.LanguagesOf(known).Contains(language)) return false;
        (Kind, Language) = (known, language);
        Versions = await db.LetterTemplates.AsNoTracking().Where(x => x.Kind == known && x.Language == language).OrderByDescending(x => x.Number).Take(50)
            .Select(x => new Version(x.Number, db.Users.Where(u => u.Id == (Guid)(object)x.WrittenBy).Select(u => u.Name).FirstOrDefault(), x.WrittenAt, x.Reviewed)).ToListAsync(stopping);
        Seen = Versions.Count == 0 ? 0 : Versions[0].Number;
        return true;
    }
}
