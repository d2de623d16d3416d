using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace ReferralPathway.Web.Letters;

/// <summary>The stylesheet with its fonts inside it: a page that is printed without network has everything in itself.</summary>
internal sealed partial class PaperStyle(IWebHostEnvironment environment)
{
    private readonly Lazy<HtmlString> _style = new(() => new($"<style>{Font().Replace(Encoding.UTF8.GetString(Read(environment, "/lib/site.css")), m =>
        $"url(data:font/woff2;base64,{Convert.ToBase64String(Read(environment, $"/lib/{m.Groups[1].Value}"))})")}</style>"));

    public IHtmlContent Element => _style.Value;

    private static byte[] Read(IWebHostEnvironment environment, string path)
    {
        using var file = environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }

    [GeneratedRegex(@"url\(""(fonts/[^""]+)""\)")]
    private static partial Regex Font();
}
