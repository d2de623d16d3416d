using System.Diagnostics;

namespace ReferralPathway.Web.Tests.Hosting;

internal static class Dumps
{
    /// <summary>The whole database as somebody who steals a backup reads it.</summary>
    public static async Task<string> DumpAsync(this PathwayHost host)
    {
        var stopping = TestContext.Current.CancellationToken;
        var server = new Npgsql.NpgsqlConnectionStringBuilder(host.Database.Backup);
        var start = new ProcessStartInfo("pg_dump", ["-h", server.Host!, "-U", server.Username!, "-p", server.Port.ToString(null, null), server.Database!]) { RedirectStandardOutput = true };
        if (server.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync(stopping);
        await process.WaitForExitAsync(stopping);
        Assert.Equal(0, process.ExitCode);
        return dump;
    }
}
