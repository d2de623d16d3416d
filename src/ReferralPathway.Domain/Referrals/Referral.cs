using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Referrals;

/// <summary>
/// How a referral lives. Draft is the sender's alone. Sent can be read by the recipient as a preview, without identity, and has a date to be answered by.
/// Accepted opens what consent covers and names somebody responsible. Declined, Completed and Withdrawn are final: nothing is re-sent, a new one is written.
/// </summary>
public enum ReferralStatus { Draft, Sent, Accepted, Declined, Completed, Withdrawn }

public enum ReferralKind { Service, Transfer, Information }

public enum Urgency { ImmediateDanger, Urgent, Normal }

/// <summary>One organisation asks another to help a person who agreed to it (S1-04).</summary>
public sealed class Referral : IHappens
{
    private readonly List<CaseEvent> _events = [];

    private Referral() { }

    internal Referral(CaseId caseId, ReferralTerms terms, Act act)
    {
        Id = ReferralId.New(act.At);
        CaseId = caseId;
        Sender = act.For;
        Author = act.By;
        Kind = terms.Kind;
        Write(terms, act);
        DraftedAt = act.At;
        Record(new ReferralDrafted(caseId, Id, Recipient, act));
    }

    public ReferralId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId Sender { get; private set; }

    public UserId Author { get; private set; }

    public OrganisationId Recipient { get; private set; }

    public ReferralKind Kind { get; private set; }

    /// <summary>Code list service.</summary>
    public string Service { get; private set; } = "";

    public Urgency Urgency { get; private set; }

    /// <summary>What the sender attaches; never more than is covered.</summary>
    public DataGroups Groups { get; private set; }

    public ConsentId? Consent { get; private set; }

    public LegalGroundId? Ground { get; private set; }

    public ReferralStatus Status { get; private set; }

