using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Assistance;

/// <summary>DG10: one service of a plan, who gives it, and how it stands.</summary>
public sealed class PlanItem
{
    private PlanItem() { }

    internal PlanItem(AssistancePlan plan, PlanItemTerms terms, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        Status = ItemStatus.Planned;
        StatusOn = act.Day;
        RecordedAt = act.At;
        Rewrite(terms);
    }

    public Guid Id { get; private set; }

    public PlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Code list service.</summary>
    public string Service { get; private set; } = "";

    public List<OrganisationId> Providers { get; private set; } = [];

    public Sealed<PlanItemDetails> Details { get; private set; } = null!;

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public ItemStatus Status { get; private set; }

    public DateOnly StatusOn { get; private set; }

    /// <summary>Why it was cancelled, or could not be had; what was delivered.</summary>
    public Sealed<string>? Outcome { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public bool IsSettled => Status is ItemStatus.Done or ItemStatus.Cancelled or ItemStatus.NotAvailable;

    internal void Rewrite(PlanItemTerms terms)
    {
        Service = terms.Service;
        Providers = [.. terms.Providers];
        Details = new(terms.Details);
        From = terms.From!.Value;
        To = terms.To;
    }

    internal bool MayBecome(ItemStatus to) => Next(Status).Contains(to);

    /// <summary>Where a service goes from where it stands.</summary>
    public static IReadOnlyList<ItemStatus> Next(ItemStatus from) => from switch
    {
        ItemStatus.Planned => [ItemStatus.Approved, ItemStatus.Ongoing, ItemStatus.NotAvailable, ItemStatus.Cancelled],
        ItemStatus.Approved => [ItemStatus.Ongoing, ItemStatus.Done, ItemStatus.NotAvailable, ItemStatus.Cancelled],
        ItemStatus.Ongoing => [ItemStatus.Done, ItemStatus.NotAvailable, ItemStatus.Cancelled],
        _ => [],
    };

    internal void Become(ItemStatus to, DateOnly on, string? reason)
    {
        Status = to;
        StatusOn = on;
        Outcome = string.IsNullOrWhiteSpace(reason) ? null : new(reason);
    }

    /// <summary>What the money of an ALLOWANCE is, by who gives it; null where the giver is neither a municipality nor the Migration Agency, or the service another.</summary>
    public static AllowanceKind? AllowanceOf(string service, IEnumerable<OrganisationKind> providers) => service != "ALLOWANCE" ? null
        : providers.Select(kind => kind switch
        {
            OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach => AllowanceKind.SocialAssistance,
            OrganisationKind.MigrationAgency => AllowanceKind.DailyAllowance,
            _ => (AllowanceKind?)null,
        }).FirstOrDefault(kind => kind is not null);

    /// <summary>Both the social services and health care are needed: then a coordinated individual plan is made, if the person consents (SoL 10:8).</summary>
    public static bool AskForCoordinatedPlan(IEnumerable<(string Service, IReadOnlyList<OrganisationKind> Providers)> items)
    {
        var all = items.ToList();
        return all.Any(i => i.Service == "HEALTH")
            && all.Any(i => i.Service == "SOCIAL" || i.Service != "HEALTH" && i.Providers.Any(p => p is OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach));
    }
}

/// <summary>DG10: what the person said to the plan. Never changed.</summary>
public sealed class PlanAnswer
{
    private PlanAnswer() { }

    internal PlanAnswer(AssistancePlan plan, PersonsAnswer answer, Act act)
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

    public PlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    public bool Agrees { get; private set; }

    public DateOnly On { get; private set; }

    public string? Language { get; private set; }

    public string? Method { get; private set; }

    public Sealed<AnswerNotes> Notes { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>DG10: one step of a plan as it was recorded; of a review the note, of an end the reason. Never changed.</summary>
public sealed class PlanStep
{
    private PlanStep() { }

    internal PlanStep(AssistancePlan plan, DateOnly on, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        Status = plan.Status;
        On = on;
        Reason = reason is null ? null : new(reason);
        Number = plan.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    public PlanStatus Status { get; private set; }

    /// <summary>Swedish day on which it happened.</summary>
    public DateOnly On { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    /// <summary>The revision of the plan before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>"Assistance is ongoing", since when; for those who may know no more. Never changed.</summary>
public sealed class PlanSummary
{
    private PlanSummary() { }

    internal PlanSummary(AssistancePlan plan, DateOnly on, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = plan.Id;
        CaseId = plan.CaseId;
        IsOngoing = plan.Status is PlanStatus.Active or PlanStatus.UnderReview;
        On = on;
        Number = plan.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PlanId PlanId { get; private set; }

    public CaseId CaseId { get; private set; }

    public bool IsOngoing { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>The revision of the plan before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>DG13: who is charged for a service. A table of its own, for its own readers; the last word counts.</summary>
public sealed class PlanCost
{
    private PlanCost() { }

    internal PlanCost(PlanItem item, string centre, int number, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PlanId = item.PlanId;
        ItemId = item.Id;
        CaseId = item.CaseId;
        RecordedBy = act.For;
        CostCentre = new(centre);
        Number = number;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PlanId PlanId { get; private set; }

    public Guid ItemId { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public Sealed<string> CostCentre { get; private set; } = null!;

    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
