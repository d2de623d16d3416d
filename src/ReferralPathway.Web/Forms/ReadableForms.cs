using System.Text;

namespace ReferralPathway.Web.Forms;

internal static class ReadableForms
{
    /// <summary>A form, or a part of one, that says it is written in an encoding which the runtime will not know (UTF-7) cannot be read; that is no fault of ours.</summary>
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (NotSupportedException unread) when (unread.TargetSite?.DeclaringType == typeof(Encoding) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            // The page that says so is no form.
            context.Request.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });
}
