using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Pages.Assistance;

/// <summary>What whoever writes in a plan can do with it as a whole. What the person says to it is a page of its own.</summary>
public enum PlanAct { Propose, Activate, StartReview, Review, Complete, Discontinue }

/// <summary>The steps offered from where a plan or a service stands; the law decides again when one is taken.</summary>
internal static class PlanWay
{
    public static IEnumerable<PlanAct> Acts(PlanRow plan, DateOnly today) => plan.Status switch
    {
        PlanStatus.Draft => [PlanAct.Propose, PlanAct.Discontinue],
        PlanStatus.Proposed => [PlanAct.Discontinue],
        PlanStatus.Agreed => [PlanAct.Activate, PlanAct.Discontinue],
        PlanStatus.Active => [.. plan.ReviewOn <= today ? [PlanAct.StartReview] : Array.Empty<PlanAct>(), PlanAct.Complete, PlanAct.Discontinue],
        PlanStatus.UnderReview => [PlanAct.Review],
        _ => [],
    };

    public static bool TakesServices(PlanRow plan) => plan.Status is PlanStatus.Draft or PlanStatus.UnderReview;

    /// <summary>What can be recorded of a service: of a draft only that it is planned no longer; a coordinator delivers nothing.</summary>
    public static IReadOnlyList<ItemStatus> Next(CaseView view, PlanRow plan, PlanItemRow item)
    {
        if (!view.May(CaseOperation.RecordService) || !view.MayWrite(plan) && item.Providers.All(p => p.Id != view.Mine)) return [];
        var next = PlanItem.Next(item.Status);
        if (plan.Status == PlanStatus.Draft) return [.. next.Where(s => s == ItemStatus.Cancelled)];
        if (plan.Status is not (PlanStatus.Agreed or PlanStatus.Active or PlanStatus.UnderReview)) return [];
        return view.MyKind == OrganisationKind.RegionalCoordinator ? [.. next.Where(s => s is not (ItemStatus.Ongoing or ItemStatus.Done))] : next;
    }

    public static PlanRow? Find(CaseView view, string id) => view.Plans.FirstOrDefault(p => p.Id.ToString() == id);
}
