using System.Globalization;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Texts;

/// <summary>The language of one request: what the person chose, else what the browser prefers, else Swedish.</summary>
public sealed class LanguageOfRequest
{
    public PageLanguage Chosen { get; private set; } = PageLanguage.Swedish;

    internal static async Task Choose(HttpContext context, RequestDelegate next)
    {
        var language = PageLanguage.Of(context.Request.Cookies[Cookie(context.Request)]) ?? Preferred(context.Request) ?? PageLanguage.Swedish;
        context.RequestServices.GetRequiredService<LanguageOfRequest>().Chosen = language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    }

    /// <summary><c>/language?to=en&amp;back=/directory</c>: remembers the choice and goes back, to pages of our own only.</summary>
    internal static IResult Change(HttpContext context, string? to, string? back)
    {
        if (PageLanguage.Of(to) is { } language)
            context.Response.Cookies.Append(Cookie(context.Request), language.Code, new()
            {
                Path = "/", HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
            });
        return TypedResults.LocalRedirect(Ways.Local(back));
    }

    // A browser accepts the prefix only over https; sample mode speaks http.
    private static string Cookie(HttpRequest request) => request.IsHttps ? "__Host-language" : "language";

    private static PageLanguage? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => PageLanguage.Of(wish.Value.Value))
            .FirstOrDefault(language => language is not null);
}
