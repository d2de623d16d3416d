using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Audit;

/// <summary>A file that was kept elsewhere tells, without any key, what the owner of the database has done to the record.</summary>
public sealed class CheckpointExportTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly PathwayHost _host = new(template);
    private readonly string _file = Path.GetTempFileName();
    private Guid _chain;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _chain = await ChainTests.WriteAsync(_host);
        await MakeAsync(16);
        File.Delete(_file);
        Assert.Equal((0, "1 checkpoints were added."), await CommandAsync("export-checkpoints"));
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_later_export_adds_its_days_and_the_whole_is_verified_without_a_key()
    {
        var first = await File.ReadAllTextAsync(_file, Stopping);
        await ChainTests.WriteAsync(_host);
        await MakeAsync(17);
        Assert.Equal((0, "1 checkpoints were added."), await CommandAsync("export-checkpoints"));
        Assert.Equal((0, "0 checkpoints were added."), await CommandAsync("export-checkpoints"));

        Assert.StartsWith(first, await File.ReadAllTextAsync(_file, Stopping), StringComparison.Ordinal);
        var (code, said) = await CommandAsync("verify-audit");
        Assert.Equal(0, code);
        Assert.Contains($"signed by the key {Convert.ToHexStringLower(SHA256.HashData(_host.Services.GetRequiredService<CheckpointKey>().Public()))}.", said, StringComparison.Ordinal);
        Assert.Contains("2 checkpoints.", said, StringComparison.Ordinal);
        Assert.EndsWith("The record is whole.", said, StringComparison.Ordinal);
    }

    /// <summary>With the checkpoints in the database gone or made anew as well, nothing in the database itself tells.</summary>
    [Theory]
    [InlineData("rewritten", """
        UPDATE pathway.audit_entries SET kind = 'CaseClosed' WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' AND seq = 2);
        DO $$
        DECLARE l record; last bytea := '\x';
        BEGIN
          FOR l IN SELECT * FROM pathway.audit_links WHERE chain = '{0}' ORDER BY seq LOOP
            UPDATE pathway.audit_links SET prev = last, hash = sha256(int8send(l.seq) || last || (SELECT pathway.audit_bytes(e) FROM pathway.audit_entries e WHERE e.id = l.entry)) WHERE entry = l.entry;
            SELECT hash INTO last FROM pathway.audit_links WHERE entry = l.entry;
          END LOOP;
          UPDATE pathway.chain_heads SET hash = last WHERE chain = '{0}';
        END $$
        """)]
    [InlineData("cut off at its end", """
        DELETE FROM pathway.audit_entries WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' ORDER BY seq DESC LIMIT 1);
        DELETE FROM pathway.audit_links WHERE chain = '{0}' AND seq = (SELECT max(seq) FROM pathway.audit_links WHERE chain = '{0}');
        UPDATE pathway.chain_heads SET (seq, hash) = (SELECT seq, hash FROM pathway.audit_links WHERE chain = '{0}' ORDER BY seq DESC LIMIT 1) WHERE chain = '{0}'
        """)]
    [InlineData("emptied", "DELETE FROM pathway.audit_entries; DELETE FROM pathway.audit_links; DELETE FROM pathway.chain_heads")]
    public async Task What_leaves_the_database_whole_in_itself_is_found_by_the_file(string what, string tampering)
    {
        await _host.Database.ExecuteAsSuperuserAsync("SET session_replication_role = replica; DELETE FROM pathway.checkpoint_heads; DELETE FROM pathway.checkpoints; " + string.Format(null, tampering, _chain));
        Assert.True((await AuditVerifier.VerifyAsync(_host.Services.GetRequiredService<Databases>(), _host.Services.GetRequiredService<Checkpoints>(), Stopping)).IsWhole, what);

        var (code, said) = await CommandAsync("verify-audit");

        Assert.Equal(1, code);
        Assert.Contains($"BROKEN  chain {_chain}", said, StringComparison.Ordinal);
        Assert.Contains("rewritten or cut off", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another hash")]
    [InlineData("a head left out")]
    [InlineData("no signature")]
    [InlineData("another signature")]
    public async Task A_file_that_was_changed_is_not_believed(string what)
    {
        var lines = await File.ReadAllLinesAsync(_file, Stopping);
        var day = JsonNode.Parse(lines[1])!;
        switch (what)
        {
            case "another hash": day["heads"]![0]!["hash"] = Convert.ToBase64String(new byte[32]); break;
            case "a head left out": day["heads"]!.AsArray().RemoveAt(0); break;
            case "no signature": day["signature"] = null; break;
            case "another signature": day["signature"] = Convert.ToBase64String(new byte[64]); break;
        }
        await File.WriteAllLinesAsync(_file, [lines[0], day.ToJsonString()], Stopping);

        var (code, said) = await CommandAsync("verify-audit");

        Assert.Equal(1, code);
        Assert.Contains("signed", string.Join('\n', said.Split('\n').Where(l => l.StartsWith("BROKEN", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_installation_gets_nothing_added_and_names_its_key()
    {
        using var others = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = others.ExportSubjectPublicKeyInfo();
        var lines = await File.ReadAllLinesAsync(_file, Stopping);
        // Whoever makes every day anew signs with a key of their own: its name is another.
        var day = JsonNode.Parse(lines[1])!;
        day["signature"] = Convert.ToBase64String(others.SignHash(Convert.FromBase64String((string)day["digest"]!)));
        await File.WriteAllLinesAsync(_file, [JsonSerializer.Serialize(new { publicKey = key }), day.ToJsonString()], Stopping);

        Assert.Equal(1, (await CommandAsync("export-checkpoints")).Code);
        Assert.Contains($"signed by the key {Convert.ToHexStringLower(SHA256.HashData(key))}.", (await CommandAsync("verify-audit")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_export_is_refused()
    {
        await File.WriteAllTextAsync(_file, "what", Stopping);

        Assert.Equal(1, (await CommandAsync("verify-audit")).Code);
        Assert.Equal(1, (await CommandAsync("export-checkpoints")).Code);
    }

    private Task MakeAsync(int day) => _host.Services.GetRequiredService<Checkpoints>().MakeAsync(new(2026, 3, day), _host.Clock.GetUtcNow(), Stopping);

    /// <summary>What the operator types. To verify, the program is given the database and no master key.</summary>
    private async Task<(int? Code, string Said)> CommandAsync(string command)
    {
        await using var keyless = new ServiceCollection().AddSingleton(_host.Services.GetRequiredService<Databases>()).BuildServiceProvider();
        await using var said = new StringWriter();
        return (await Commands.RunAsync(command, command == "verify-audit" ? keyless : _host.Services, [_file], said), said.ToString().ReplaceLineEndings("\n").TrimEnd());
    }
}
