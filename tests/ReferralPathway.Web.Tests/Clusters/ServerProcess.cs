using System.Globalization;

namespace ReferralPathway.Web.Tests.Clusters;

/// <summary>The process of a private cluster's server, as the operating system sees it.</summary>
internal static class ServerProcess
{
    public static int In(string directory) =>
        int.Parse(File.ReadLines(Path.Combine(directory, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>A process whose end nobody has asked about yet is still listed, as a zombie.</summary>
    public static bool Lives(int process) =>
        File.Exists($"/proc/{process}/status") && !File.ReadLines($"/proc/{process}/status").Any(l => l.StartsWith("State:\tZ", StringComparison.Ordinal));
}
