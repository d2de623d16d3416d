using Microsoft.AspNetCore.Html;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>The few drawings of the pages. All are decoration: the word beside them says the same.</summary>
internal static class Icons
{
    public static readonly IHtmlContent Clock = Icon("""<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 5.8V10l3 2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>""");
    public static readonly IHtmlContent Lock = Icon("""<rect x="3.5" y="9" width="13" height="8.5" rx="2" fill="none" stroke="currentColor" stroke-width="2"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" fill="none" stroke="currentColor" stroke-width="2"/>""");
    public static readonly IHtmlContent Shield = Icon("""<path fill-rule="evenodd" d="M10 1.5l7 2.7v5c0 4.3-2.9 7.6-7 9.3-4.1-1.7-7-5-7-9.3v-5zM9 5.5v5.5h2V5.5zm0 7.2v2h2v-2z" fill="currentColor"/>""");
    public static readonly IHtmlContent Tick = Icon("""<path d="M4 10.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>""", "rp-stage__mark");
    public static readonly IHtmlContent Met = Icon("""<circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M6 10.3l2.8 2.8L14 7.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>""");
    public static readonly IHtmlContent Open = Icon("""<circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 2.7"/><path d="M10 5.5v5.5M10 13.6v.6" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>""");
    public static readonly IHtmlContent NotNeeded = Icon("""<circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M6 10h8" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>""");
    public static readonly IHtmlContent Road = new HtmlString("""<svg viewBox="0 0 44 24" aria-hidden="true" focusable="false"><path d="M5 18c8 0 9-6 17-6s9-6 17-6" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="4 4" stroke-linecap="round"/><circle cx="5" cy="18" r="4" fill="currentColor"/><circle cx="39" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-width="2.5"/></svg>""");

    private static HtmlString Icon(string drawing, string classes = "rp-icon") =>
        new($"""<svg class="{classes}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{drawing}</svg>""");
}
