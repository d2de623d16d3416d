using System.Globalization;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>Forms filled in as a careful person would.</summary>
internal static class ConsentForm
{
    public static readonly (string Name, string? Value)[] Usual =
    [
        ("Input.Decision", "given"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "en"), ("Input.Interpreter", "Telephone"),
        ("Input.ToldWhat", "true"), ("Input.ToldWhy", "true"), ("Input.ToldWithdraw", "true"), ("Input.ToldLasting", "true"),
        ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Narrative"),
    ];

    public static async Task<WebPage> RecordAsync(Browser browser, CaseId id, OrganisationId to, params (string Name, string? Value)[] other)
    {
        var page = await browser.Get($"/cases/{id}/consents/record?to={to}");
        return await browser.Submit(page, [.. Usual.Where(u => other.All(o => o.Name != u.Name)), .. other]);
    }

    /// <summary>The instant of a Swedish day and time.</summary>
    public static DateTimeOffset At(this StoppedClock clock, string swedish)
    {
        clock.SetInSweden(DateTime.Parse(swedish, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        return clock.GetUtcNow();
    }
}
