using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ReferralPathway.Web.Tests.RoundTrips;

/// <summary>
/// Stands between the program and its database and counts round trips where they are: each time the program speaks after the database has answered. What goes out
/// together is one; COMMIT is one when it goes alone.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _cut = new();
    private readonly EndPoint _database;
    private readonly Task _accepting;
    private int _trips;

    /// <param name="connection">Any connection to the server; a host that is a directory means a socket in it.</param>
    public Wire(string connection)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        _database = to.Host!.StartsWith('/') ? new UnixDomainSocketEndPoint(Path.Combine(to.Host, $".s.PGSQL.{to.Port}")) : new DnsEndPoint(to.Host, to.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Trips => Volatile.Read(ref _trips);

    /// <summary>The same connection, through the counter.</summary>
    public string Through(string connection) => new NpgsqlConnectionStringBuilder(connection)
    {
        Host = IPAddress.Loopback.ToString(),
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await _cut.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true) carried.Add(CarryAsync(await _listener.AcceptSocketAsync(_cut.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(Socket program)
    {
        using var database = new Socket(_database.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        using (program)
        {
            await database.ConnectAsync(_database, _cut.Token);
            if (_database is not UnixDomainSocketEndPoint) database.NoDelay = true;
            program.NoDelay = true;
            var answered = 1;
            await Task.WhenAny(
                PumpAsync(program, database, () =>
                {
                    if (Interlocked.Exchange(ref answered, 0) == 1) Interlocked.Increment(ref _trips);
                }),
                PumpAsync(database, program, () => Interlocked.Exchange(ref answered, 1)));
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Action before)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await from.ReceiveAsync(buffer, SocketFlags.None, _cut.Token) is > 0 and var read)
            {
                before();
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), SocketFlags.None, _cut.Token);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other end has gone.
        }
    }
}
