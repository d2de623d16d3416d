using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;

namespace ReferralPathway.Web.Hosting;

/// <summary>Plans for long-term integration: one that is carried out and waits to be gone through, one that is drafted, one that an NGO has.</summary>
internal sealed partial class SampleCases
{
    private async Task IntegrateAsync(CaseId anonymous)
    {
        var stays = await OpenAsync("sw.malmo", 60, Woman("25-34", "ti"), "PERMANENT", Types("DOMESTIC"), new() { GivenName = "Selam", FamilyName = "Tesfay", Nationalities = ["ER"] },
            new() { Direct = "Yes", Phone = "+46701740610", DeviceWatched = "No", LastCheckedOn = Day(12) });
        var plan = await IntegrationAsync("sw.malmo", 55, stays, "Att få ett eget arbete och tala svenska med sina kollegor.",
            ("PROGRAMME", ComponentProvider.State, null, "Arbetsförmedlingen"), ("LANGUAGE_CULTURE", ComponentProvider.Municipal, "sw.malmo", null), ("JOB", ComponentProvider.State, null, "Arbetsförmedlingen"),
            ("SKILLS", ComponentProvider.Municipal, "sw.malmo", null));
        await BeginAsync("sw.malmo", 54, stays, plan);
        await OnAsync("sw.malmo", 5, stays, (c, act) => c.EndComponent(plan, c.Integrations[0].Components.Single(k => k.Component == "SKILLS").Id, act.Day, "Hon har arbetat som sömmerska i sex år.", act));
        await IntegrationAsync("sw.malmo", 4, stays, null, ("BASIC_EDU", ComponentProvider.Municipal, "sw.malmo", null));

        // What was open is open no longer: nothing stops, and the plan waits to be gone through.
        var changed = await OpenAsync("sw.umea", 50, Man("25-34", "uk"), "WORK", Work("CONSTRUCTION"), new() { GivenName = "Taras", FamilyName = "Bondar", Nationalities = ["UA"] },
            new() { Direct = "Yes", Phone = "+46701740613", DeviceWatched = "No", LastCheckedOn = Day(10) });
        var trained = await IntegrationAsync("sw.umea", 45, changed, "Att bli elektriker.", ("PROFESSIONAL", ComponentProvider.Municipal, "sw.umea", null));
        await BeginAsync("sw.umea", 44, changed, trained);
        await OnAsync("sw.umea", 3, changed, (c, act) => c.RecordLegalStatus("TRP_OTHER", act.Day.AddDays(300), act));

        // The plan of an NGO is open to everybody.
        await IntegrationAsync("ngo.haven", 6, anonymous, "En vardag utan rädsla.", (PublicIntegration.NgoPlan, ComponentProvider.Ngo, "ngo.haven", null));
    }

    private async Task<IntegrationPlanId> IntegrationAsync(string account, int daysAgo, CaseId id, string? goals, params (string Component, ComponentProvider By, string? Provider, string? Other)[] components)
    {
        var plan = default(IntegrationPlanId);
        await OnAsync(account, daysAgo, id, (c, act) =>
        {
            plan = c.DraftIntegration(new(act.By, act.Day, goals), act).Id;
            foreach (var (component, by, provider, other) in components)
                c.AddComponent(plan, new() { Component = component, By = by, Provider = provider is null ? null : _people[provider].Actor.Organisation, Details = new() { OtherProvider = other }, From = act.Day }, act);
        });
        return plan;
    }

    /// <summary>Agreed to, and carried out from then on.</summary>
    private async Task BeginAsync(string account, int daysAgo, CaseId id, IntegrationPlanId plan)
    {
        await OnAsync(account, daysAgo, id, (c, act) => c.AnswerIntegration(plan, new() { Agrees = true, On = act.Day, Language = c.Facts.Languages[0], Method = "ORAL_INTERPRETER" }, act));
        await OnAsync(account, daysAgo, id, (c, act) => c.BeginIntegration(plan, act));
    }
}
