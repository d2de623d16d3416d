using ReferralPathway.Web.TagHelpers;

namespace ReferralPathway.Web.Headers;

public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri " + PolicyReports.Address;

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), "
        + "display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), "
        + "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), storage-access=(), usb=(), "
        + "window-management=(), xr-spatial-tracking=()";

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("X-Permitted-Cross-Domain-Policies", "none"),
        ("X-DNS-Prefetch-Control", "off"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", PermissionsPolicy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Origin-Agent-Cluster", "?1"),
    ];

    /// <summary>
    /// First in the pipeline: every answer, also an error, carries the headers; nothing is stored unless it says so itself; and a verb that
    /// pages do not know is refused, because Razor Pages would answer it with 200.
    /// </summary>
    /// <param name="onlyHttps">The application is reached over https: everywhere but in sample mode.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, bool onlyHttps) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            foreach (var (name, value) in Always) headers[name] = value;
            if (onlyHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            if (headers.CacheControl.ToString() is not (LookServices.Immutable or LookServices.Revalidated)) headers.CacheControl = "no-store";
            headers.Remove("Pragma");
            return Task.CompletedTask;
        });

        return context.Request.Method is "GET" or "HEAD" or "POST" ? next(context) : Refuse(context.Response);
    });

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }
}
