using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Data;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Consents;

/// <summary>What is asked of a ground of law, by a manager or in acute danger.</summary>
public sealed record GroundForm
{
    public string? Recipient { get; init; }
    public string? Ground { get; init; }
    public List<string> Groups { get; init; } = [];
    public DateOnly? ValidUntil { get; init; }
    public string? Reason { get; init; }

    /// <summary>Says beside each field what is missing.</summary>
    /// <returns>The recipient; null when none was chosen, which has been said.</returns>
    internal async Task<Organisation?> CheckAsync(PathwayDb db, ModelStateDictionary state, Wording t, DateOnly today, CancellationToken stopping)
    {
        var recipient = await db.OrganisationAsync(Recipient, stopping);
        if (recipient is null) state.AddModelError("Input.Recipient", t.Error("Required", "Consents.Recipient"));
        if (Groups.Count == 0) state.AddModelError("Input.Groups", t.Error("Required", "Consents.Groups.Missing"));
        if (ValidUntil is null) state.AddModelError("Input.ValidUntil", t.Error("Required", "Consents.Ground.Until"));
        else if (ValidUntil < today) state.AddModelError("Input.ValidUntil", t["Errors.DateOrder", ("later", t["Consents.Ground.Until"]), ("earlier", t["Consents.TheDay"]), ("date", today)]);
        else if (LegalGround.LastDay(Ground, today) is var last && ValidUntil > last)
            state.AddModelError("Input.ValidUntil", t[Ground == LegalGround.Emergency ? "Rules.AnEmergencyIsShort" : "Rules.ALegalGroundLastsAYearAtMost", ("last", last)]);
        if (string.IsNullOrWhiteSpace(Reason)) state.AddModelError("Input.Reason", t.Error("Required", "Consents.Ground.Reason"));
        else if (Reason.Length > 4000) state.AddModelError("Input.Reason", t.Error("TooLong", "Consents.Ground.Reason", ("n", 4000), ("m", Reason.Length)));
        return recipient;
    }
}
