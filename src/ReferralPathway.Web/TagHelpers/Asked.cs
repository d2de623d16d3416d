using Microsoft.AspNetCore.Mvc.Rendering;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>The questions of the page in the order they stand, so that the error summary can list and link them so.</summary>
internal static class Asked
{
    public static List<(string Name, string Id)> On(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(Asked)] is not List<(string, string)> asked)
            view.HttpContext.Items[typeof(Asked)] = asked = [];
        return asked;
    }
}
