using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>A draft was begun (C1).</summary>
public sealed record CaseStarted(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act);

/// <summary>A part of the intake was answered or corrected.</summary>
public sealed record FactsRecorded(CaseId CaseId, IntakeParts Part, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("part", Part.ToString())];
}

/// <summary>A part of the intake was left before it was complete.</summary>
public sealed record PartBegun(CaseId CaseId, IntakeParts Part, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("part", Part.ToString())];
}

public sealed record SafeContactRecorded(CaseId CaseId, DateOnly CheckedOn, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.SafeContact;

    public override DateOnly? OccurredOn => CheckedOn;
}

public sealed record IdentityRecorded(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Identity;
}

public sealed record HealthRecorded(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Health;
}

/// <param name="Id">Of the assessment.</param>
public sealed record Assessed(CaseId CaseId, Guid Id, DateOnly On, DateOnly? NextReview, Act Act) : CaseEvent(CaseId, Act)
{
    public override Guid? Record => Id;

    public override DataGroup Group => DataGroup.Narrative;

    public override DateOnly? OccurredOn => On;
}

/// <summary>The draft became a case (C2).</summary>
public sealed record CaseOpened(CaseId CaseId, bool Child, bool AcuteNeed, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("child", Child ? "yes" : "no"), ("acute", AcuteNeed ? "yes" : "no")];
}

/// <summary>A child who came along got a case of its own.</summary>
public sealed record ChildCaseStarted(CaseId CaseId, CaseId Child, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;

    public override Guid? Record => Child.Value;
}

/// <summary>C4.</summary>
public sealed record RuledOut(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act);

/// <summary>C5.</summary>
public sealed record PresumedAgain(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act);

/// <summary>C3: the first preliminary investigation was initiated, and that alone did it (S1-08).</summary>
/// <param name="Lead">The organisation that leads the case, and is told.</param>
public sealed record FormallyIdentified(CaseId CaseId, DateOnly On, OrganisationId Lead, Act Act) : CaseEvent(CaseId, Act)
{
    public override DateOnly? OccurredOn => On;
}

/// <summary>The investigation on which the identification rested was recorded in error.</summary>
public sealed record IdentificationCorrected(CaseId CaseId, DateOnly? On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DateOnly? OccurredOn => On;
}

/// <summary>C6.</summary>
public sealed record CaseClosed(CaseId CaseId, string Because, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("because", Because)];
}

/// <summary>C7.</summary>
public sealed record CaseReopened(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act);

/// <summary>C8: another organisation leads.</summary>
public sealed record LeadTransferred(CaseId CaseId, OrganisationId From, OrganisationId To, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("from", From.ToString()), ("to", To.ToString())];
}

public sealed record TeamChanged(CaseId CaseId, UserId Member, string Change, Act Act) : CaseEvent(CaseId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("member", Member.ToString()), ("change", Change)];
}

/// <summary>Somebody of an organisation that takes part became the first there to work with the case.</summary>
public sealed record TakenOn(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act);

public sealed record GlassBroken(CaseId CaseId, Guid Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;

    public override Guid? Record => Id;
}

public sealed record GlassReviewed(CaseId CaseId, Guid Id, bool Justified, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;

    public override Guid? Record => Id;

    public override IEnumerable<(string Name, string Value)> Details => [("justified", Justified ? "yes" : "no")];
}

/// <summary>The person's right to stay is another from a day on, by a decision or by its end.</summary>
public sealed record LegalStatusChanged(CaseId CaseId, string Status, DateOnly From, LegalStatusSource Source, Act Act) : CaseEvent(CaseId, Act)
{
    public override DateOnly? OccurredOn => From;

    public override IEnumerable<(string Name, string Value)> Details => [("status", Status), ("source", Source.ToString())];
}

/// <summary>It was asked whether another organisation knows the same person. What came of it stands nowhere in the case.</summary>
public sealed record OthersAsked(CaseId CaseId, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.AnswersForCase;
}
