using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>A browser without JavaScript: gets pages, fills in forms by the names of their fields, follows redirects, and keeps its cookies.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public Task<WebPage> Get(string address) => Follow(client.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends a request as it is, without following.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>Posts the first form of a page that has a visible button, or the one whose action is given.</summary>
    /// <param name="fields">Name and value; a repeated name adds a value; null leaves a field of the page out.</param>
    public Task<WebPage> Submit(WebPage page, params (string Name, string? Value)[] fields) => Submit(page, null, fields);

    public async Task<WebPage> Submit(WebPage page, string? action, params (string Name, string? Value)[] fields)
    {
        var (address, values) = page.Form(action, fields);
        return await Follow(client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(values)));
    }

    /// <summary>As <see cref="Submit(WebPage, ValueTuple{string, string}[])"/>, with a file chosen in one of the fields; what it is called and said to be is the sender's word.</summary>
    public async Task<WebPage> SubmitFile(WebPage page, string field, byte[] content, string name, string mediaType, params (string Name, string? Value)[] fields)
    {
        var (address, values) = page.Form(null, [.. fields, (field, null)]);
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in values) form.Add(new StringContent(value), key);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(mediaType);
        form.Add(file, field, name);
        return await Follow(client.PostAsync(new Uri(address, UriKind.Relative), form));
    }

    /// <summary>As <see cref="Submit(WebPage, ValueTuple{string, string}[])"/>, without following the redirect.</summary>
    public Task<HttpResponseMessage> Post(WebPage page, params (string Name, string? Value)[] fields)
    {
        var (address, values) = page.Form(null, fields);
        return client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(values));
    }

    private async Task<WebPage> Follow(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        for (var hops = 0; (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next && hops < 5; hops++)
            answer = await client.GetAsync(next);
        return await WebPage.ReadAsync(answer);
    }
}

/// <summary>An answer as a person sees it.</summary>
public sealed class WebPage
{
    private WebPage(HttpStatusCode status, string address, string source, IHtmlDocument document) =>
        (Status, Address, Source, Document) = (status, address, source, document);

    public HttpStatusCode Status { get; }

    /// <summary>Path and query where it ended.</summary>
    public string Address { get; }

    public string Source { get; }

    public IHtmlDocument Document { get; }

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What stands in the main part, with spaces collapsed.</summary>
    public string Text => Collapsed(Document.QuerySelector("main")?.TextContent ?? Document.DocumentElement.TextContent);

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => Collapsed(e.TextContent))];

    public IReadOnlyList<string> Links => [.. Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!)];

    /// <summary>The address of the link whose words contain these.</summary>
    public string Link(string words) =>
        Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Collapsed(a.TextContent).Contains(words, StringComparison.OrdinalIgnoreCase))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link '{words}' on {Address}. Links: {string.Join(", ", Document.QuerySelectorAll("main a").Select(a => Collapsed(a.TextContent)))}");

    internal (string Address, IReadOnlyList<KeyValuePair<string, string>> Values) Form(string? action, (string Name, string? Value)[] fields)
    {
        // What only scripts show is not there for whoever has none, unless it is named.
        var forms = Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Where(f => action is not null || f.Closest("[hidden]") is null).ToList();
        // A form may have a button that sends it elsewhere.
        var elsewhere = action is null ? null : forms.FirstOrDefault(f => f.QuerySelectorAll("button").Any(b => b.GetAttribute("formaction") == action));
        var form = elsewhere ?? (action is null ? forms.FirstOrDefault(f => f.GetAttribute("action") != "/drafts/forget") : forms.FirstOrDefault(f => f.GetAttribute("action") == action))
            ?? throw new InvalidOperationException($"No form on {Address} ({(int)Status}): {Text}");
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || fields.Any(f => f.Name == name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" } or IHtmlButtonElement: break;
                case IHtmlInputElement input: values.Add(new(name, input.Value)); break;
                case IHtmlTextAreaElement area: values.Add(new(name, area.Value)); break;
                case IHtmlSelectElement select: values.Add(new(name, select.Value ?? "")); break;
            }
        }
        values.AddRange(fields.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Name, f.Value!)));
        return (elsewhere is not null ? action! : form.GetAttribute("action") is { Length: > 0 } target ? target : Address, values);
    }

    internal static async Task<WebPage> ReadAsync(HttpResponseMessage answer)
    {
        var source = await answer.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(source));
        return new(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, source, document);
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
