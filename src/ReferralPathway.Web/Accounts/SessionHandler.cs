using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// Reads the session of each request. Only an open and unlocked one makes somebody of it; every other sends its person to the page where it can be made so,
/// and keeps what they had typed.
/// </summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookie cookie, Sessions sessions, CurrentSession current, KeptForms kept, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Number is not { } number) return AuthenticateResult.NoResult();
        current.Found = await sessions.FindAsync(number, SwedishCalendar.DayOf(clock.GetUtcNow()), Context.RequestAborted);
        return current.At(SessionStage.Open) is { } found
            ? AuthenticateResult.Success(new(PersonClaims.Principal(found.Account, found.Organisation), Name))
            : AuthenticateResult.NoResult();
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (current.Found is { IsLocked: true } or { Stage: SessionStage.Open } && HttpMethods.IsPost(Request.Method)) await kept.KeepAsync(current.Found, Request, Request.Path + Request.QueryString, Context.RequestAborted);
        var page = current.Found switch
        {
            null => "/sign-in",
            { IsLocked: true } => "/sign-in/unlock",
            { Stage: SessionStage.FactorMissing } => "/sign-in/second-factor",
            { Stage: SessionStage.CodeMissing } => "/sign-in/code",
            // Signed in, but too long ago for this: FreshProof.
            _ => "/sign-in/again",
        };
        Response.Redirect(HttpMethods.IsGet(Request.Method) ? Ways.With(page, Request.Path + Request.QueryString) : page);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>The one thing a browser knows of a session: a number that means nothing outside the server.</summary>
public sealed class SessionCookie(IHttpContextAccessor http, SignInRules rules)
{
    public string? Number => http.HttpContext!.Request.Cookies[rules.Cookie];

    public void Write(string number) => http.HttpContext!.Response.Cookies.Append(rules.Cookie, number, Options);

    public void Delete() => http.HttpContext!.Response.Cookies.Delete(rules.Cookie, Options);

    private CookieOptions Options => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = http.HttpContext!.Request.IsHttps || rules.Cookie.StartsWith("__Host-", StringComparison.Ordinal),
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    };
}
