using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;

// People at work on an installation while tests/drills/compose/run takes instances away from it. Each line that comes in says what was done to the installation; the end of
// them ends the work. Nothing is tried twice here: what fails has failed.
//   address  folder (certificate.pem; links, a line each: e-mail, two spaces, path)
var address = new Uri(args[0]);
var folder = args[1];
// After ten minutes administrators are asked again who they are.
var longest = TimeSpan.FromMinutes(9);
const string Words = "korn tak sjunga björkved";

using var certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "certificate.pem"));
using var over = new CancellationTokenSource(longest);
var failures = new ConcurrentBag<string>();
var acknowledged = new ConcurrentBag<string>();
var (readings, acts, twice, answeredTwice, signIns, signInsFailed) = (0, 0, 0, 0, 0, 0);
var slowest = 0L;
var allWasDone = false;

var people = new List<(string Email, byte[] Key, Browser Browser)>();
foreach (var line in File.ReadAllLines(Path.Combine(folder, "links"))) people.Add(await ArriveAsync(line.Split("  ")[0], line.Split("  ")[1]));
var clock = Stopwatch.StartNew();
List<Task> work = [];
for (var hands = 0; hands < 6; hands++) work.Add(ActAsync(people[0].Browser));
work.Add(ReadAsync(people[0].Browser, "/", "/administration/organisations", "/administration/accounts", "/messages"));
work.Add(ComeAndGoAsync(people[1].Email, people[1].Key));
for (var visitors = 0; visitors < 2; visitors++) work.Add(ReadAsync(NewBrowser(), "/directory", "/guidance", "/api/hotline", "/accessibility"));

await File.WriteAllTextAsync(Path.Combine(folder, "started"), "");
_ = Task.Run(async () =>
{
    while (await Console.In.ReadLineAsync() is { } said) Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,6:0.0} s  {said}"));
    allWasDone = true;
    await over.CancelAsync();
});
await Task.WhenAll(work);

await File.WriteAllLinesAsync(Path.Combine(folder, "acknowledged"), acknowledged);
foreach (var failure in failures.GroupBy(f => f).OrderByDescending(g => g.Count()).Take(10)) Console.WriteLine($"FAILED  {failure.Count()} x {failure.Key}");
if (!allWasDone) Console.WriteLine("FAILED  the nine minutes were over before everything was done to the installation: this machine is too slow, or has other work");
var failedActs = failures.Count(f => f.StartsWith("POST", StringComparison.Ordinal));
Console.WriteLine(FormattableString.Invariant($"requests {readings + acts + twice}, of them readings {readings}, acts {acts} ({twice} sent twice, {answeredTwice} of those with the same answer), in {clock.Elapsed.TotalSeconds:0} s, the slowest {slowest} ms"));
Console.WriteLine(FormattableString.Invariant($"sign-ins {signIns}, to be tried again {signInsFailed}"));
Console.WriteLine(FormattableString.Invariant($"failed readings {failures.Count - failedActs}"));
Console.WriteLine(FormattableString.Invariant($"failed acts {failedActs}"));
return allWasDone && failures.IsEmpty && answeredTwice == twice && acknowledged.Count > 100 ? 0 : 1;

// Every fifth is sent twice at once, as by an impatient hand.
async Task ActAsync(Browser browser)
{
    for (var n = 1; !over.IsCancellationRequested; n++)
    {
        await Task.Delay(200);
        await OneAsync(browser, n % 5 == 0);
    }
}

// An act as a form sends it.
async Task OneAsync(Browser browser, bool impatient)
{
    if (await GetAsync(browser, "/administration/organisations/create") is not { } form) return;
    var name = $"Drill {Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}";
    (string, string?)[] fields = [("Input.Kind", "Ngo"), ("Input.NameSv", name), ("Input.NameEn", name)];
    Interlocked.Increment(ref acts);
    if (!impatient)
    {
        await PostAsync(browser, form, fields, name);
        return;
    }
    Interlocked.Increment(ref twice);
    var both = await Task.WhenAll(PostAsync(browser, form, fields, name), PostAsync(browser, form, fields, name));
    if (both is [{ } first, { } second] && first == second) Interlocked.Increment(ref answeredTwice);
}

