using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReferralPathway.Data.Directory;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Every form that the sample cases lead to, found by following links as each role. Whatever is typed in its text fields, it answers: a control character with an error
/// beside each field and everything still there, a letter in two parts as that letter. A new form is met without being told.
/// </summary>
public sealed partial class BadInputTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly string?[] Accounts =
        [null, "sw.norrkoping", "sw.malmo", "sw.vasteras", "sw.umea", "sw.malmo.chef", "rc.ost", "rc.norr", "il.polis", "il.aklagare", "ma.tillstand", "ngo.haven", "ngo.haven.chef", "law.lind", "iom.hki", "nc.jamy", "admin", "audit"];

    /// <summary>Of pages that lead on, several are tried: one case leads where another does not.</summary>
    private const int OfEach = 3;

    private sealed record Found(Browser Browser, string Page, string Action, bool IsGet, IReadOnlyList<KeyValuePair<string, string>> Others, IReadOnlyList<string> Texts)
    {
        public Task<HttpResponseMessage> SendAsync(string typed)
        {
            var values = Others.Concat(Texts.Select(name => new KeyValuePair<string, string>(name, typed)));
            return IsGet
                ? Browser.Client.GetAsync(new Uri($"{Action.Split('?')[0]}?{string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"))}", UriKind.Relative))
                // As several parts: the server takes no U+0000 in the other way of writing a form.
                : Browser.Client.PostAsync(new Uri(Action, UriKind.Relative), Parts(values));
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_in_our_words()
    {
        var browser = host.Anonymous();
        var page = await browser.Submit(await browser.Get("/sign-in"), ("Email", "a\0b"), ("Password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("The form could not be read", page.Heading);
        Assert.Empty(page.Errors);
    }

    /// <summary>Said of the whole form, or of one part.</summary>
    [Fact]
    public async Task A_form_in_an_encoding_that_nobody_reads_is_answered_in_our_words()
    {
        var unread = MediaTypeHeaderValue.Parse("text/plain; charset=utf-7");
        using var whole = new StringContent("Email=a") { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7") } };
        using var part = new MultipartFormDataContent { { new StringContent("a") { Headers = { ContentType = unread } }, "Email" } };

        foreach (var form in new HttpContent[] { whole, part })
        {
            var page = await WebPage.ReadAsync(await host.Anonymous().Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken));
            Assert.Equal((HttpStatusCode.BadRequest, "The form could not be read"), (page.Status, page.Heading));
        }
    }

    [Fact]
    public async Task What_is_no_character_is_refused_and_breaks_nothing()
    {
        var browser = host.Anonymous();
        foreach (var (email, password) in new[] { ("a\ufffe", "x"), ("sw.umea@sample.example", "x\ufffe") })
        {
            var page = await browser.Submit(await browser.Get("/sign-in"), ("Email", email), ("Password", password));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotEmpty(page.Errors);
        }
    }

    [Fact]
    public async Task Whatever_is_typed_every_form_answers()
    {
        await DirectoryImport.LoadAsync(host.Services);
        await new SampleCases(host.Services, host.Clock.GetUtcNow()).LoadAsync();
        var (forms, faults) = await FindAsync();
        Assert.True(forms.Count > 60, $"Only {forms.Count} forms: {string.Join(", ", forms.Select(f => f.Page))}");
        string[] demanded = ["/cases/…/intake/person", "/cases/…/consents/record", "/cases/…/close", "/cases/…/rule-out", "/directory/…/report", "/administration/organisations/create", "/administration/accounts/invite"];
        Assert.All(demanded, page => Assert.Contains(forms, f => f.Page == page));

        // First what is refused everywhere, so that each form is met as it was found.
        foreach (var form in forms)
            foreach (var control in new[] { "\0", "\u0007" })
                faults.AddRange(await RefusesAsync(form, control));
        foreach (var form in forms)
        {
            using var answer = await form.SendAsync("Va\u030ar vecka");
            if ((int)answer.StatusCode >= 500) faults.Add($"{form.Page}: a decomposed letter is answered by {(int)answer.StatusCode}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Order(StringComparer.Ordinal)));
    }

    private static async Task<IEnumerable<string>> RefusesAsync(Found form, string control)
    {
        using var answer = await form.SendAsync($"Kept{control}too");
        if ((int)answer.StatusCode >= 500) return [$"{form.Page}: U+{(int)control[0]:X4} is answered by {(int)answer.StatusCode}"];
        if (form.IsGet) return [];
        if ((int)answer.StatusCode is >= 300 and < 400) return [$"{form.Page}: takes U+{(int)control[0]:X4}"];
        var page = await WebPage.ReadAsync(answer);
        return form.Texts.SelectMany(name => Wrong(page, name)).Select(wrong => $"{form.Page} ({(int)answer.StatusCode}): {wrong}");
    }

    private static IEnumerable<string> Wrong(WebPage page, string name)
    {
        var field = page.Document.QuerySelectorAll("main input, main textarea").FirstOrDefault(e => e.GetAttribute("name") == name);
        if (field is null) yield return $"{name} is gone";
        else if (page.Document.GetElementById($"{field.Id}-error") is null) yield return $"no error beside {name}";
        else if (!(field is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)field).Value).StartsWith("Kept", StringComparison.Ordinal)) yield return $"what was typed in {name} is gone";
    }

    private async Task<(IReadOnlyList<Found> Forms, List<string> Faults)> FindAsync()
    {
        var (forms, faults) = (new Dictionary<string, Found>(), new List<string>());
        await Parallel.ForEachAsync(Accounts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (account, stopping) =>
        {
            var browser = account is null ? host.Anonymous() : host.As(account);
            var (ahead, met, times) = (new Queue<string>([account is null ? "/sign-in" : "/", "/directory"]), new HashSet<string>(), new Dictionary<string, int>());
            while (ahead.TryDequeue(out var address))
            {
                if (Left(address) || !met.Add(address.Split('?')[0]) || times.GetValueOrDefault(Pattern(address)) >= (address.Contains("cases/", StringComparison.Ordinal) || address.Contains('?', StringComparison.Ordinal) ? OfEach : 2)) continue;
                times[Pattern(address)] = times.GetValueOrDefault(Pattern(address)) + 1;
                using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), stopping);
                if (answer.Headers.Location is { } next) ahead.Enqueue(next.ToString());
                if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                var page = await WebPage.ReadAsync(answer);
                foreach (var link in page.Document.QuerySelectorAll("a[href^='/']")) ahead.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
                if (times[Pattern(address)] == 1)
                {
                    using var odd = await browser.Client.GetAsync(new Uri(address.Split('?')[0] + Odd, UriKind.Relative), stopping);
                    if ((int)odd.StatusCode >= 500) lock (forms) faults.Add($"{Pattern(address)}: U+0000 in the address is answered by {(int)odd.StatusCode}");
                }
                foreach (var form in page.Document.QuerySelectorAll<IHtmlFormElement>("main form").Select(f => Read(browser, page, f)).Where(f => f.Texts.Count > 0))
                    lock (forms) forms.TryAdd($"{form.Page} {Pattern(form.Action)} {string.Join(' ', form.Texts)}", form);
            }
        });
        return ([.. forms.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)], faults);
    }

    /// <summary>Whatever a page may read from its address, whether it does or not.</summary>
    private static readonly string Odd = "?" + string.Join('&', "after q where help status identification team municipality interpreter month to consent like what case state back at".Split(' ').Select(name => $"{name}=%00a"));

    private static Found Read(Browser browser, WebPage page, IHtmlFormElement form)
    {
        var (others, texts) = (new List<KeyValuePair<string, string>>(), new List<string>());
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" }: break;
                case IHtmlButtonElement button: if (others.TrueForAll(o => o.Key != name)) others.Add(new(name, button.Value)); break;
                case IHtmlInputElement { Type: "hidden" or "radio" or "checkbox" or "password" } input: others.Add(new(name, input.Value)); break;
                case IHtmlSelectElement select: others.Add(new(name, select.Value ?? "")); break;
                case IHtmlInputElement or IHtmlTextAreaElement: texts.Add(name); break;
            }
        }
        return new(browser, Pattern(page.Address), form.GetAttribute("action") is { Length: > 0 } target ? target : page.Address, form.GetAttribute("method") != "post", others, texts);
    }

    private static MultipartFormDataContent Parts(IEnumerable<KeyValuePair<string, string>> values)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in values) parts.Add(new StringContent(value), name);
        return parts;
    }

    private static bool Left(string address) => address.StartsWith("/language", StringComparison.Ordinal) || address.StartsWith("/sign-out", StringComparison.Ordinal) || address.StartsWith("/sample", StringComparison.Ordinal);

    private static string Pattern(string address) => Ids().Replace(address.Split('?')[0], "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
