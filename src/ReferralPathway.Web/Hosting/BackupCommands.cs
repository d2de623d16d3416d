using Npgsql;
using ReferralPathway.Data.Backups;

namespace ReferralPathway.Web.Hosting;

/// <summary>Saving the database in a file, making it anew from one, and seeing that what came back can be worked with.</summary>
internal static class BackupCommands
{
    private static readonly string[] UsedAfterwards = ["Pathway", "PathwaySystem"];

    public static Task<int> BackupAsync(IServiceProvider services, string file, TextWriter says) => SayingAsync(async () =>
    {
        var saved = await Backup.MakeAsync(Connection(services, Settings.Backup), file);
        says.WriteLine($"Saved: {Size(saved)}.");
        return 0;
    });

    /// <summary>Exit code 0 only when the copy is what was saved, and well.</summary>
    public static Task<int> RestoreAsync(IServiceProvider services, string file, TextWriter says) => SayingAsync(async () =>
    {
        var into = Connection(services, Settings.Superuser);
        // What is looked at afterwards has to be what was restored.
        foreach (var name in UsedAfterwards)
            if (services.GetRequiredService<IConfiguration>().GetConnectionString(name) is { Length: > 0 } used && Place(used) != Place(into))
                throw new BackupException($"ConnectionStrings__{name} names another database than ConnectionStrings__PathwaySuperuser. Unset it, or name the one that is to be made.");
        var (saved, differences) = await Backup.RestoreAsync(into, file);
        says.WriteLine($"Restored: {Size(saved)}.");
        foreach (var difference in differences) says.WriteLine($"DIFFERS  {difference}");
        return Math.Max(differences.Count == 0 ? 0 : 1, await CheckAsync(services, says));
    });

    /// <summary>Exit code 0 when the database fits this program, the record is whole and the master key opens the newest case.</summary>
    public static async Task<int> CheckAsync(IServiceProvider services, TextWriter says)
    {
        var found = await CopyCheck.RunAsync(services);
        says.WriteLine(found.IsCurrent ? "Every migration of this program is there." : "The database is of another version than this program: run migrate, then check-copy.");
        says.WriteLine(found.Case switch { true => "The newest case opens.", false => "The newest case does not open: the master key is not the one of this database.", null => "No case was opened." });
        if (found.Record is { } record) Commands.Say(record, says);
        return found.IsWell ? 0 : 1;
    }

    private static string Size(Inventory saved) => $"{saved.Rows.Values.Sum()} rows in {saved.Rows.Count} tables, as they were at {saved.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z";

    private static (string?, int, string?) Place(string connection) => new NpgsqlConnectionStringBuilder(connection) is var to ? (to.Host, to.Port, to.Database) : default;

    private static string Connection(IServiceProvider services, string name) =>
        services.GetRequiredService<IConfiguration>().GetConnectionString(name) is { Length: > 0 } given ? given : throw new BackupException($"Set ConnectionStrings__{name}.");

    private static async Task<int> SayingAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception refused) when (refused is BackupException or NpgsqlException or IOException)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
