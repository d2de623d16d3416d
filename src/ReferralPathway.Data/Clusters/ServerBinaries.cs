using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralPathway.Data.Clusters;

/// <summary>The PostgreSQL server programs of one major version on this machine.</summary>
internal sealed partial record ServerBinaries(string Directory, int Version)
{
    private const int OldestVersion = 15;
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    public string this[string program] => Path.Combine(Directory, program);

    /// <summary>The newest server from 15 on, or the very version that existing data were written by.</summary>
    /// <exception cref="ClusterException">There is no such server; the message names the package.</exception>
    public static async Task<ServerBinaries> FindAsync(int? dataVersion, CancellationToken stopping)
    {
        var found = new List<ServerBinaries>();
        foreach (var directory in Directories())
        {
            var said = await ServerCommand.OutputOfAsync(Path.Combine(directory, "postgres"), ["--version"], stopping);
            if (VersionIn().Match(said) is { Success: true } match) found.Add(new(directory, int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)));
        }

        return found.Where(b => dataVersion is null ? b.Version >= OldestVersion : b.Version == dataVersion).MaxBy(b => b.Version)
            ?? throw new ClusterException(dataVersion is null
                ? $"No PostgreSQL server of version {OldestVersion} or newer was found. On Debian 12: apt-get install postgresql-15. "
                    + "Or set ConnectionStrings__Pathway to a server of yours."
                : $"The data were written by PostgreSQL {dataVersion}, which is not installed. On Debian: apt-get install postgresql-{dataVersion}. "
                    + "Or delete the data to start afresh.");
    }

    private static IEnumerable<string> Directories()
    {
        const string debian = "/usr/lib/postgresql";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ofDebian = System.IO.Directory.Exists(debian) ? System.IO.Directory.GetDirectories(debian).Select(d => Path.Combine(d, "bin")) : [];

        return onPath.Concat(ofDebian).Distinct()
            .Where(d => Programs.All(program => File.Exists(Path.Combine(d, program))));
    }

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex VersionIn();
}