async Task<string?> PostAsync(Browser browser, WebPage form, (string, string?)[] fields, string name)
{
    if (await TimedAsync("POST", "/administration/organisations/create", () => browser.Post(form, fields)) is not { } answer) return null;
    using (answer)
    {
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString == "/administration/organisations")
        {
            acknowledged.Add(name);
            return answer.Headers.Location.OriginalString;
        }
        failures.Add($"POST {(int)answer.StatusCode} {answer.Headers.Location}");
        return null;
    }
}

async Task ReadAsync(Browser browser, params string[] pages)
{
    for (var n = 0; !over.IsCancellationRequested; n++)
    {
        await Task.Delay(200);
        await GetAsync(browser, pages[n % pages.Length]);
    }
}

async Task<WebPage?> GetAsync(Browser browser, string page)
{
    Interlocked.Increment(ref readings);
    if (await TimedAsync("GET", page, () => browser.Get(page)) is not { } read) return null;
    if (read.Status == HttpStatusCode.OK && new Uri(address, read.Address).AbsolutePath == page) return read;
    failures.Add($"GET {page}: {(int)read.Status} at {read.Address}");
    return null;
}

async Task<T?> TimedAsync<T>(string method, string page, Func<Task<T>> ask)
    where T : class
{
    var since = Stopwatch.StartNew();
    try
    {
        return await ask();
    }
    catch (Exception broke) when (broke is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
    {
        failures.Add($"{method} {page}: {broke.GetType().Name} {broke.Message}");
        return null;
    }
    finally
    {
        for (long before = slowest; since.ElapsedMilliseconds > before; before = slowest) Interlocked.CompareExchange(ref slowest, since.ElapsedMilliseconds, before);
    }
}

// The first time: the link, a password, a second factor.
async Task<(string Email, byte[] Key, Browser Browser)> ArriveAsync(string email, string link)
{
    var browser = NewBrowser();
    await browser.Submit(await browser.Get(link), ("Password", Words), ("Again", Words));
    var factor = await browser.Submit(await browser.Get("/sign-in"), ("Email", email), ("Password", Words));
    var key = Read(factor.Document.QuerySelector("main .rp-num")!.TextContent);
    await browser.Submit(factor, ("Code", CodeNow(key)));
    var home = await browser.Get("/");
    if (home.Status != HttpStatusCode.OK || home.Address != "/") throw new InvalidOperationException($"{email} did not come in: {home.Address}");
    return (email, key, browser);
}

// Somebody who signs in again and again; an account has one session, so they work alone. A code works once: whoever signed in just now waits for the next one. Signing in has no
// id of an act: where an instance dies in the middle of it, the person is asked again.
async Task ComeAndGoAsync(string email, byte[] key)
{
    while (!over.IsCancellationRequested)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(31), over.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        var browser = NewBrowser();
        Interlocked.Increment(ref signIns);
        var home = await TimedAsync("GET", "/sign-in", async () => await browser.Submit(await browser.Submit(await browser.Get("/sign-in"), ("Email", email), ("Password", Words)), ("Code", CodeNow(key))));
        if (home is { Status: HttpStatusCode.OK, Address: "/" }) await OneAsync(browser, impatient: false);
        else Interlocked.Increment(ref signInsFailed);
    }
}

Browser NewBrowser()
{
    var client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
    })
    { BaseAddress = address };
    client.DefaultRequestHeaders.Add("Accept-Language", "en");
    return new(client);
}

static string CodeNow(byte[] key) => SecondFactors.CodeAt(key, SecondFactors.StepAt(TimeProvider.System.GetUtcNow()));

// Base 32, as telephones take it.
static byte[] Read(string written)
{
    var bits = string.Concat(written.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
    return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
}
