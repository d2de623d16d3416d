using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>
/// A file is looked through first: every fault with its line, or all that would be created. Confirmed, it is looked through again and carried out whole. The file is
/// kept nowhere: between the two it travels in the page.
/// </summary>
public abstract class ImportModel(IImport import, Wording t) : PageModel
{
    /// <summary>In bytes.</summary>
    public const int Largest = 1_000_000;

    /// <summary>More faults than this help nobody.</summary>
    public const int MostShown = 200;

    [BindProperty]
    public IFormFile? Table { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public ImportReader Reader => import.Reader;

    public IReadOnlyList<string> Found => import.Found;

    /// <summary>The file was looked through.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>"organisations", "accounts": of the address and the texts.</summary>
    public abstract string What { get; }

    public string Here => $"/administration/import/{What}";

    /// <summary>The names of the columns, with the mark that tells a spreadsheet program that it is UTF-8.</summary>
    public IActionResult OnGetTemplate() =>
        File(Csv.Of(';', [Reader.Columns.Select(c => Reader.Name(c.Key))]), "text/csv; charset=utf-8", $"{What}.csv");

    [ChangesNothing]
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Text = await ReadAsync(stopping);
        if (Text is null) return Page();
        await CheckAsync(stopping);
        return Page();
    }

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken stopping)
    {
        ModelState.Remove(nameof(Table));
        await CheckAsync(stopping);
        if (Reader.Errors.Count > 0) return Page();
        await import.CarryOutAsync(stopping);
        TempData["Done"] = $"Import.{What}.Done";
        return Redirect($"/administration/{What}");
    }

    private async Task CheckAsync(CancellationToken stopping)
    {
        IsChecked = true;
        await import.CheckAsync(Text ?? "", stopping);
    }

    private async Task<string?> ReadAsync(CancellationToken stopping)
    {
        if (Table is null) ModelState.AddModelError(nameof(Table), t["Import.Error.NoFile"]);
        else if (Table.Length > Largest) ModelState.AddModelError(nameof(Table), t["Import.Error.TooLarge"]);
        if (Table is null || Table.Length > Largest) return null;
        await using var stream = Table.OpenReadStream();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, stopping);
        if (CsvTable.TextOf(bytes.ToArray()) is { } text) return text;
        ModelState.AddModelError(nameof(Table), t["Import.Error.NotUtf8"]);
        return null;
    }
}
