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
        Coverable(terms.Recipient, act);
        _referrals.Add(draft);
        Touch(act);
        return draft;
    }

    /// <summary>Changes a draft before it is sent.</summary>
    public void RedraftReferral(ReferralId id, ReferralTerms terms, Act act)
    {
        Opened();
        if (terms.Kind == ReferralKind.Transfer && act.For != Lead) throw new RuleBrokenException(Rule.OnlyTheLeadTransfersTheCase);
        Coverable(terms.Recipient, act);
        _referrals.Single(r => r.Id == id).Redraft(terms, act);
        Touch(act);
    }

    /// <summary>What a referral to a recipient may carry at this instant: what consent covers, and what legal grounds name.</summary>
    public DataGroups CoveredFor(OrganisationId recipient, DateTimeOffset at) =>
        GroundsFor(recipient, at).Aggregate(ConsentLedger.CoveredForReferral(_consents, recipient, at), (all, ground) => all | ground.Groups);

    /// <summary>What the new lead of a case cannot do without; health follows only where the person agreed to it.</summary>
    public static readonly DataGroups TransferCarries = DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative);

    /// <summary>Sends a draft (F2): consent or ground for this recipient, only what it covers, safe contact known, danger acknowledged.</summary>
    /// <param name="dangerAcknowledged">The sender has read that 112 comes first; asked when the urgency is immediate danger.</param>
    /// <param name="recipientIsActive">Whether the recipient still takes part in the system.</param>
    public void SendReferral(ReferralId id, bool dangerAcknowledged, Act act, bool recipientIsActive = true)
    {
        Opened();
        var referral = _referrals.Single(r => r.Id == id);
        if (!recipientIsActive) throw new RuleBrokenException(Rule.RecipientReceivesReferrals);
        if (referral.Kind == ReferralKind.Transfer && referral.Sender != Lead) throw new RuleBrokenException(Rule.OnlyTheLeadTransfersTheCase);
        var consent = ConsentLedger.InForce(_consents, referral.Recipient, Purposes.Referral, act.At);
        var ground = consent is null ? GroundsFor(referral.Recipient, act.At).MaxBy(g => g.RecordedAt) : null;
        if (consent is null && ground is null) throw new RuleBrokenException(Rule.ReferralNeedsConsent, ("recipient", referral.Recipient));
        if (!CoveredFor(referral.Recipient, act.At).Covers(referral.Groups)) throw new RuleBrokenException(Rule.ReferralSendsOnlyWhatIsCovered);
        if (referral.Kind == ReferralKind.Transfer && !referral.Groups.Covers(TransferCarries.Without(DataGroup.Facts))) throw new RuleBrokenException(Rule.ATransferCarriesTheCase);
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

    /// <summary>
    /// The recipient takes a referral on (F3): somebody is responsible and on the team from now on; with a transfer of responsibility the recipient also leads (C8).
    /// </summary>
    /// <param name="participation">The part in the case that the database settled from this referral, just before.</param>
    public void AcceptReferral(Referral referral, UserId responsible, DateOnly? firstContactOn, Guid participation, Act act)
    {
        if (referral.Kind == ReferralKind.Transfer && referral.Sender != Lead) throw new RuleBrokenException(Rule.OnlyTheLeadTransfersTheCase);
        referral.Accept(responsible, firstContactOn, act);
        if (_team.Any(m => m.OrganisationId == act.For && m.UserId == responsible && m.IsOnTeam)) MakeResponsible(responsible, act);
        else AddToTeam(responsible, responsible: true, act);
        if (referral.Kind == ReferralKind.Transfer) TransferLead(referral, participation, act);
    }

    private IEnumerable<LegalGround> GroundsFor(OrganisationId recipient, DateTimeOffset at) => _grounds.Where(g => g.Recipient == recipient && g.HoldsAt(at));

    private void Coverable(OrganisationId recipient, Act act)
    {
        if (CoveredFor(recipient, act.At).IsEmpty) throw new RuleBrokenException(Rule.ReferralNeedsConsent, ("recipient", recipient));
    }

    /// <summary>The case changed through one of its parts, which has written down itself what happened.</summary>
    private void Touch(Act act)
    {
        if (_events.Count == 0) Revision++;
        ChangedAt = act.At;
    }
}
