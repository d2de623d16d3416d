using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Integration;

namespace ReferralPathway.Web.Pages.Integration;

/// <summary>What whoever writes in a plan for integration can do with it as a whole. What the person says to it is a page of its own.</summary>
public enum IntegrationAct { Begin, Review, Complete, Discontinue }

/// <summary>The steps offered from where a plan stands; the law decides again when one is taken.</summary>
internal static class IntegrationWay
{
    public static IEnumerable<IntegrationAct> Acts(IntegrationRow plan)
    {
        if (plan.IsOver) yield break;
        if (plan.ReviewSince is not null) yield return IntegrationAct.Review;
        if (plan is { Status: IntegrationStatus.Draft, AgreedOn: not null }) yield return IntegrationAct.Begin;
        if (plan.Status == IntegrationStatus.Active) yield return IntegrationAct.Complete;
        yield return IntegrationAct.Discontinue;
    }

    public static bool MayAnswer(IntegrationRow plan) => plan.Status == IntegrationStatus.Draft && plan.Components.Any(c => c.EndedOn is null);

    /// <summary>A component that the right to stay of today does not open: it stands, goes on, and is said to be so.</summary>
    public static bool IsShut(CaseView view, ComponentRow component, DateOnly today) => component.EndedOn is null && PublicIntegration.Has(component.Component) && !view.PublicIntegrationIsOpen(today);

    public static IntegrationRow? Find(CaseView view, string id) => view.Integrations.FirstOrDefault(p => p.Id.ToString() == id);
}
