using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Npgsql;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>Who speaks to whom: program and database by certificates, and a request that means two things to two readers.</summary>
[Trait("drill", "security")]
public sealed class ConnectionTests
{
    [Fact]
    public async Task The_program_and_the_database_prove_themselves_by_certificates()
    {
        await using var scene = await Scene.NewAsync();
        var folder = System.IO.Directory.CreateDirectory(scene.Place("certificates")).FullName;
        using var authority = Authority("Authority of this drill");
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.crt"), authority.ExportCertificatePem());
        await IssueAsync(authority, folder, "server", "localhost");
        foreach (var role in DatabaseRole.Logins) await IssueAsync(authority, folder, role, role);
        await ServeAsync(scene, folder);
        string By(string role, string holder, string root = "ca.crt") => $"Host=localhost;Port={scene.Server.Port};Username={role};Database={PostgresServer.Database};SSL Mode=VerifyFull;" +
            $"Root Certificate={folder}/{root};SSL Certificate={folder}/{holder}.crt;SSL Key={folder}/{holder}.key;Pooling=false";

        // Without an own certificate, with another's, and where the database's was issued by somebody else.
        await RefusedAsync($"Host=localhost;Port={scene.Server.Port};Username={DatabaseRole.App};Database={PostgresServer.Database};SSL Mode=VerifyFull;Root Certificate={folder}/ca.crt;Pooling=false");
        await RefusedAsync(By(DatabaseRole.System, DatabaseRole.App));
        using var stranger = Authority("Somebody else");
        await File.WriteAllTextAsync(Path.Combine(folder, "stranger.crt"), stranger.ExportCertificatePem());
        await RefusedAsync(By(DatabaseRole.App, DatabaseRole.App, "stranger.crt"));

        var program = scene.Keep(new Instance(role => By(role, role).Replace("Pooling=false", "Maximum Pool Size=5", StringComparison.Ordinal), secrets: System.IO.Directory.CreateDirectory(scene.Place("secrets")).FullName));
        await program.StartAsync();
        var clerk = await Clerk.SignInAsync("sw.umea", scene.Recipient, program.Address);
        await clerk.OpenAndReferAsync();

        var (code, said) = await program.CommandAsync("backup", scene.Place("pathway.dump"));
        Assert.True(code == 0, said);
        Assert.Equal(["pathway_app /CN=pathway_app", "pathway_system /CN=pathway_system"],
            await scene.Server.AskAsync<string[]>("SELECT array_agg(DISTINCT a.usename || ' ' || coalesce(s.client_dn, '-')) FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid) WHERE a.usename LIKE 'pathway%'"));
        Drill.Say("The program works over TLS, each role by a certificate of its own and no password; without one, with another's, and against another authority the connection is refused.");
    }

    [Fact]
    public async Task A_request_whose_end_is_not_clear_is_refused_or_read_as_the_protocol_says()
    {
        // Without a database behind it: these requests do not get that far.
        await using var program = new Instance(_ => "Host=127.0.0.1;Port=9;Username=nobody;Database=none;Timeout=1");
        await program.StartAsync("/health/live");
        const string inner = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        foreach (var lengths in new[]
        {
            "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5, 6", "Content-Length : 5", "Content-Length: five",
            "Transfer-Encoding: identity, chunked, identity", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
        })
        {
            var said = await AskAsync(program.Address.Port, $"POST /health/live HTTP/1.1\r\nHost: localhost\r\n{lengths}\r\n\r\n0\r\n\r\n{inner}");
            Assert.True(said.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal) && !said.Contains("200 OK", StringComparison.Ordinal), $"{lengths}: {said}");
        }

        // By its length the second request would be a part of the first; by its chunks it is one of its own. Whoever is in doubt closes the connection after the first.
        var both = await AskAsync(program.Address.Port, $"POST /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: {5 + inner.Length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}");
        Assert.True(both.Contains("Connection: close", StringComparison.Ordinal) && both.Split("HTTP/1.1 ").Length == 2 || both.EndsWith("live", StringComparison.Ordinal), both);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task IssueAsync(X509Certificate2 authority, string folder, string file, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(12), Guid.CreateVersion7().ToByteArray());
        await File.WriteAllTextAsync(Path.Combine(folder, $"{file}.crt"), issued.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, $"{file}.key"), key.ExportPkcs8PrivateKeyPem());
        // PostgreSQL's programs take no key that others could read.
        File.SetUnixFileMode(Path.Combine(folder, $"{file}.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>From now on nobody but a superuser of the drill comes in without a certificate.</summary>
    private static async Task ServeAsync(Scene scene, string folder)
    {
        foreach (var file in new[] { "server.crt", "server.key", "ca.crt" })
        {
            using var install = System.Diagnostics.Process.Start("install", [$"--owner={ServerCommand.User}", "--mode=0600", Path.Combine(folder, file), Path.Combine(scene.Server.Data, file)]);
            await install.WaitForExitAsync();
        }
        var gate = Path.Combine(folder, "pg_hba.conf");
        await File.WriteAllTextAsync(gate, "host all postgres 127.0.0.1/32 trust\nhostssl pathway pathway_app,pathway_system,pathway_owner,pathway_backup 127.0.0.1/32 cert\n");
        using var put = System.Diagnostics.Process.Start("install", [$"--owner={ServerCommand.User}", "--mode=0600", gate, Path.Combine(scene.Server.Data, "pg_hba.conf")]);
        await put.WaitForExitAsync();
        foreach (var setting in new[] { "ssl_cert_file = 'server.crt'", "ssl_key_file = 'server.key'", "ssl_ca_file = 'ca.crt'", "ssl = on" }) await scene.Server.ExecuteAsync($"ALTER SYSTEM SET {setting}");
        await scene.Server.StopAsync();
        await scene.Server.StartAsync();
    }

    private static async Task RefusedAsync(string connection)
    {
        await using var way = new NpgsqlConnection(connection);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => way.OpenAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends bytes as they are, and hears until nothing more comes.</summary>
    private static async Task<string> AskAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var (said, buffer) = (new StringBuilder(), new byte[4096]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            while (await stream.ReadAsync(buffer, patience.Token) is > 0 and var read) said.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        catch (Exception quiet) when (quiet is OperationCanceledException or IOException)
        {
        }
        return said.ToString();
    }
}
