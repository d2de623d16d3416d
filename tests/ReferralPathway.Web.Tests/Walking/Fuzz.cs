using System.Net.Http.Headers;
using System.Text;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>What somebody sends who wants to break something. Everything comes from one seed.</summary>
internal sealed class Fuzz(int seed)
{
    private readonly Random _random = new(seed);
    private int _sent;

    /// <summary>What stands in nearly everything that is typed, and nowhere else.</summary>
    public const string Mark = "zqfuzz";

    public const string Shelf = "evil.zqfuzz.example";

    /// <summary>How a request is bent.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["one field", "every field", "a field twice", "a field left out", "a list where one is expected", "fields that no form has", "another content type", "broken multipart", "a file for a field", "the query", "the route", "a header", "a cookie", "another verb"];

    private static readonly string[] Plain =
    [
        "x'{0}'x", "x\"{0}\"x", "x<{0}>x", "</textarea><script>alert('{0}')</script>", "\"><img src=x onerror=alert('{0}')>", "{0}\0after", "{0}\u0007\u001b[31m", "{0}\ufffe\uffff", "{0}\u202egnp.exe", "{0}\r\nX-{0}: 1\r\n\r\n<html>",
        "'; DROP TABLE pathway.cases; -- {0}", "{0}' OR '1'='1", "{0}\\'; SELECT pg_sleep(5); --", "../../../../etc/passwd?{0}", "..\\..\\{0}", "%2e%2e%2f{0}", "file:///etc/passwd#{0}", "//" + Shelf, "https://" + Shelf + "/", "/\\" + Shelf,
        "{{{0}}}", "${{{0}}}", "{0}%n%s%x", "{0}{{0}}{{1:X}}", "@{0}", "=cmd|'/c {0}'!A1", "{0}@sample.example", "+46{0}", "{0}", " {0} ", "𝕫{0}💥", "Va\u030ar{0}", "javascript:alert('{0}')", "data:text/html,<b>{0}</b>",
    ];

    private static readonly string[] Bare =
    [
        "", " ", "\0", "-1", "0", "1", "2147483648", "-9223372036854775809", "99999999999999999999999999", "1e400", "NaN", "0x10", "1,5", "1.5", "\u0663", "2026-02-30", "2026-13-01", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "1066-10-14", "2026-03-29T02:30",
        "2026-03-16", "31/12/2026", "24:00", "25:61", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "null", "undefined", "true", "on", "Yes", "No", "NONE", "OTHER", "THB", "[]", "{}", "System", "Administrator",
    ];

    private static readonly string[] Unasked =
        ["Id", "Input.Id", "IsManager", "Role", "Input.Role", "Actor", "CaseId", "caseId", "Standing", "act", "revision", "seen", "handler", "__RequestVerificationToken", "_method", "Input", "Input.Input", "Input[0]", "Input.Groups[99999]", "Input.Languages[-1]", "[0].Key", "Status", "User", "HttpContext", "ModelState", "TempData"];

    public Random Random => _random;

    public T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>Something to type.</summary>
    public string Value() => _random.Next(10) switch
    {
        < 6 => string.Format(System.Globalization.CultureInfo.InvariantCulture, Any(Plain), $"{Mark}{_sent++}"),
        < 9 => Any(Bare),
        _ => _random.Next(3) switch { 0 => $"{Mark}{new string('a', 70_000)}", 1 => $"{Mark}\ud800x", _ => Mark + string.Concat(Enumerable.Repeat("e\u0301", 2_000)) },
    };

    public string Unknown() => Any(Unasked);

    /// <summary>As a browser writes a form, and a lone half of a character as its bytes.</summary>
    public static ByteArrayContent Form(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Escaped(f.Key)}={Escaped(f.Value)}"))));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return content;
    }

    public static string Escaped(string text)
    {
        var written = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair) written.Append("%ED%A0%80");
            else written.Append(Uri.EscapeDataString(isPair ? text.Substring(i++, 2) : text[i].ToString()));
        }
        return written.ToString();
    }

    public HttpContent Parts(IEnumerable<KeyValuePair<string, string>> fields, bool broken, string? file)
    {
        var boundary = $"----{Mark}{_sent++}";
        var written = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            var of = name == file ? $"; filename=\"{Any(["a.pdf", "../../a.pdf", $"{Mark}.exe", "", "a\u202efdp.exe"])}\"\r\nContent-Type: {Any(["application/pdf", "text/html", "image/jpeg", "x"])}" : _random.Next(20) == 0 ? "\r\nContent-Type: text/plain; charset=utf-7" : "";
            written.Append(System.Globalization.CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"{of}\r\n\r\n{value}\r\n");
        }
        if (!broken) written.Append(System.Globalization.CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        var text = written.ToString();
        if (broken && _random.Next(2) == 0) text = text[..(text.Length * 2 / 3)];
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(broken && _random.Next(3) == 0 ? "multipart/form-data" : $"multipart/form-data; boundary=\"{boundary}{(broken && _random.Next(3) == 0 ? "-not" : "")}\"");
        return content;
    }

    /// <summary>A body that is no form.</summary>
    public HttpContent Body(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var type = Any(["application/json", "text/plain", "text/xml", "application/octet-stream", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16", "multipart/mixed", ""]);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(_random.Next(2) == 0
            ? $"{{\"{Mark}\": [{string.Join(',', fields.Select(f => System.Text.Json.JsonSerializer.Serialize(f.Value)))}" + (_random.Next(2) == 0 ? "]}" : "")
            : $"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;{Mark}</a>"));
        if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
