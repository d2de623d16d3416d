using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ReferralPathway.Web.Tests.Messages;

/// <summary>
/// A mail server of this machine that speaks as much SMTP (RFC 5321) as is needed to take a mail, and keeps what it got. With a certificate it takes no mail before STARTTLS
/// (RFC 3207), with a password none before AUTH LOGIN (RFC 4954).
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Delivery> _received = [];
    private readonly Task _serving;
    private readonly X509Certificate2? _certificate;
    private readonly (string User, string Password)? _account;

    /// <param name="port">0: any that is free.</param>
    /// <param name="silent">Takes the connection and says nothing.</param>
    public SmtpServer(int port = 0, bool silent = false, X509Certificate2? certificate = null, (string User, string Password)? account = null)
    {
        (_certificate, _account) = (certificate, account);
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

    /// <summary>A certificate that this machine made for itself.</summary>
    public static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
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
            await using var plain = client.GetStream();
            if (!await TalkAsync(plain, "220 test ESMTP", secured: false) || _certificate is null) return;
            await using var secure = new SslStream(plain, leaveInnerStreamOpen: true);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            await TalkAsync(secure, null, secured: true);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or AuthenticationException)
        {
            // The other side has hung up, does not trust the certificate, or the test is over.
        }
    }

    /// <returns>Whether the other side asked to go on in TLS.</returns>
    private async Task<bool> TalkAsync(Stream stream, string? greeting, bool secured)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { AutoFlush = true, NewLine = "\r\n" };
        if (greeting is not null) await writer.WriteLineAsync(greeting);
        var (from, to, known) = ("", "", _account is null);
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            var shut = word is "MAIL" or "RCPT" or "DATA" && (!known || _certificate is not null && !secured);
            if (word == "MAIL") from = Address(line);
            if (word == "RCPT") to = Address(line);
            if (word == "DATA" && !shut)
            {
                await writer.WriteLineAsync("354 go on");
                var text = await DataAsync(reader);
                lock (_received) _received.Add(new(from, to, text));
            }
            if (word == "AUTH") known = await KnowsAsync(line, reader, writer);
            await writer.WriteLineAsync(word switch
            {
                _ when shut => "530 not yet",
                "EHLO" when _certificate is not null && !secured => "250-test\r\n250 STARTTLS",
                "EHLO" when _account is not null => "250-test\r\n250 AUTH LOGIN",
                "STARTTLS" when _certificate is not null && !secured => "220 go on",
                "AUTH" => known ? "235 welcome" : "535 who are you",
                "RCPT" when Refuses.Contains(to) => "450 not now",
                "QUIT" => "221 bye",
                "EHLO" or "HELO" or "MAIL" or "RCPT" or "DATA" or "RSET" or "NOOP" => "250 ok",
                _ => "502 not here",
            });
            if (word == "STARTTLS" && _certificate is not null && !secured) return true;
            if (word == "QUIT") return false;
        }
        return false;
    }

    /// <summary>AUTH LOGIN: the user comes with the command or is asked for, then the password is.</summary>
    private async Task<bool> KnowsAsync(string line, StreamReader reader, StreamWriter writer)
    {
        var user = line.Split(' ') is [_, _, var given, ..] ? given : await AskAsync("VXNlcm5hbWU6");
        return (Said(user), Said(await AskAsync("UGFzc3dvcmQ6"))) == _account;

        async Task<string> AskAsync(string question)
        {
            await writer.WriteLineAsync($"334 {question}");
            return await reader.ReadLineAsync(_stop.Token) ?? "";
        }

        static string Said(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
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
