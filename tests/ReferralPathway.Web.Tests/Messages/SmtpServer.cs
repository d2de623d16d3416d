using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReferralPathway.Web.Tests.Messages;

/// <summary>A mail server of this machine that speaks as much SMTP (RFC 5321) as is needed to take a mail, and keeps what it got. No TLS.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Delivery> _received = [];
    private readonly Task _serving;

    /// <param name="port">0: any that is free.</param>
    /// <param name="silent">Takes the connection and says nothing.</param>
    public SmtpServer(int port = 0, bool silent = false)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync(silent);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Addresses that are answered with a temporary error.</summary>
    public HashSet<string> Refuses { get; } = [];

    public IReadOnlyList<Delivery> Received
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(bool silent)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                talks.Add(silent ? WaitAsync(client) : TalkAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task WaitAsync(TcpClient client)
    {
        using (client) await Task.Delay(Timeout.Infinite, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 test ESMTP");
            var (from, to) = ("", "");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var word = line.Split(' ', ':')[0].ToUpperInvariant();
                if (word == "MAIL") from = Address(line);
                if (word == "RCPT") to = Address(line);
                if (word == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var text = await DataAsync(reader);
                    lock (_received) _received.Add(new(from, to, text));
                }
                await writer.WriteLineAsync(word switch
                {
                    "RCPT" when Refuses.Contains(to) => "450 not now",
                    "QUIT" => "221 bye",
                    "EHLO" or "HELO" or "MAIL" or "RCPT" or "DATA" or "RSET" or "NOOP" => "250 ok",
                    _ => "502 not here",
                });
                if (word == "QUIT") return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The other side has hung up, or the test is over.
        }
    }

    private async Task<string> DataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return text.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

/// <summary>A mail as the server took it.</summary>
internal sealed record Delivery(string From, string To, string Text);

/// <summary>A message of RFC 5322 with one part, read as a mail program reads it.</summary>
internal sealed record ReadMail(IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static ReadMail Of(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var headers = parts[0].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => Decoded(h[1]), StringComparer.OrdinalIgnoreCase);
        var body = headers["Content-Transfer-Encoding"] switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\n", "", StringComparison.Ordinal))),
            "quoted-printable" => Quoted(parts[1].Replace("=\n", "", StringComparison.Ordinal)),
            var other => throw new FormatException($"A body in {other}."),
        };
        return new(headers, body.ReplaceLineEndings("\n"));
    }

    /// <summary>RFC 2047.</summary>
    private static string Decoded(string value) => string.Concat(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) =>
        word.Split('?') is ["=", var charset, "B" or "b", var text, "="] ? Encoding.GetEncoding(charset).GetString(Convert.FromBase64String(text))
        : word.Split('?') is ["=", _, "Q" or "q", var quoted, "="] ? Quoted(quoted.Replace('_', ' '))
        : (i == 0 ? "" : " ") + word));

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            else
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
