namespace ReferralPathway.Architecture.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The paths of all files of a kind below src and tests, relative to the root and with forward slashes; what a build made is left out.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        [.. new[] { "src", "tests" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static DirectoryInfo Above(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "ReferralPathway.sln")) ? directory : Above(directory.Parent!);
}
