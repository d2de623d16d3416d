using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Accounts;

/// <summary>What somebody typed and could not send because the session had locked. Sealed, on the server, for that session alone.</summary>
public sealed class KeptForms(Databases databases, InstallationKeys keys, RealClock clock)
{
    private const int Largest = 256 * 1024;

    /// <param name="address">Where the form was going: a path of ours.</param>
    public async Task KeepAsync(FoundSession session, HttpRequest request, string address, CancellationToken stopping)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > Largest) return;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { ValueLengthLimit = Largest, BufferBodyLengthLimit = Largest }, stopping);
        }
        catch (InvalidDataException)
        {
            return;
        }
        // A password is typed again; a file cannot be put back into a form.
        var fields = form.Where(f => !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase)).SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? ""))).ToArray();
        var box = keys.Close(InstallationKeys.Accounts, JsonSerializer.SerializeToUtf8Bytes(new KeptPage(address, fields)), About(session));
        // A session that has just ended keeps nothing.
        await using var command = databases.Beside.CreateCommand("""
            INSERT INTO identity.kept_forms (session_id, box, kept_at) SELECT id, @box, @now FROM identity.sessions WHERE id = @id FOR KEY SHARE
            ON CONFLICT (session_id) DO UPDATE SET box = @box, kept_at = @now
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new("id", session.Id), new("box", box), new("now", clock.Now) });
        await command.ExecuteNonQueryAsync(stopping);
    }

    /// <param name="since">Only what was kept after this instant.</param>
    public async Task<KeptPage?> FindAsync(FoundSession session, DateTimeOffset since, CancellationToken stopping)
    {
        await using var command = databases.Beside.CreateCommand("SELECT box FROM identity.kept_forms WHERE session_id = @id AND kept_at >= @since");
        command.Parameters.AddRange(new NpgsqlParameter[] { new("id", session.Id), new("since", since) });
        return await command.ExecuteScalarAsync(stopping) is byte[] box ? JsonSerializer.Deserialize<KeptPage>(keys.Open(InstallationKeys.Accounts, box, About(session))) : null;
    }

    public async Task ForgetAsync(FoundSession session, CancellationToken stopping)
    {
        await using var command = databases.Beside.CreateCommand("DELETE FROM identity.kept_forms WHERE session_id = @id");
        command.Parameters.Add(new("id", session.Id));
        await command.ExecuteNonQueryAsync(stopping);
    }

    private static string About(FoundSession session) => $"kept-form/{session.Account.Id}";
}

public sealed record KeptPage(string Address, IReadOnlyList<KeptField> Fields);

public sealed record KeptField(string Name, string Value);
