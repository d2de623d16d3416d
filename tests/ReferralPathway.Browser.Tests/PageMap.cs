using System.Text.RegularExpressions;

namespace ReferralPathway.Browser.Tests;

/// <summary>The pages of the program, read from where they lie.</summary>
internal static partial class PageMap
{
    /// <summary>What no link leads to, and the test that meets it instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["/messages/open/{id:guid}"] = "leads on to what the message is about",
        ["/drafts"] = nameof(DraftTests),
        ["/drafts/forget"] = nameof(DraftTests),
        ["/sign-in/lock"] = "leads on to /sign-in/unlock",
        ["/cases/{caseId}/identity"] = nameof(ShownTests),
        ["/sign-in/unlock"] = nameof(IdleLockTests),
        ["/sign-in/resume"] = nameof(IdleLockTests),
        ["/cases/{caseId}/consents/forms/{attachmentId}"] = "is a file to download",
        ["/cases/{caseId}/letters/{letter}/pdf"] = nameof(LetterTests),
        ["/account/second-factor"] = nameof(NewInstallationTests),
        ["/account/passkeys/{passkey}"] = nameof(PasskeysInABrowserTests),
        ["/sign-in/code"] = nameof(NewInstallationTests),
        ["/sign-in/second-factor"] = nameof(NewInstallationTests),
        ["/sign-in/invitation/{token}"] = nameof(EntranceTests),
    };

    /// <summary>What is kept, and not looked at in the window.</summary>
    public static readonly IReadOnlySet<string> Files = new HashSet<string> { "/cases/{caseId}/consents/forms/{attachmentId}", "/cases/{caseId}/documents/{documentId:guid}/file", "/cases/{caseId}/letters/{letter}/pdf", "/statistics/{report}/file" };

    /// <summary>The address of each page, with the names of its route values.</summary>
    public static readonly IReadOnlyList<string> All = [.. Directory.EnumerateFiles(Path.Combine(RunningProgram.Root(), "src", "ReferralPathway.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(f => Address().Match(File.ReadAllText(f))).Where(m => m.Success).Select(m => m.Groups[1].Success ? m.Groups[1].Value : "/").Order(StringComparer.Ordinal)];

    private static readonly IReadOnlyList<(string Page, Regex Path)> Patterns = [.. All.OrderBy(p => p.Count(c => c == '{')).Select(p =>
        (p, new Regex($"^{Value().Replace(OptionalValue().Replace(p, "(?:/[^/]+)?"), "[^/]+")}$", RegexOptions.IgnoreCase)))];

    /// <summary>Which page answers at a path; null when none does.</summary>
    public static string? Of(string path) => Patterns.FirstOrDefault(p => p.Path.IsMatch(path)).Page
        // Another address of a page.
        ?? (path.StartsWith("/cases/", StringComparison.Ordinal) ? Ids().Replace(path, "{…}") : null);

    [GeneratedRegex("^\\W*@page(?: \"([^\"]+)\")?")]
    private static partial Regex Address();

    [GeneratedRegex(@"/\{[^}]*\?\}")]
    private static partial Regex OptionalValue();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
