namespace ReferralPathway.Web.Tests.Look;

/// <summary>The source the tests were built from.</summary>
internal static class Source
{
    public static string Folder(params string[] path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ReferralPathway.sln"))) at = at.Parent!;
        return Path.Combine([at.FullName, .. path]);
    }

    public static IEnumerable<(string Name, string Text)> Files(string pattern, string project = "ReferralPathway.Web") =>
        from file in System.IO.Directory.EnumerateFiles(Folder("src", project), pattern, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Folder("src", project), file).Replace('\\', '/')
        where !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("Frontend/", StringComparison.Ordinal)
        select (name, File.ReadAllText(file));
}
