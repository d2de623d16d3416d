using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Plans of assistance in several states, and one protected address with a grant.</summary>
internal sealed partial class SampleCases
{
    private async Task<PlanId> PlanAsync(string account, int daysAgo, CaseId id, string goals, params (string Service, string Need, string[] Providers, string? Other)[] services)
    {
        var plan = default(PlanId);
        await OnAsync(account, daysAgo, id, (c, act) =>
        {
            plan = c.DraftPlan(new(act.By, act.Day, PlanTimes.SuggestedReview(act.Day, null), goals), act).Id;
            foreach (var (service, need, providers, other) in services)
                c.AddPlanItem(plan, new()
                {
                    Service = service,
                    Providers = [.. providers.Select(p => _people[p].Actor.Organisation)],
                    Details = new() { Need = need, OtherProvider = other },
                    From = act.Day,
                    CostCentre = act.As == Role.SocialWorker ? "4711" : null,
                }, act);
        });
        return plan;
    }

    private Task ProposeAsync(string account, int daysAgo, CaseId id, PlanId plan) => OnAsync(account, daysAgo, id, (c, act) => c.ProposePlan(plan, act));

    /// <summary>Agreed to, and carried out from then on.</summary>
    private async Task CarryOutAsync(string account, int daysAgo, CaseId id, PlanId plan)
    {
        await ProposeAsync(account, daysAgo, id, plan);
        await OnAsync(account, daysAgo, id, (c, act) =>
        {
            c.AnswerPlan(plan, new() { Agrees = true, On = act.Day, Language = c.Facts.Languages[0], Method = "ORAL_INTERPRETER" }, act);
            c.RecordService(plan, c.Plans.Single(p => p.Id == plan).Items[0].Id, ItemStatus.Ongoing, act.Day, null, act);
        });
        await OnAsync(account, daysAgo, id, (c, act) => c.ActivatePlan(plan, act));
    }

    private async Task ShelterAsync(string worker, string manager, int daysAgo, CaseId id)
    {
        await OnAsync(worker, daysAgo, id, (c, act) => c.RecordAddress(new("Påhittade gatan 7, Exempelstad", "Ring boendets jour först."), act));
        var (to, by) = (_people[worker].Actor, _people[manager].Actor);
        await OnAsync(manager, daysAgo - 1, id, (c, act) => c.GrantAddress(new(to.User, to.Person, by.Person, by.IsManager, act.Day.AddDays(60), "Följer henne till vårdcentralen."), act));
    }
}
