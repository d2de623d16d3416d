using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ReferralPathway.Drills.Tests;

/// <summary>
/// The way of a person's requests: what got no answer, or "something went wrong", is sent again as it is, with the id of its act, until it is answered; from one instance to the next. So does a person who
/// presses the button again, and so may a proxy.
/// </summary>
internal sealed class Patience(IReadOnlyList<Uri> instances) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromSeconds(30) });
    private readonly Dictionary<string, string> _cookies = [];
    private int _instance;

    /// <summary>The acts that the program said were done, and when.</summary>
    public ConcurrentQueue<(Guid Act, long At)> Acknowledged { get; } = new();

    /// <summary>How many requests had to be sent again.</summary>
    public int Repeated { get; private set; }

    /// <summary>How many were answered, and how many of those by "something went wrong".</summary>
    public int Answered { get; private set; }

    public int Failed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var said = "";
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromMinutes(2); Repeated++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            try
            {
                var answer = await _client.SendAsync(Copy(request, body), patience.Token);
                // Read to its end: an answer that breaks off is none.
                await answer.Content.LoadIntoBufferAsync(patience.Token);
                Answered++;
                if ((int)answer.StatusCode < 500)
                {
                    Keep(answer);
                    if (request.Method == HttpMethod.Post && answer.StatusCode == HttpStatusCode.Redirect && ActOf(body) is { } act) Acknowledged.Enqueue((act, Stopwatch.GetTimestamp()));
                    // Whoever reads it goes by where they asked.
                    answer.RequestMessage = request;
                    return answer;
                }
                Failed++;
                said = answer.StatusCode.ToString();
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                said = lost.GetType().Name;
            }
            _instance++;
            await Task.Delay(50, cancellationToken);
        }
        throw new TimeoutException($"No answer for two minutes, at last {said}: {request.Method} {request.RequestUri?.AbsolutePath}");
    }

    private HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body)
    {
        var copy = new HttpRequestMessage(request.Method, new Uri(instances[_instance % instances.Count], request.RequestUri!.PathAndQuery));
        foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        // As the proxy says that it came.
        copy.Headers.Add("X-Forwarded-Proto", "https");
        if (_cookies.Count > 0) copy.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        if (body is null) return copy;
        copy.Content = new ByteArrayContent(body);
        foreach (var (name, values) in request.Content!.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var cookie in set.Select(s => s.Split(';')[0].Split('=', 2))) _cookies[cookie[0]] = cookie[1];
    }

    private static Guid? ActOf(byte[]? body)
    {
        var form = System.Text.Encoding.UTF8.GetString(body ?? []).Split('&').FirstOrDefault(p => p.StartsWith("act=", StringComparison.Ordinal));
        return Guid.TryParse(form?[4..], out var id) ? id : null;
    }
}
