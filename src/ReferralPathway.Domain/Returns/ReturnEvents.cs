using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Returns;

/// <summary>Something happened to an application for return. The line is for whoever leads the case, the coordinator and IOM.</summary>
public abstract record ReturnEvent(CaseId CaseId, ReturnId Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.ReturnSummary;

    public override Guid? Record => Id.Value;
}

/// <summary>Who has to do with an application: whoever leads the case, its author, the coordinator, IOM.</summary>
public sealed record ReturnParties(OrganisationId Lead, OrganisationId Author, UserId Writer, OrganisationId? Coordinator, OrganisationId? Iom);

/// <summary>An application was begun, or took a step (R1–R13).</summary>
/// <param name="From">Null when it was begun.</param>
/// <param name="TravelOn">The day of the journey, where one is planned.</param>
/// <param name="OpenPoints">The contacts that are still to come.</param>
public sealed record ReturnMoved(CaseId CaseId, ReturnId Id, ReturnStatus? From, ReturnStatus To, ReturnParties Parties, DateOnly On, DateOnly? TravelOn, IReadOnlyList<Guid> OpenPoints, Act Act)
    : ReturnEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("to", To.ToString())];
}

/// <summary>A page of the application was written.</summary>
public sealed record ReturnWritten(CaseId CaseId, ReturnId Id, PaperKind Paper, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("paper", Paper.ToString())];
}

/// <summary>Where the person is fetched was released for the day of travel, and for no other.</summary>
public sealed record PickUpReleased(CaseId CaseId, ReturnId Id, Guid PickUpId, DateOnly On, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("on", $"{On:O}")];
}

/// <summary>The months in which IOM gets in touch are set down; no contact is planned without the person's consent (S4-08).</summary>
public sealed record MonitoringPlanned(CaseId CaseId, ReturnId Id, OrganisationId Iom, IReadOnlyList<ContactPoint> Points, DateOnly EarliestEnd, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("until", $"{EarliestEnd:O}")];
}

/// <summary>A piece of the support to reintegration was planned, or planned anew.</summary>
public sealed record SupportPlanned(CaseId CaseId, ReturnId Id, Guid ItemId, OrganisationId Iom, SupportForm Form, DateOnly PlannedOn, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("form", Form.ToString()), ("on", $"{PlannedOn:O}")];
}

/// <summary>A piece of support was delivered, or will not be.</summary>
public sealed record SupportSettled(CaseId CaseId, ReturnId Id, Guid ItemId, SupportForm Form, SupportOutcome Outcome, DateOnly On, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("form", Form.ToString()), ("change", Outcome.ToString())];
}

/// <summary>The consent to the return ended after the journey: what was planned and not yet given is not given.</summary>
public sealed record SupportEnded(CaseId CaseId, ReturnId Id, Act Act) : ReturnEvent(CaseId, Id, Act);

/// <summary>IOM tried to speak with the person after the return.</summary>
/// <param name="Answered">The months that this contact answers.</param>
public sealed record ReturneeContacted(CaseId CaseId, ReturnId Id, DateOnly On, bool Reached, IReadOnlyList<Guid> Answered, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("reached", Reached ? "yes" : "no")];
}

/// <summary>Something in the investigation or the court was released for the person who has gone home (S4-09).</summary>
public sealed record JusticeReleased(CaseId CaseId, ReturnId Id, Guid EventId, JusticeKind What, OrganisationId To, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("what", What.ToString())];
}

/// <summary>IOM passed it on, or could not.</summary>
public sealed record JusticeRelayed(CaseId CaseId, ReturnId Id, Guid EventId, JusticeKind What, OrganisationId ReleasedBy, bool Reached, Act Act) : ReturnEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("what", What.ToString()), ("reached", Reached ? "yes" : "no")];
}
