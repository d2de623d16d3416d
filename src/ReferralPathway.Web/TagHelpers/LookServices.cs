using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.TagHelpers;

public static class LookServices
{
    /// <summary>
    /// What the pages' dress needs. From the caller come <c>INavigation</c>, <c>IHotline</c>, <see cref="IActId"/> and, in sample mode,
    /// <c>SampleNotice</c>.
    /// </summary>
    /// <param name="sample">Over plain http: a cookie can have no prefix.</param>
    public static IServiceCollection AddLook(this IServiceCollection services, bool sample)
    {
        // å, ä and ö stay themselves in the pages' source; what is dangerous in HTML is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new IsoDate());
            options.ModelBinderProviders.Insert(0, new PlainText());
            // What the address says, and guards have looked at, no field of the same name says otherwise.
            options.ValueProviderFactories.RemoveType<RouteValueProviderFactory>();
            options.ValueProviderFactories.Insert(0, new RouteValueProviderFactory());
            options.ValueProviderFactories.RemoveType<QueryStringValueProviderFactory>();
            options.ValueProviderFactories.Add(new QueryOfPages());
        });
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.Configure<CookieTempDataProviderOptions>(options =>
            (options.Cookie.Name, options.Cookie.SecurePolicy, options.Cookie.SameSite) = (DoneCookie(sample), sample ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always, SameSiteMode.Strict));
        services.AddResponseCompression(options => options.EnableForHttps = true);

        // After AddRazorPages, which replaces the conventions it finds.
        services.AddOptions<RazorPagesOptions>().PostConfigure<IHostEnvironment>((options, environment) =>
        {
            foreach (var page in OfDevelopment)
            {
                options.Conventions.AllowAnonymousToPage(page);
                if (!environment.IsDevelopment()) options.Conventions.AddPageRouteModelConvention(page, model => model.Selectors.Clear());
            }
        });
        return services;
    }

    /// <summary>The committed files of <c>wwwroot</c> and the language of the request. Files first: they have none.</summary>
    public static IApplicationBuilder UseLook(this IApplicationBuilder app)
    {
        // Only files are compressed: a page that mixes a secret with what somebody typed must not be (BREACH).
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/lib") || context.Request.Path.StartsWithSegments("/js"), files => files.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Keep(file.Context.Request) });
        return app.UseLanguage();
    }

    /// <summary>The cookie that carries <c>TempData["Done"]</c>, the sentence that says what was done, over the redirect to the next page.</summary>
    internal static string DoneCookie(bool sample) => sample ? "done" : "__Host-done";

    internal const string Immutable = "public, max-age=31536000, immutable";
    internal const string Revalidated = "public, no-cache";
    private static readonly string[] OfDevelopment = ["/Sample/Look", "/Sample/Practice"];

    // An address that names its version never changes its content.
    private static string Keep(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/lib/fonts") || request.Path.Value!.Contains("govuk-frontend-", StringComparison.Ordinal)
            ? Immutable
            : Revalidated;
}
