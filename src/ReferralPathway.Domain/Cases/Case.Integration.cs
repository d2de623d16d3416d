using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<IntegrationPlan> _integrations = [];

    /// <summary>The plans for long-term integration that the actor may read.</summary>
    public IReadOnlyList<IntegrationPlan> Integrations => _integrations;

    public IntegrationPlan DraftIntegration(IntegrationTerms terms, Act act)
    {
        Opened();
        MayIntegrate(terms.Responsible, act);
        var plan = new IntegrationPlan(Id, terms, Next, PublicIsOpen(act), act);
        _integrations.Add(plan);
        Touch(act);
        return plan;
    }

    /// <param name="ownerLeft">The owner takes no part in the case any longer, and the actor leads it: then the plan is the lead's to carry on.</param>
    public void RewriteIntegration(IntegrationPlanId id, IntegrationTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        MayIntegrate(terms.Responsible, act);
        Integration(id).Rewrite(terms, act, Carries(ownerLeft, act));
        Touch(act);
    }

    public IntegrationComponent AddComponent(IntegrationPlanId id, ComponentTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        var component = Integration(id).Add(terms, PublicIsOpen(act), act, Carries(ownerLeft, act));
        Touch(act);
        return component;
    }

    public void RewriteComponent(IntegrationPlanId id, Guid component, ComponentTerms terms, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).Rewrite(component, terms, PublicIsOpen(act), act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>The person agrees, or says no; for a child whoever decides for it, beside the child's own view.</summary>
    public void AnswerIntegration(IntegrationPlanId id, PersonsAnswer answer, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).Answer(answer, Facts.TreatedAsChild, act, Carries(ownerLeft, act));
        Touch(act);
    }

    public void BeginIntegration(IntegrationPlanId id, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).Begin(PublicIsOpen(act), act, Carries(ownerLeft, act));
        Touch(act);
    }

    public void ReviewIntegration(IntegrationPlanId id, string note, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).Review(note, act, Carries(ownerLeft, act));
        Touch(act);
    }

    public void EndComponent(IntegrationPlanId id, Guid component, DateOnly on, string outcome, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).EndComponent(component, on, outcome, act, Carries(ownerLeft, act));
        Touch(act);
    }

    public void EndIntegration(IntegrationPlanId id, bool completed, string reason, Act act, bool ownerLeft = false)
    {
        Opened();
        Integration(id).End(completed, reason, act, Carries(ownerLeft, act));
        Touch(act);
    }

    /// <summary>
    /// The right to stay is another than a plan last saw, or has run out: its owner is asked to go through it, and nothing stops by itself. Whoever records the status may
    /// not read the plan; so this is the system's to see.
    /// </summary>
    /// <param name="unseen">The plans that have not seen the latest right to stay, or whose review nobody is asked for any longer.</param>
    /// <param name="takePart">The organisations that take part in the case now.</param>
    public void IntegrationsComeUnderReview(IReadOnlyCollection<IntegrationPlanId> unseen, IReadOnlyCollection<OrganisationId> takePart, Act act)
    {
        if (Status != CaseStatus.Open) return;
        foreach (var plan in _integrations.Where(p => unseen.Contains(p.Id)))
            plan.AskForReview(Next, PublicIsOpen(act), takePart.Contains(plan.Owner) ? plan.Owner : Lead, act);
        Touch(act);
    }

    private bool PublicIsOpen(Act act) => PublicIntegration.IsOpenTo(Facts.LegalStatus, Facts.LegalStatusValidTo, act.Day);

    private void MayIntegrate(UserId responsible, Act act)
    {
        if (act.As is not (Role.SocialWorker or Role.NgoWorker)) throw new RuleBrokenException(Rule.IntegrationIsPlannedByTheBoardOrAnNgo);
        if (!IsOnTeam(responsible, act)) throw new RuleBrokenException(Rule.ThePlansWorkerIsOnTheTeam);
    }

    private IntegrationPlan Integration(IntegrationPlanId id) => _integrations.Single(p => p.Id == id);
}
