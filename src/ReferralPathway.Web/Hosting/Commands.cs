using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Data.Retention;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Hosting;

/// <summary>What the program does instead of serving: each a word after its name.</summary>
public static class Commands
{
    /// <param name="says">Where the answers go.</param>
    /// <returns>The exit code; null when there is nothing to do but to serve.</returns>
    public static async Task<int?> RunAsync(string? command, IServiceProvider services, IReadOnlyList<string> arguments, TextWriter says)
    {
        switch (command)
        {
            case null:
                return null;
            case "migrate":
                await Migrator.MigrateAsync(services);
                await DirectoryImport.LoadAsync(services);
                return 0;
            case "create-administrators" when arguments.Count == 4:
                return await CreateAdministratorsAsync(services, [(arguments[0], arguments[1]), (arguments[2], arguments[3])], says);
            case "verify-audit" when arguments.Count <= 1:
                return await VerifyAuditAsync(services, arguments is [var file] ? file : null, says);
            case "export-checkpoints" when arguments.Count == 1:
                return await ExportCheckpointsAsync(services, arguments[0], says);
            case "retention" when arguments is [] or ["erase"]:
                return await RetentionAsync(services, arguments is ["erase"], says);
            case "hold" when arguments is [var reference, var reason, var day] && Eraser.HoldReasons.Contains(reason) && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until):
                return Found(await services.GetRequiredService<Eraser>().HoldAsync(reference, reason, until, Now(services)), "The case is held.", "There is no such case.", says);
            case "release" when arguments is [var reference]:
                return Found(await services.GetRequiredService<Eraser>().ReleaseAsync(reference, Now(services)), "The case is held no longer.", "No such case is held.", says);
            case "export-erasures" when arguments is [var ledger]:
                await File.WriteAllLinesAsync(ledger, (await services.GetRequiredService<Eraser>().LedgerAsync(Now(services))).Select(line => JsonSerializer.Serialize(line)));
                return 0;
            case "replay-erasures" when arguments is [var ledger]:
                says.WriteLine($"{await services.GetRequiredService<Eraser>().ReplayAsync((await File.ReadAllLinesAsync(ledger)).Select(line => JsonSerializer.Deserialize<ErasureCertificate>(line)!), Now(services))} erasures were done again.");
                return 0;
            case "rotate-keys":
                says.WriteLine($"{await services.GetRequiredService<KeyRotation>().RotateAsync()} keys were wrapped anew.");
                return 0;
            case "backup" when arguments is [var kept]:
                return await BackupCommands.BackupAsync(services, kept, says);
            case "restore" when arguments is [var kept]:
                return await BackupCommands.RestoreAsync(services, kept, says);
            case "check-copy":
                return await BackupCommands.CheckAsync(services, says);
            default:
                Console.Error.WriteLine($"Commands: migrate | create-administrators <e-mail> <name> <e-mail> <name> | verify-audit [<file>] | export-checkpoints <file> | retention [erase] | hold <case> <{string.Join('|', Eraser.HoldReasons)}> <yyyy-mm-dd> | release <case> | export-erasures <file> | replay-erasures <file> | rotate-keys | backup <file> | restore <file> | check-copy | health");
                return 2;
        }
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static int Found(bool found, string done, string notFound, TextWriter says)
    {
        says.WriteLine(found ? done : notFound);
        return found ? 0 : 1;
    }

