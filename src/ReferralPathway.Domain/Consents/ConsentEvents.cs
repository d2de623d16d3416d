using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

/// <summary>Consent was given, refused, withdrawn, or expired (K1–K4).</summary>
public sealed record ConsentRecorded(CaseId CaseId, ConsentId Id, OrganisationId Recipient, string Purpose, ConsentState State, DataGroups Groups, DateOnly DecidedOn, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => DecidedOn;

    public override IEnumerable<(string Name, string Value)> Details =>
        [("recipient", Recipient.ToString()), ("purpose", Purpose), ("state", State.ToString()), ("groups", Groups.Mask.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>The form that the person signed was attached.</summary>
public sealed record FormAttached(CaseId CaseId, AttachmentId Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;
}

/// <summary>A legal ground was recorded instead of consent (A37).</summary>
public sealed record LegalGroundRecorded(CaseId CaseId, LegalGroundId Id, OrganisationId Recipient, string Ground, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("recipient", Recipient.ToString()), ("ground", Ground)];
}

/// <summary>Nobody looked at an emergency ground within 24 hours (A37): the managers of the lead and the auditors are told.</summary>
public sealed record LegalGroundUnreviewed(CaseId CaseId, LegalGroundId Id, OrganisationId Lead, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;
}

/// <summary>The last day of a ground has passed: what waited on it is called back.</summary>
public sealed record LegalGroundEnded(CaseId CaseId, LegalGroundId Id, OrganisationId Recipient, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("recipient", Recipient.ToString())];
}

/// <summary>A manager looked at an emergency ground: it stands, or it ends now (A37).</summary>
public sealed record LegalGroundReviewed(CaseId CaseId, LegalGroundId Id, bool Upheld, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Consents;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("upheld", Upheld ? "yes" : "no")];
}
