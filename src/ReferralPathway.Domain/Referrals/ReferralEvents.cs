using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Referrals;

/// <summary>F1.</summary>
public sealed record ReferralDrafted(CaseId CaseId, ReferralId Id, OrganisationId Recipient, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("recipient", Recipient.ToString())];
}

/// <summary>F2.</summary>
public sealed record ReferralSent(CaseId CaseId, ReferralId Id, OrganisationId Recipient, ReferralKind ReferralKind, Urgency Urgency, DateTimeOffset AnswerBy, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details =>
        [("recipient", Recipient.ToString()), ("kind", ReferralKind.ToString()), ("urgency", Urgency.ToString()), ("answerBy", AnswerBy.ToString("O", CultureInfo.InvariantCulture))];
}

/// <summary>F3.</summary>
public sealed record ReferralAccepted(CaseId CaseId, ReferralId Id, OrganisationId Sender, UserId Responsible, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("sender", Sender.ToString()), ("responsible", Responsible.ToString())];
}

/// <summary>F4.</summary>
public sealed record ReferralDeclined(CaseId CaseId, ReferralId Id, OrganisationId Sender, UserId Author, string Reason, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("sender", Sender.ToString()), ("reason", Reason)];
}

/// <summary>The sender wrote down what an organisation without accounts answered (K1).</summary>
public sealed record ReferralAnswerRecorded(CaseId CaseId, ReferralId Id, OrganisationId Recipient, UserId Author, bool Accepted, AnswerWay Way, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("recipient", Recipient.ToString()), ("to", Accepted ? "Accepted" : "Declined"), ("way", Way.ToString())];
}

/// <summary>F5.</summary>
public sealed record ReferralCompleted(CaseId CaseId, ReferralId Id, OrganisationId Sender, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("sender", Sender.ToString())];
}

/// <summary>F6, F7, and K3 (a) when consent ended.</summary>
public sealed record ReferralWithdrawn(CaseId CaseId, ReferralId Id, OrganisationId Recipient, bool BecauseOfConsent, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("recipient", Recipient.ToString()), ("because", BecauseOfConsent ? "consent" : "sender")];
}
