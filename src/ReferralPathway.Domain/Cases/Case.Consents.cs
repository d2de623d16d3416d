using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<ConsentDecision> _consents = [];
    private readonly List<LegalGround> _grounds = [];

    /// <summary>The ledger, as far as the actor may read it.</summary>
    public IReadOnlyList<ConsentDecision> Consents => _consents;

    public IReadOnlyList<LegalGround> LegalGrounds => _grounds;

    /// <summary>Keeps the form that the person signed, before the decision that names it.</summary>
    /// <param name="content">A PDF, or a picture as it was drawn anew, by what it is and not by what it is called.</param>
    public Attachment AttachForm(byte[] content, Act act)
    {
        Opened();
        var form = new Attachment(Id, AttachmentKind.SignedConsent, content, act);
        _attachments.Add(form);
        Record(new FormAttached(Id, form.Id, act));
        return form;
    }

    /// <summary>The person said yes (K1). The ledger enables referrals to that recipient for that purpose.</summary>
    public ConsentDecision GiveConsent(ConsentTerms terms, Act act)
    {
        Asked(terms, act);
        if (!terms.FullyInformed) throw new RuleBrokenException(Rule.ConsentIsInformed);
        if (terms.Groups.IsEmpty) throw new RuleBrokenException(Rule.ConsentNamesWhatIsShared);
        if (terms.ValidUntil < terms.DecidedOn || terms.ValidUntil < act.Day) throw new RuleBrokenException(Rule.AConsentEndsAfterItBegins);
        if (terms.Method is null || !CodeLists.ConsentMethod.Has(terms.Method)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (Facts.TreatedAsChild && (string.IsNullOrWhiteSpace(terms.Notes?.Guardian) || string.IsNullOrWhiteSpace(terms.Notes.ChildsOpinion)))
            throw new RuleBrokenException(Rule.AChildsConsentHasGuardianAndOwnOpinion);
        // Nobody shares with, or asks, a guardian who may be the perpetrator: a god man or a special representative decides instead.
        if (ChildTask is { IsOpen: true, GuardianIsSuspected: true, IsRepresented: false }) throw new RuleBrokenException(Rule.ASuspectedGuardianDecidesNothing);
        return Decide(terms, ConsentState.Given, act);
    }

    /// <summary>
    /// The person said no (K2). Nothing else changes for them: advice without personal details and municipal support stand. A no after a yes takes the yes back, with what follows from that (K3).
    /// </summary>
    public ConsentDecision RefuseConsent(ConsentTerms terms, Act act)
    {
        Asked(terms, act);
        // Also a yes that has run out, where the sweep has not said so yet: it asks for the last word alone, and this is it.
        var said = ConsentLedger.Latest(_consents, terms.Recipient, terms.Purpose, act.At) is { State: ConsentState.Given } given ? given : null;
        var refused = Decide(terms with { Groups = DataGroups.None, ValidUntil = null }, ConsentState.Refused, act);
        if (said is not null) Lose(said, _referrals, withdrawn: true, act);
        return refused;
    }

    /// <summary>
    /// The person takes it back (K3): waiting referrals to that recipient are called back in the same transaction; an accepted one stays, but the recipient
    /// reads nothing that is recorded from this moment on.
    /// </summary>
    /// <param name="referrals">The referrals of the case to that recipient.</param>
    public ConsentDecision WithdrawConsent(OrganisationId recipient, string purpose, DateOnly on, string? reason, IEnumerable<Referral> referrals, Act act)
    {
        NotInTheFuture(on, act);
        var given = ConsentLedger.InForce(_consents, recipient, purpose, act.At) ?? throw new RuleBrokenException(Rule.OnlyAGivenConsentIsWithdrawn);
        return End(given, ConsentState.Withdrawn, on, reason, referrals, act);
    }

    /// <summary>Its last day has passed (K4). Performed by the sweep.</summary>
    public ConsentDecision ExpireConsent(ConsentId id, IEnumerable<Referral> referrals, Act act)
    {
        var given = _consents.Single(c => c.Id == id);
        if (given.State != ConsentState.Given || !(given.ValidUntil < act.Day) || ConsentLedger.Latest(_consents, given.Recipient, given.Purpose, act.At) != given) throw new RuleBrokenException(Rule.OnlyAGivenConsentIsWithdrawn);
        return End(given, ConsentState.Expired, given.ValidUntil.Value, null, referrals, act);
    }

    /// <summary>A ground of law instead of consent (A37): by a manager of the lead; EMERGENCY by any worker of the lead, only to the police, and for 72 hours at most.</summary>
    public LegalGround RecordLegalGround(OrganisationId recipient, OrganisationKind kind, string ground, DataGroups groups, DateOnly validUntil, string reason, bool byManager, Act act)
    {
        Opened();
        if (!OrganisationKinds.ReceivesReferrals(kind)) throw new RuleBrokenException(Rule.RecipientReceivesReferrals);
        if (recipient == act.For) throw new RuleBrokenException(Rule.ConsentIsForAnotherOrganisation);
        if (!CodeLists.DisclosureGround.Has(ground) || ground == "CONSENT") throw new RuleBrokenException(Rule.CodesAreListed);
        if (ground == LegalGround.Emergency && kind != OrganisationKind.Police) throw new RuleBrokenException(Rule.AnEmergencyGoesToThePolice);
        if (ground != LegalGround.Emergency && !byManager) throw new RuleBrokenException(Rule.ALegalGroundIsDecidedByAManager);
        if (ground == "CHILD_REPORT" && kind != OrganisationKind.Municipality) throw new RuleBrokenException(Rule.AChildReportGoesToTheSocialBoard);
        // An adult decides about the police; only the suspicion of a serious crime, acute danger or a duty in law stands instead (S1-27).
        if (ground == "CRIME_CHILD" && !Facts.TreatedAsChild) throw new RuleBrokenException(Rule.AReferralToThePoliceIsNeverRequired);
        if (groups.IsEmpty) throw new RuleBrokenException(Rule.ConsentNamesWhatIsShared);
        if (!DataGroups.Consentable.Covers(groups)) throw new RuleBrokenException(Rule.SomeGroupsAreInNoConsent);
        if (validUntil < act.Day) throw new RuleBrokenException(Rule.AConsentEndsAfterItBegins);
        if (validUntil > LegalGround.LastDay(ground, act.Day))
            throw new RuleBrokenException(ground == LegalGround.Emergency ? Rule.AnEmergencyIsShort : Rule.ALegalGroundLastsAYearAtMost, ("last", LegalGround.LastDay(ground, act.Day)));
        var recorded = new LegalGround(Id, recipient, ground, groups, validUntil, reason, act);
        _grounds.Add(recorded);
        Record(new LegalGroundRecorded(Id, recorded.Id, recipient, ground, act));
        return recorded;
    }

    /// <summary>A manager of the lead looks at an emergency ground within 24 hours (A37). One that does not stand ends now, with what waits on it.</summary>
    /// <param name="byRecorder">The reviewer is the staff person who recorded it, under this account or another: four eyes are two persons'.</param>
    /// <param name="referrals">The referrals of the case to that recipient.</param>
    public void ReviewLegalGround(LegalGroundId id, bool upheld, bool byManager, bool byRecorder, IEnumerable<Referral> referrals, Act act)
    {
        if (!byManager) throw new RuleBrokenException(Rule.ALegalGroundIsDecidedByAManager);
        var ground = _grounds.Single(g => g.Id == id);
        if (byRecorder || ground.Recorder == act.By) throw new RuleBrokenException(Rule.SomebodyElseReviewsAGround);
        ground.Review(upheld, act);
        Record(new LegalGroundReviewed(Id, id, upheld, act));
        if (!upheld) CallBack(id, referrals, act);
    }

    /// <summary>24 hours have passed and nobody has looked at an emergency ground. Performed by the sweep.</summary>
    public void LegalGroundWasNotReviewed(LegalGroundId id, Act act)
    {
        if (_grounds.Single(g => g.Id == id).Upheld is not null) throw new RuleBrokenException(Rule.AGroundIsReviewedOnce);
        Record(new LegalGroundUnreviewed(Id, id, Lead, act));
    }

    /// <summary>The last day of a ground has passed: what waits on it is called back, and there is nothing left to review. Performed by the sweep.</summary>
    /// <param name="referrals">The referrals of the case to that recipient.</param>
    public void EndLegalGround(LegalGroundId id, IEnumerable<Referral> referrals, Act act)
    {
        var ground = _grounds.Single(g => g.Id == id);
        if (ground.ValidUntil >= act.Day) throw new RuleBrokenException(Rule.AConsentEndsAfterItBegins);
        Record(new LegalGroundEnded(Id, id, ground.Recipient, ground.ValidUntil, act));
        CallBack(id, referrals, act);
    }

    private static void CallBack(LegalGroundId ground, IEnumerable<Referral> referrals, Act act)
    {
        foreach (var referral in referrals)
            if (referral.Ground == ground) referral.CallBack(act);
    }

    private void Asked(ConsentTerms terms, Act act)
    {
        Opened();
        if (terms.RecipientKind == OrganisationKind.NationalCoordinator) throw new RuleBrokenException(Rule.JamyNeverReceivesIdentity);
        if (!CodeLists.ConsentPurpose.Has(terms.Purpose)) throw new RuleBrokenException(Rule.CodesAreListed);
        var forItself = terms.RecipientKind == OrganisationKind.Iom && terms.Purpose is Purposes.Monitoring or Purposes.JusticeFollowUp;
        if (terms.RecipientKind == OrganisationKind.Operator || terms.Recipient == act.For && !forItself) throw new RuleBrokenException(Rule.ConsentIsForAnotherOrganisation);
        if (!DataGroups.Consentable.Covers(terms.Groups)) throw new RuleBrokenException(Rule.SomeGroupsAreInNoConsent);
        NotInTheFuture(terms.DecidedOn, act);
        if (terms.DecidedOn < Facts.DetectedOn) throw new RuleBrokenException(Rule.ConsentComesAfterDetection, ("detected", Facts.DetectedOn.Value));
    }

    private ConsentDecision Decide(ConsentTerms terms, ConsentState state, Act act)
    {
        var previous = ConsentLedger.Latest(_consents, terms.Recipient, terms.Purpose, act.At);
        // Also within one act a later word counts.
        var decision = new ConsentDecision(Id, Math.Max(Next, (previous?.Number ?? 0) + 1), terms, state, act, previous?.Id);
        _consents.Add(decision);
        Record(new ConsentRecorded(Id, decision.Id, terms.Recipient, terms.Purpose, state, terms.Groups, terms.DecidedOn, act));
        return decision;
    }

    private ConsentDecision End(ConsentDecision given, ConsentState state, DateOnly on, string? reason, IEnumerable<Referral> referrals, Act act)
    {
        var terms = new ConsentTerms
        {
            Recipient = given.Recipient,
            RecipientKind = default,
            Purpose = given.Purpose,
            Groups = given.Groups,
            DecidedOn = on,
            Notes = reason is null ? null : new() { Reason = reason },
        };
        var ended = Decide(terms, state, act);
        Lose(given, referrals, state == ConsentState.Withdrawn, act);
        return ended;
    }

    /// <summary>What waits on a consent that no longer holds.</summary>
    private void Lose(ConsentDecision given, IEnumerable<Referral> referrals, bool withdrawn, Act act)
    {
        foreach (var referral in referrals)
            if (referral.Recipient == given.Recipient && referral.RestsOnConsent && given.Purpose == Purposes.Referral)
                referral.CallBack(act);
        ReturnsLose(given, withdrawn, act);
    }
}
