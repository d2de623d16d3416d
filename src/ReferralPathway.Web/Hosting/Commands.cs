using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Hosting;

/// <summary>What an operator does beside serving: each a word after the program's name.</summary>
public static class Commands
{
    public static async Task<int> RunAsync(string command, IServiceProvider services) => command switch
    {
        "verify-audit" => await VerifyAuditAsync(services),
        "rotate-keys" => await RotateKeysAsync(services),
        _ => Unknown(command),
    };

    /// <summary>Exit code 0 when the whole record of acts and readings is as it was written, 1 when it is not; each broken place is named.</summary>
    private static async Task<int> VerifyAuditAsync(IServiceProvider services)
    {
        var found = await services.GetRequiredService<AuditVerifier>().VerifyAsync();
        Console.WriteLine($"{found.Entries} lines in {found.Chains} chains, {found.Checkpoints} checkpoints.");
        foreach (var fault in found.Faults) Console.WriteLine($"BROKEN  chain {fault.Chain?.ToString() ?? "-"}  line {fault.Seq?.ToString(null, null) ?? "-"}  entry {fault.Entry?.ToString() ?? "-"}  {fault.What}");
        Console.WriteLine(found.IsWhole ? "The record is whole." : "The record is broken.");
        return found.IsWhole ? 0 : 1;
    }

    private static async Task<int> RotateKeysAsync(IServiceProvider services)
    {
        Console.WriteLine($"{await services.GetRequiredService<KeyRotation>().RotateAsync()} keys were wrapped anew.");
        return 0;
    }

    private static int Unknown(string command)
    {
        Console.Error.WriteLine($"There is no command {command}. Known: migrate, verify-audit, rotate-keys.");
        return 2;
    }
}
