using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Disclosures;

/// <summary>
/// Somebody who fights crime asks an organisation, on a ground of law, to disclose something about a person (3.14). It is put to the organisation and to no case: whoever asks has
/// no part in what the holder has, and the request looks the same to the asker whether the holder has anything or not, until it is answered. Nothing is released by it:
/// what is handed over goes another way, and is written down here.
/// </summary>
public sealed class DisclosureRequest
{
    private readonly List<DisclosureEvent> _events = [];

    private DisclosureRequest() { }

    public DisclosureId Id { get; private set; }

    /// <summary>The public number, "U-2026-000007".</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The authority that asks, where it has an account; null for what came on paper.</summary>
    public OrganisationId? AskedFor { get; private set; }

    /// <summary>Who asked, or wrote down what came on paper.</summary>
    public UserId WrittenBy { get; private set; }

    /// <summary>The organisation that is asked, and decides.</summary>
    public OrganisationId AddressedTo { get; private set; }

    /// <summary>Code list disclosure_ground, those of <see cref="DisclosureDesk.Grounds"/>.</summary>
    public string Ground { get; private set; } = "";

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day for an answer, as the asker has set it.</summary>
    public DateOnly AnswerBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Sealed<DisclosureQuestion> Question { get; private set; } = null!;

    /// <summary>The words for the asker, and all that the asker learns.</summary>
    public Sealed<string>? Answer { get; private set; }

    /// <summary>The holder's own, which the asker cannot have; null until somebody has begun.</summary>
    public DisclosureAssessment? Assessment { get; private set; }

    public int Revision { get; private set; }

    public bool IsOnPaper => AskedFor is null;

    /// <summary>How it stands, for the holder.</summary>
    public DisclosureStatus Status => Assessment?.Status ?? DisclosureStatus.Received;

    /// <summary>U1: an investigation leader asks.</summary>
    /// <exception cref="RuleBrokenException"/>
    public static DisclosureRequest Ask(string reference, DisclosureTerms terms, OrganisationId addressedTo, OrganisationKind addressee, Act act)
    {
        if (act.As != Role.InvestigationLeader) throw new RuleBrokenException(Rule.InvestigationLeadersAskForDisclosure);
        if (!DisclosureDesk.Answers(addressee)) throw new RuleBrokenException(Rule.ADisclosureIsAskedOfAHolder);
        if (terms.Ground == DisclosureDesk.ShelterRequest && addressee != OrganisationKind.Municipality) throw new RuleBrokenException(Rule.ShelterIsAskedOfTheSocialBoard);
        if (terms.AnswerBy < act.Day) throw new RuleBrokenException(Rule.AnAnswerIsAskedForInTime, ("earliest", act.Day));
        var asked = Write(reference, terms, act.For, addressedTo, act.Day, act);
        asked.Record(new DisclosureRequested(asked.Id, terms.Ground, addressedTo, DisclosureDesk.ManagersDecide(addressee), terms.AnswerBy, act));
        return asked;
    }

    /// <summary>U1: the holder writes down what came on paper.</summary>
    /// <exception cref="RuleBrokenException"/>
    public static DisclosureRequest Register(string reference, DisclosureTerms terms, DateOnly receivedOn, OrganisationKind own, Act act)
    {
        if (!DisclosureDesk.Answers(own)) throw new RuleBrokenException(Rule.OnlyTheHolderDecidesDisclosure);
        if (receivedOn > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (terms.AnswerBy < receivedOn) throw new RuleBrokenException(Rule.AnAnswerIsAskedForInTime, ("earliest", receivedOn));
        if (string.IsNullOrWhiteSpace(terms.Question.Authority)) throw new RuleBrokenException(Rule.ADisclosureSaysWhatIsAsked);
        var registered = Write(reference, terms, null, act.For, receivedOn, act);
        registered.Record(new DisclosureRegistered(registered.Id, terms.Ground, DisclosureDesk.ManagersDecide(own), terms.AnswerBy, act));
        return registered;
    }

    /// <summary>U2: somebody of the holder begins to assess it. The asker is not told.</summary>
    public void Assess(Act act)
    {
        ByHolder(act);
        if (Status != DisclosureStatus.Received) throw Backwards();
        Assessment = new(Id, act);
        Record(new DisclosureAssessed(Id, act));
    }

    /// <summary>The holder's own note of which of its cases it concerns, if any; the asker never sees it.</summary>
    public void Link(CaseId? caseId, Act act)
    {
        ByHolder(act);
        if (Status != DisclosureStatus.UnderAssessment) throw Backwards();
        Assessment!.Concerns(caseId);
        Record(new DisclosureLinked(Id, caseId, act));
    }

    /// <summary>U3–U5: granted, granted in part, or refused.</summary>
    public void Decide(DisclosureDecision decision, Act act)
    {
        ByHolder(act);
        if (Status != DisclosureStatus.UnderAssessment) throw Backwards();
        if (decision.Outcome is DisclosureStatus.Received or DisclosureStatus.UnderAssessment) throw Backwards();
        if (string.IsNullOrWhiteSpace(decision.Reasons) || string.IsNullOrWhiteSpace(decision.Answer)) throw new RuleBrokenException(Rule.ADisclosureDecisionIsWritten);
        if (string.IsNullOrWhiteSpace(decision.HandedOver) != (decision.Outcome == DisclosureStatus.Refused)) throw new RuleBrokenException(Rule.WhatIsHandedOverIsWrittenDown);
        Assessment!.Decided(decision, act);
        Answer = new(decision.Answer.Trim());
        AnsweredAt = act.At;
        Record(new DisclosureDecided(Id, decision.Outcome, AskedFor, WrittenBy, act));
    }

    /// <summary>What happened since the last time, in order; the memory is empty afterwards.</summary>
    public IReadOnlyList<DisclosureEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private static DisclosureRequest Write(string reference, DisclosureTerms terms, OrganisationId? askedFor, OrganisationId addressedTo, DateOnly receivedOn, Act act)
    {
        if (!DisclosureDesk.Grounds.Contains(terms.Ground)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (!terms.Question.IsComplete(terms.Ground)) throw new RuleBrokenException(Rule.ADisclosureSaysWhatIsAsked);
        return new()
        {
            Id = DisclosureId.New(act.At),
            Reference = reference,
            AskedFor = askedFor,
            WrittenBy = act.By,
            AddressedTo = addressedTo,
            Ground = terms.Ground,
            ReceivedOn = receivedOn,
            AnswerBy = terms.AnswerBy,
            WrittenAt = act.At,
            Question = new(terms.Question),
        };
    }

    private void ByHolder(Act act)
    {
        if (act.For != AddressedTo || !DisclosureDesk.Deciders.Contains(act.As)) throw new RuleBrokenException(Rule.OnlyTheHolderDecidesDisclosure);
    }

    private RuleBrokenException Backwards() => new(Rule.ADisclosureGoesForward, ("status", Status));

    private void Record(DisclosureEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}
