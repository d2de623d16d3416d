using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Sample;

/// <summary>Practising on invented cases: in sample mode they can be put back as they were.</summary>
public sealed class PracticeModel(IEnumerable<SampleNotice> sample) : PageModel
{
    /// <summary>It has just begun anew.</summary>
    [BindProperty(SupportsGet = true, Name = "anew")]
    public bool Anew { get; set; }

    public bool MayReset => sample.Any();
}
