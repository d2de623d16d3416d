using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace ReferralPathway.Data.Sealing;

/// <summary>Keys of the whole installation, made on first use and kept wrapped in the database.</summary>
public sealed class InstallationKeys(MasterKeys masters, NpgsqlDataSource database)
{
    public const string Search = "search";
    public const string Letters = "letters";
    public const string Checkpoints = "checkpoints";
    public const string CheckpointSignatures = "checkpoint-signatures";
    public const string Protection = "protection";

    /// <summary>Second factors, and what somebody typed into a session that was locked.</summary>
    public const string Accounts = "accounts";

    /// <summary>What people call the views that they keep for themselves.</summary>
    public const string Views = "views";

    private readonly ConcurrentDictionary<string, byte[]> _keys = new();

    public byte[] this[string name] => _keys.GetOrAdd(name, Load);

    /// <summary>Closes something that belongs to no case, such as a one-time link on its way into a mail.</summary>
    public byte[] Close(string name, byte[] content, string about) => Box.Close(this[name], content, System.Text.Encoding.UTF8.GetBytes(about));

    public byte[] Open(string name, byte[] box, string about) => Box.Open(this[name], box, System.Text.Encoding.UTF8.GetBytes(about));

    /// <summary>The database was made anew: its keys are others.</summary>
    public void Forget() => _keys.Clear();

    private byte[] Load(string name)
    {
        using var connection = database.OpenConnection();
        using var insert = new NpgsqlCommand("INSERT INTO pathway.installation_keys (name, wrapped, master) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", connection);
        insert.Parameters.Add(new() { Value = name });
        insert.Parameters.Add(new() { Value = masters.Wrap(RandomNumberGenerator.GetBytes(32), name) });
        insert.Parameters.Add(new() { Value = masters.Current });
        insert.ExecuteNonQuery();
        using var select = new NpgsqlCommand("SELECT wrapped, master FROM pathway.installation_keys WHERE name = $1", connection);
        select.Parameters.Add(new() { Value = name });
        using var row = select.ExecuteReader();
        row.Read();
        return masters.Unwrap((byte[])row[0], row.GetInt32(1), name);
    }
}
