using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReferralPathway.Web.Pages;

public sealed class IndexModel : PageModel;
