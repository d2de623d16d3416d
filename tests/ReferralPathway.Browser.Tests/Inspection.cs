using System.Text.Json;

namespace ReferralPathway.Browser.Tests;

/// <summary>
/// Hands every page there is, in a running program, to inspectors that are no part of <c>./test</c>: <c>tests/quality/run</c>. They sign in by themselves, take as long
/// as they need, and say when they are done.
/// </summary>
internal static class Inspection
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PATHWAY_INSPECTION");

    /// <returns>Whether anybody asked for it.</returns>
    public static async Task<bool> HandOverAsync(SampleHost host, IEnumerable<(string? Account, string Page, string Address)> pages)
    {
        if (string.IsNullOrEmpty(Folder)) return false;
        var list = JsonSerializer.Serialize(new { host.Address, SampleHost.Password, Pages = pages.Select(p => new { p.Account, p.Page, p.Address }) }, JsonSerializerOptions.Web);
        var file = Path.Combine(Folder, "pages.json");
        await File.WriteAllTextAsync(file + ".part", list);
        File.Move(file + ".part", file, overwrite: true);
        while (!File.Exists(Path.Combine(Folder, "done"))) await Task.Delay(500, TestContext.Current.CancellationToken);
        return true;
    }
}
