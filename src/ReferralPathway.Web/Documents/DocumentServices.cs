using Microsoft.AspNetCore.Http.Features;

namespace ReferralPathway.Web.Documents;

internal static class DocumentServices
{
    public static void AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FormOptions>(options => options.MemoryBufferThreshold = FileDesk.LargestRequest);
        services.AddSingleton<IFileScanner>(p => FileScanner.Of(configuration, p.GetRequiredService<ILogger<FileScanner>>()));
        services.AddSingleton(_ => new PictureDrawer());
        services.AddScoped<FileDesk>();
        services.AddScoped<DocumentDesk>();
    }
}
