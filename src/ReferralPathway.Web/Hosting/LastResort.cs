namespace ReferralPathway.Web.Hosting;

/// <summary>The answer when even the page for faults has failed: two sentences in two languages, and nothing of the fault.</summary>
internal static class LastResort
{
    private const string Page = """
        <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>500</title></head>
        <body><h1>Något gick fel hos oss</h1><p>Inget har sparats. Vid fara för liv, ring 112.</p>
        <p lang="en">Something went wrong on our side. Nothing has been saved. If life is in danger, call 112.</p></body></html>
        """;

    public static IApplicationBuilder UseLastResort(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is not OperationCanceledException)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LastResort)).LogError("The page for faults failed: {Kind}", fault.GetType().Name);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page);
        }
    });
}
