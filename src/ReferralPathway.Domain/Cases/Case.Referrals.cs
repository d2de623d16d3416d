using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<Referral> _referrals = [];
    private readonly List<ReferralPreview> _previews = [];

    /// <summary>The referrals of the case that the actor may read.</summary>
    public IReadOnlyList<Referral> Referrals => _referrals;

    /// <summary>Begins a referral (F1). IOM is reached through a return application, the Gender Equality Agency never.</summary>
    public Referral DraftReferral(ReferralTerms terms, Act act)
    {
        Opened();
        if (terms.Kind == ReferralKind.Transfer && act.For != Lead) throw new RuleBrokenException(Rule.OnlyTheLeadTransfersTheCase);
        var draft = new Referral(Id, terms, act);
        _referrals.Add(draft);
        Touch(act);
        return draft;
    }

    /// <summary>What a referral to a recipient may carry at this instant: what consent covers, or what a legal ground names.</summary>
    public DataGroups CoveredFor(OrganisationId recipient, DateTimeOffset at)
    {
        var covered = ConsentLedger.CoveredForReferral(_consents, recipient, at);
        return GroundFor(recipient, at) is { } ground ? covered | ground.Groups : covered;
    }

    /// <summary>Sends a draft (F2): consent or ground for this recipient, only what it covers, safe contact known, danger acknowledged.</summary>
    /// <param name="dangerAcknowledged">The sender has read that 112 comes first; asked when the urgency is immediate danger.</param>
    public void SendReferral(ReferralId id, bool dangerAcknowledged, Act act)
    {
        Opened();
        var referral = _referrals.Single(r => r.Id == id);
        var consent = ConsentLedger.InForce(_consents, referral.Recipient, Purposes.Referral, act.At);
        var ground = consent is null ? GroundFor(referral.Recipient, act.At) : null;
        if (consent is null && ground is null) throw new RuleBrokenException(Rule.ReferralNeedsConsent, ("recipient", referral.Recipient));
        if (!CoveredFor(referral.Recipient, act.At).Covers(referral.Groups)) throw new RuleBrokenException(Rule.ReferralSendsOnlyWhatIsCovered);
        if (!Intake.HasFlag(IntakeParts.SafeContact)) throw new RuleBrokenException(Rule.ReferralNeedsSafeContact);
        if (referral.Urgency == Urgency.ImmediateDanger && !dangerAcknowledged) throw new RuleBrokenException(Rule.ImmediateDangerMeans112First);
        referral.Send(referral.Groups | DataGroups.Of(DataGroup.Facts), consent?.Id, ground?.Id, act);
        _previews.Add(new(referral, Reference, Facts.AgeGroup, Facts.Gender, Facts.Languages, Facts.InterpreterNeeded));
        Touch(act);
    }

    /// <summary>A transfer of responsibility was accepted (C8): the recipient leads; the former lead keeps what it had, and nothing later.</summary>
    /// <param name="participation">The new lead's part, settled by the database from the accepted referral.</param>
    public void TransferLead(Referral accepted, Guid participation, Act act)
    {
        if (accepted.Kind != ReferralKind.Transfer || accepted.Status != ReferralStatus.Accepted || accepted.Sender != Lead)
            throw new RuleBrokenException(Rule.OnlyTheLeadTransfersTheCase);
        var from = Lead;
        Lead = accepted.Recipient;
        LeadParticipationId = participation;
        LeadParticipation = null;
        Record(new LeadTransferred(Id, from, Lead, act));
    }

    private LegalGround? GroundFor(OrganisationId recipient, DateTimeOffset at) =>
        _grounds.Where(g => g.Recipient == recipient && g.RecordedAt <= at && g.ValidUntil >= SwedishCalendar.DayOf(at)).MaxBy(g => g.RecordedAt);

    /// <summary>The case changed through one of its parts, which has written down itself what happened.</summary>
    private void Touch(Act act)
    {
        if (_events.Count == 0) Revision++;
        ChangedAt = act.At;
    }
}
