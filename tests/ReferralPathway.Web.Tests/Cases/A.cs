using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

/// <summary>Cases by their address, begun through the intake on the day on which a host's clock stands at first.</summary>
internal static class A
{
    private const string Detected = "2026-03-15";

    /// <summary>Begins a draft.</summary>
    /// <returns>Its address, /cases/{id}.</returns>
    public static async Task<string> DraftAsync(Browser browser) => $"/cases/{await browser.DraftsCaseAsync()}";

    /// <summary>Answers the seven parts, and stops before the case is opened.</summary>
    public static async Task<string> AnsweredDraftAsync(Browser browser) => $"/cases/{await browser.AnswersIntakeAsync(Detected)}";

    /// <summary>An open case.</summary>
    public static async Task<string> CaseAsync(Browser browser) => $"/cases/{await browser.OpensCaseAsync(Detected)}";
}
