using System.Text.Json;
using ReferralPathway.Web.Measures;

namespace ReferralPathway.Web.Headers;

/// <summary>
/// Where browsers say that a page broke the content security policy: no page of ours does, so somebody's markup got in, or an extension of the browser did it. Which rule was broken is
/// logged and counted; what else a report holds, such as the address of the page, is not looked at.
/// </summary>
public static partial class PolicyReports
{
    public const string Address = "/reports/policy";

    private const int Longest = 16 * 1024;

    // What somebody else writes is not written into the log.
    private static readonly HashSet<string> Directives =
    [
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src", "connect-src", "manifest-src", "media-src", "object-src",
        "frame-src", "child-src", "worker-src", "form-action", "base-uri", "frame-ancestors", "require-trusted-types-for", "trusted-types",
    ];

    public static void MapPolicyReports(this IEndpointRouteBuilder app) =>
        app.MapPost(Address, async (HttpRequest request, Counts counts, ILogger<Report> log, CancellationToken stopping) =>
        {
            if (request.ContentLength is not (> 0 and <= Longest)) return Results.BadRequest();
            try
            {
                var report = await JsonSerializer.DeserializeAsync<Sent>(request.Body, JsonSerializerOptions.Web, stopping);
                var directive = (report?.Report?.EffectiveDirective ?? report?.Report?.ViolatedDirective ?? "").Split(' ')[0];
                if (!Directives.Contains(directive)) return Results.BadRequest();
                counts.PolicyBroken(directive);
                LogBroken(log, directive);
                return Results.NoContent();
            }
            catch (JsonException)
            {
                return Results.BadRequest();
            }
        }).AllowAnonymous().DisableAntiforgery();

    [LoggerMessage(LogLevel.Warning, "A browser says that a page broke the content security policy: {Directive}.")]
    private static partial void LogBroken(ILogger log, string directive);

    /// <summary>Names the log's source.</summary>
    internal sealed class Report;

    private sealed record Sent([property: System.Text.Json.Serialization.JsonPropertyName("csp-report")] Said? Report);

    private sealed record Said(
        [property: System.Text.Json.Serialization.JsonPropertyName("effective-directive")] string? EffectiveDirective,
        [property: System.Text.Json.Serialization.JsonPropertyName("violated-directive")] string? ViolatedDirective);
}