    /// <summary>Sealed under the case's key: the recipient reads it after accepting.</summary>
    public Sealed<string>? Message { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The instant by which an answer is owed.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who answers for the person at the recipient's.</summary>
    public UserId? Responsible { get; private set; }

    public DateOnly? FirstContactOn { get; private set; }

    /// <summary>Code list referral_decline_reason.</summary>
    public string? DeclinedBecause { get; private set; }

    /// <summary>Sealed under the referral's own key: a recipient that declines never holds the case's.</summary>
    public Sealed<string>? DeclineText { get; private set; }

    /// <summary>How an organisation without accounts gave the answer that the sender wrote down; null where the recipient answered here itself.</summary>
    public AnswerWay? ToldBy { get; private set; }

    /// <summary>The Swedish day on which it was told.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>Sealed under the case's key, as everything that the sender writes.</summary>
    public Sealed<ToldAnswer>? Told { get; private set; }

    public bool IsRecordedBySender => ToldBy is not null;

    public DateOnly? CompletedOn { get; private set; }

    public Sealed<string>? Outcome { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Whether it stands on the person's consent, and falls with it; else it stands on a ground of law.</summary>
    public bool RestsOnConsent => Ground is null;

    public bool IsInTheAir => Status is ReferralStatus.Sent or ReferralStatus.Accepted;

    /// <summary>Changes a draft.</summary>
    internal void Redraft(ReferralTerms terms, Act act)
    {
        BySender(act);
        if (Status != ReferralStatus.Draft) throw new RuleBrokenException(Rule.ReferralIsSentOnce, ("status", Status));
        Write(terms, act);
        Record(new ReferralDrafted(CaseId, Id, Recipient, act));
    }

    internal void Send(DataGroups groups, ConsentId? consent, LegalGroundId? ground, Act act)
    {
        BySender(act);
        if (Status != ReferralStatus.Draft) throw new RuleBrokenException(Rule.ReferralIsSentOnce, ("status", Status));
        Status = ReferralStatus.Sent;
        Groups = groups;
        Consent = consent;
        Ground = ground;
        SentAt = act.At;
        AnswerBy = AnswerClock.AnswerBy(Urgency, act.At);
        Record(new ReferralSent(CaseId, Id, Recipient, Kind, Urgency, AnswerBy.Value, act));
    }

    /// <summary>The recipient takes it on and names who is responsible; the part in the case begins (F3).</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReferralIsAnsweredOnce"/></exception>
    public void Accept(UserId responsible, DateOnly? firstContactOn, Act act)
    {
        ByRecipient(act);
        Status = Answerable(ReferralStatus.Accepted);
        Responsible = responsible;
        FirstContactOn = firstContactOn;
        AnsweredAt = act.At;
        Record(new ReferralAccepted(CaseId, Id, Sender, responsible, act));
    }

    /// <summary>The recipient cannot help, and says why (F4).</summary>
    public void Decline(string reason, string? text, Act act)
    {
        ByRecipient(act);
        Refusable(reason, text);
        Status = Answerable(ReferralStatus.Declined);
        DeclinedBecause = reason;
        DeclineText = string.IsNullOrWhiteSpace(text) ? null : new(text.Trim());
        AnsweredAt = act.At;
        EndedAt = act.At;
        Record(new ReferralDeclined(CaseId, Id, Sender, Author, reason, act));
    }

    /// <summary>An organisation without accounts said yes or no by telephone, letter or in person, and the sender writes it down (K1). It opens no part in the case: nobody there reads here.</summary>
    /// <param name="recipientHasAccounts">Somebody of the recipient works here; then the recipient answers itself.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.OnlyAnOrganisationWithoutAccountsIsAnsweredFor"/></exception>
    public void RecordAnswer(ToldTerms told, bool recipientHasAccounts, Act act)
    {
        if (recipientHasAccounts || act.For != Sender) throw new RuleBrokenException(Rule.OnlyAnOrganisationWithoutAccountsIsAnsweredFor);
        if (told.Accepted && Kind == ReferralKind.Transfer) throw new RuleBrokenException(Rule.ATransferIsAcceptedByTheNewLead);
        if (told.On > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (SentAt is { } sent && told.On < SwedishCalendar.DayOf(sent)) throw new RuleBrokenException(Rule.AnAnswerFollowsTheReferral, ("sent", SwedishCalendar.DayOf(sent)));
        if (!told.Accepted) Refusable(told.DeclinedBecause, told.DeclineText);
        Status = Answerable(told.Accepted ? ReferralStatus.Accepted : ReferralStatus.Declined);
        ToldBy = told.Way;
        ToldOn = told.On;
        Told = new(told.Answer);
        DeclinedBecause = told.Accepted ? null : told.DeclinedBecause;
        DeclineText = told.Accepted || string.IsNullOrWhiteSpace(told.DeclineText) ? null : new(told.DeclineText.Trim());
        AnsweredAt = act.At;
        if (!told.Accepted) EndedAt = act.At;
        Record(new ReferralAnswerRecorded(CaseId, Id, Recipient, Author, told.Accepted, told.Way, told.On, act));
    }

    /// <summary>The recipient has done what was asked (F5); where it has no accounts, the sender writes it down.</summary>
    public void Complete(string outcome, DateOnly on, Act act)
    {
        if (!IsRecordedBySender || act.For != Sender) ByRecipient(act);
        if (on > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (string.IsNullOrWhiteSpace(outcome)) throw new RuleBrokenException(Rule.AStepIsExplained);
        Status = Status switch
        {
            ReferralStatus.Accepted => ReferralStatus.Completed,
            var other => throw new RuleBrokenException(Rule.OnlyAnAcceptedReferralIsCompleted, ("status", other)),
        };
        Outcome = new(outcome);
        CompletedOn = on;
        EndedAt = act.At;
        Record(new ReferralCompleted(CaseId, Id, Sender, on, act));
    }

    /// <summary>The sender takes it back (F6, F7). A transfer that was accepted has moved the case, and only a transfer back undoes that.</summary>
    /// <param name="served">The recipient has recorded a service for the person: then it ends by being completed.</param>
    public void Withdraw(bool served, Act act)
    {
        BySender(act);
        if (Status == ReferralStatus.Accepted && served) throw new RuleBrokenException(Rule.AReferralWithAServiceIsCompleted);
        Status = Status switch
        {
            ReferralStatus.Draft or ReferralStatus.Sent => ReferralStatus.Withdrawn,
            ReferralStatus.Accepted when Kind != ReferralKind.Transfer => ReferralStatus.Withdrawn,
            var other => throw new RuleBrokenException(Rule.ReferralIsWithdrawnBeforeItEnds, ("status", other)),
        };
        EndedAt = act.At;
        Record(new ReferralWithdrawn(CaseId, Id, Recipient, BecauseOfConsent: false, act));
    }

    /// <summary>Consent ended: a waiting referral is called back, an accepted one stays (K3).</summary>
    internal void CallBack(Act act)
    {
        if (Status is not (ReferralStatus.Draft or ReferralStatus.Sent)) return;
        Status = ReferralStatus.Withdrawn;
        EndedAt = act.At;
        Record(new ReferralWithdrawn(CaseId, Id, Recipient, BecauseOfConsent: true, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void BySender(Act act)
    {
        if (act.For != Sender) throw new RuleBrokenException(Rule.AReferralIsChangedByItsSender);
    }

    private void ByRecipient(Act act)
    {
        if (act.For != Recipient) throw new RuleBrokenException(Rule.AReferralIsAnsweredByItsRecipient);
    }

    private static void Refusable(string? reason, string? text)
    {
        if (!CodeLists.ReferralDeclineReason.Has(reason)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (reason == "OTHER" && (text?.Trim().Length ?? 0) < 10) throw new RuleBrokenException(Rule.DecliningForAnotherReasonIsExplained, ("least", 10));
    }

    private ReferralStatus Answerable(ReferralStatus next) => Status switch
    {
        ReferralStatus.Sent => next,
        var settled => throw new RuleBrokenException(Rule.ReferralIsAnsweredOnce, ("status", settled)),
    };

    private void Write(ReferralTerms terms, Act act)
    {
        if (!CodeLists.Service.Has(terms.Service)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (!OrganisationKinds.ReceivesReferrals(terms.RecipientKind) || !terms.RecipientIsActive || terms.Recipient == act.For) throw new RuleBrokenException(Rule.RecipientReceivesReferrals);
        if (!DataGroups.Consentable.Covers(terms.Groups)) throw new RuleBrokenException(Rule.SomeGroupsAreInNoConsent);
        Recipient = terms.Recipient;
        Kind = terms.Kind;
        Service = terms.Service;
        Urgency = terms.Urgency;
        Groups = terms.Groups;
        Message = string.IsNullOrWhiteSpace(terms.Message) ? null : new(terms.Message.Trim());
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What the sender writes.</summary>
public sealed record ReferralTerms
{
    public required OrganisationId Recipient { get; init; }

    public required OrganisationKind RecipientKind { get; init; }

    /// <summary>Whether the recipient still takes part in the system.</summary>
    public bool RecipientIsActive { get; init; } = true;

    public required ReferralKind Kind { get; init; }

    public required string Service { get; init; }

    public required Urgency Urgency { get; init; }

    public required DataGroups Groups { get; init; }

    public string? Message { get; init; }
}
