using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Integration;

/// <summary>DG10: one component of a plan. It is ended, with what came of it, and never taken away.</summary>
public sealed class IntegrationComponent
{
    private IntegrationComponent() { }

    internal IntegrationComponent(IntegrationPlan plan, ComponentTerms terms, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        AgreedOn = terms.AgreedOn;
        Rewrite(terms);
    }

    public Guid Id { get; private set; }

    public IntegrationPlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Code list integration_component.</summary>
    public string Component { get; private set; } = "";

    public ComponentProvider By { get; private set; }

    public OrganisationId? Provider { get; private set; }

    public Sealed<ComponentDetails> Details { get; private set; } = null!;

    public DateOnly From { get; private set; }

    /// <summary>The day on which it is planned to end.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The day on which the person said yes to what was added to a plan under way.</summary>
    public DateOnly? AgreedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>What came of it.</summary>
    public Sealed<string>? Outcome { get; private set; }

    internal void Rewrite(ComponentTerms terms)
    {
        Component = terms.Component;
        By = terms.By;
        Provider = terms.Provider;
        Details = new(terms.Details);
        From = terms.From!.Value;
        To = terms.To;
    }

    internal void End(DateOnly on, string? outcome)
    {
        EndedOn = on;
        Outcome = outcome is null ? null : new(outcome);
    }
}

/// <summary>DG10: what the person said to the plan. Never changed.</summary>
public sealed class IntegrationAnswer
{
    private IntegrationAnswer() { }

    internal IntegrationAnswer(IntegrationPlan plan, PersonsAnswer answer, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        Agrees = answer.Agrees;
        On = answer.On;
        Language = answer.Language;
        Method = answer.Method;
        Notes = new(answer.Notes);
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public IntegrationPlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    public bool Agrees { get; private set; }

    public DateOnly On { get; private set; }

    public string? Language { get; private set; }

    public string? Method { get; private set; }

    public Sealed<AnswerNotes> Notes { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>DG10: one step of a plan as it was recorded; of a review the note, of an end the reason. Never changed.</summary>
public sealed class IntegrationStep
{
    private IntegrationStep() { }

    internal IntegrationStep(IntegrationPlan plan, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        Status = plan.Status;
        On = act.Day;
        Reason = reason is null ? null : new(reason);
        Number = plan.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public IntegrationPlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    public IntegrationStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    /// <summary>The revision of the plan before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
