using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ReferralPathway.Web.Texts;

public static class TextServices
{
    /// <summary>Registers the texts and <c>T</c> of the pages. The labels of code lists (<see cref="ICodeLabels"/>) come from the caller.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Phrasebook(strict: provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddScoped<LanguageOfRequest>();
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<Wording>(provider, provider.GetRequiredService<LanguageOfRequest>().Chosen));
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingErrors>();
        return services;
    }

    /// <summary>Chooses the language of every request; before anything that speaks.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use(LanguageOfRequest.Choose);

    public static void MapLanguage(this IEndpointRouteBuilder app) => app.MapGet("/language", LanguageOfRequest.Change).AllowAnonymous();
}
