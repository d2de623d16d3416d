using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<AssistancePlan> _plans = [];

    /// <summary>The plans of assistance that the actor may read.</summary>
    public IReadOnlyList<AssistancePlan> Plans => _plans;

    /// <summary>Tracing a parent is asked for an unaccompanied child, or for somebody who may be one (S1-24).</summary>
    public bool MayTrace => Facts is { TreatedAsChild: true, Unaccompanied: "Yes" } && ChildTask is not { TracingIsAgainstInterest: true };

    /// <summary>The last day of a reflection period that the person has now.</summary>
    private DateOnly? ReflectionEnds => Facts.LegalStatus == "RP" ? Facts.LegalStatusValidTo : null;

    /// <summary>Begins a plan.</summary>
    public AssistancePlan DraftPlan(PlanTerms terms, Act act)
    {
        Opened();
        MayPlan(terms, act);
        var plan = new AssistancePlan(Id, terms, act);
        _plans.Add(plan);
        Touch(act);
        return plan;
    }

    /// <param name="ownerLeft">The owner takes no part in the case any longer, and the actor leads it: then the plan is the lead's to carry on.</param>
    public void RewritePlan(PlanId id, PlanTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        MayPlan(terms, act);
        Plan(id).Rewrite(terms, act, Carries(ownerLeft, act));
        Touch(act);
    }

    public PlanItem AddPlanItem(PlanId id, PlanItemTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        var item = Plan(id).AddItem(terms, MayTrace, act, Carries(ownerLeft, act));
        Touch(act);
        return item;
    }

    public void RewritePlanItem(PlanId id, Guid item, PlanItemTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).RewriteItem(item, terms, MayTrace, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>L1.</summary>
    public void ProposePlan(PlanId id, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).Propose(Facts.LegalStatus, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>L2: the person agrees, or says no; for a child the guardian, beside the child's own view.</summary>
    public void AnswerPlan(PlanId id, PersonsAnswer answer, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).Answer(answer, Facts.TreatedAsChild, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>L3.</summary>
    public void ActivatePlan(PlanId id, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).Activate(act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>L4, by hand: once its day has come.</summary>
    public void StartPlanReview(PlanId id, Act act, bool ownerLeft = false)
    {
        Opened();
        var plan = Plan(id);
        plan.StartReview(ReviewDay(plan), Carries(ownerLeft, act) ? Lead : plan.Owner, act);
        Touch(act);
    }

    /// <summary>L5.</summary>
    public void ReviewPlan(PlanId id, string note, DateOnly nextReviewOn, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).Review(note, nextReviewOn, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>L6.</summary>
    public void EndPlan(PlanId id, bool completed, string reason, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).End(completed, reason, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>What became of a service (A17).</summary>
    public void RecordService(PlanId id, Guid item, ItemStatus to, DateOnly on, string? reason, Act act, bool ownerLeft = false)
    {
        Opened();
        Plan(id).RecordService(item, to, on, reason, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>What time alone does to the plans (L4): each whose day has come is under review. While a case is closed its plans rest.</summary>
    /// <param name="takePart">The organisations that take part in the case now.</param>
    public void PlansMoveOn(IReadOnlyCollection<OrganisationId> takePart, Act act)
    {
        if (Status != CaseStatus.Open) return;
        foreach (var plan in _plans.Where(p => p.Status == PlanStatus.Active && ReviewDay(p) <= act.Day))
            plan.StartReview(ReviewDay(plan), takePart.Contains(plan.Owner) ? plan.Owner : Lead, act);
        Touch(act);
    }

    private DateOnly ReviewDay(AssistancePlan plan) => PlanTimes.DueOn(plan.ReviewOn, plan.ReviewedOn ?? plan.StartsOn, ReflectionEnds);

    private bool Carries(bool ownerLeft, Act act) => ownerLeft && act.For == Lead;

    private void MayPlan(PlanTerms terms, Act act)
    {
        if (act.As is not (Role.SocialWorker or Role.NgoWorker or Role.RegionalCoordinator or Role.MigrationOfficer)) throw new RuleBrokenException(Rule.OnlyProvidersPlan);
        if (!IsOnTeam(terms.Responsible, act)) throw new RuleBrokenException(Rule.ThePlansWorkerIsOnTheTeam);
    }

    private AssistancePlan Plan(PlanId id) => _plans.Single(p => p.Id == id);
}