    /// <summary>Says what has been kept long enough, and erases it when told to. Each line is the certificate of an erasure.</summary>
    private static async Task<int> RetentionAsync(IServiceProvider services, bool erase, TextWriter says)
    {
        var (eraser, now) = (services.GetRequiredService<Eraser>(), Now(services));
        var backupsLast = services.GetRequiredService<IConfiguration>().GetValue("PATHWAY_BACKUP_DAYS", 35);
        var due = await eraser.DueAsync(now);
        foreach (var one in due)
        {
            var what = one.OrganisationId is { } whose ? $"the copy of {whose} of case {one.CaseId}" : $"case {one.CaseId}";
            if (!erase) says.WriteLine($"DUE     {what}  {one.Rule}{(one.AtTheLatest is { } day ? $"  by {day:yyyy-MM-dd}" : "")}");
            else if (await eraser.EraseAsync(one, now) is { } done)
                says.WriteLine($"ERASED  {what}  {done.Rule}  {done.ErasedAt:yyyy-MM-dd}{(done.Keys > 0 ? $"  {done.Keys} keys destroyed; the last backup that holds them expires on {done.ErasedAt.AddDays(backupsLast):yyyy-MM-dd}" : "")}");
            else says.WriteLine($"KEPT    {what}: something has changed meanwhile");
        }
        var months = await eraser.OldMonthsAsync(now);
        foreach (var month in months)
        {
            var what = $"the record of {month.Month:yyyy-MM}";
            if (month.Waits is { } waits) says.WriteLine($"WAITS   {what}: {Because(waits)}");
            else if (!erase) says.WriteLine($"DUE     {what}  {month.Lines} lines");
            else says.WriteLine(await eraser.EraseAsync(month, now) ? $"ERASED  {what}  {month.Lines} lines" : $"KEPT    {what}: something has changed meanwhile");
        }
        var count = due.Count + months.Count(m => m.Waits is null);
        says.WriteLine(erase ? $"{count} were due." : $"{count} are due. Nothing was changed.");
        return 0;
    }

    private static string Because(MonthWaits waits) => waits switch
    {
        MonthWaits.Checkpoint => "no signed checkpoint covers it yet; the next one is made tonight",
        MonthWaits.Export => "the checkpoint that covers it is in no file yet: export-checkpoints",
        MonthWaits.Order => "its last lines were chained after the first of the next month; the two go together",
        _ => throw new ArgumentOutOfRangeException(nameof(waits)),
    };

    /// <summary>A new installation may have no mail yet: each link is printed once, to be handed over by whoever installs.</summary>
    private static async Task<int> CreateAdministratorsAsync(IServiceProvider services, IReadOnlyList<(string Email, string Name)> people, TextWriter says)
    {
        try
        {
            foreach (var (email, path) in await Installing.CreateAdministratorsAsync(services, people)) says.WriteLine($"{email}  {path}");
            return 0;
        }
        catch (InvalidOperationException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    /// <summary>Adds to a file the checkpoints that it does not have yet. It is to be kept where the owner of the database cannot reach.</summary>
    private static async Task<int> ExportCheckpointsAsync(IServiceProvider services, string file, TextWriter says)
    {
        try
        {
            says.WriteLine($"{await CheckpointExport.AddAsync(file, services.GetRequiredService<Databases>(), services.GetRequiredService<CheckpointKey>(), Now(services))} checkpoints were added.");
            return 0;
        }
        catch (InvalidDataException other)
        {
            Console.Error.WriteLine(other.Message);
            return 1;
        }
    }

    /// <summary>Exit code 0 when the whole record of acts and readings is as it was written, 1 when it is not; each broken place is named.</summary>
    /// <param name="export">A file of checkpoints that was kept elsewhere: then no master key is needed. Null: the checkpoints in the database.</param>
    private static async Task<int> VerifyAuditAsync(IServiceProvider services, string? export, TextWriter says)
    {
        var databases = services.GetRequiredService<Databases>();
        AuditFindings found;
        if (export is null) found = await AuditVerifier.VerifyAsync(databases, services.GetRequiredService<Checkpoints>());
        else
        {
            try
            {
                (found, var fingerprint) = await AuditVerifier.VerifyAsync(databases, export);
                says.WriteLine($"The file was signed by the key {fingerprint}.");
            }
            catch (Exception none) when (none is InvalidDataException or FileNotFoundException or CryptographicException)
            {
                Console.Error.WriteLine(none.Message);
                return 1;
            }
        }
        Say(found, says);
        return found.IsWhole ? 0 : 1;
    }

    internal static void Say(AuditFindings found, TextWriter says)
    {
        says.WriteLine($"{found.Entries} lines in {found.Chains} chains, {found.Checkpoints} checkpoints.");
        foreach (var fault in found.Faults) says.WriteLine($"BROKEN  chain {fault.Chain?.ToString() ?? "-"}  line {fault.Seq?.ToString(null, null) ?? "-"}  entry {fault.Entry?.ToString() ?? "-"}  {fault.What}");
        says.WriteLine(found.IsWhole ? "The record is whole." : "The record is broken.");
    }
}
