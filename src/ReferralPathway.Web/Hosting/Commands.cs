using ReferralPathway.Data.Migrations;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Hosting;

/// <summary>What the program does instead of serving: <c>migrate</c>, <c>create-administrators</c>.</summary>
public static class Commands
{
    /// <returns>The exit code; null when there is nothing to do but to serve.</returns>
    public static async Task<int?> RunAsync(string? command, IServiceProvider services, IReadOnlyList<string> arguments)
    {
        switch (command)
        {
            case null:
                return null;
            case "migrate":
                await Migrator.MigrateAsync(services);
                return 0;
            case "create-administrators" when arguments.Count == 4:
                return await CreateAdministratorsAsync(services, [(arguments[0], arguments[1]), (arguments[2], arguments[3])]);
            default:
                Console.Error.WriteLine("Commands: migrate | create-administrators <e-mail> <name> <e-mail> <name>");
                return 2;
        }
    }

    /// <summary>A new installation may have no mail yet: each link is printed once, to be handed over by whoever installs.</summary>
    private static async Task<int> CreateAdministratorsAsync(IServiceProvider services, IReadOnlyList<(string Email, string Name)> people)
    {
        try
        {
            foreach (var (email, path) in await Installing.CreateAdministratorsAsync(services, people)) Console.WriteLine($"{email}  {path}");
            return 0;
        }
        catch (InvalidOperationException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
