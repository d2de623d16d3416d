using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Permits;

/// <summary>
/// An application for a reflection period (betänketid, P1–P10) or a temporary residence permit (T1–T7), from draft to its end. The leader of the investigation applies,
/// under the law of 2022 the social board too; the Migration Agency decides; nothing is revoked by anything but its decision (UtlL 7:7 b).
/// </summary>
public sealed class PermitApplication : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<PermitExtension> _extensions = [];
    private readonly List<PermitDialogue> _dialogues = [];
    private readonly List<PermitStep> _steps = [];
    private readonly List<PermitSummary> _summaries = [];

    private PermitApplication() { }

    internal PermitApplication(CaseId caseId, PermitKind kind, ApplicantKind applicantKind, OrganisationId addressedTo, PermitForm form, Act act)
    {
        Id = PermitId.New(act.At);
        CaseId = caseId;
        Kind = kind;
        Status = PermitStatus.Draft;
        Applicant = act.For;
        ApplicantKind = applicantKind;
        AddressedTo = addressedTo;
        Form = new(form);
        DraftedAt = act.At;
        Record(new PermitDrafted(caseId, Id, kind, act));
    }

    public PermitId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public PermitKind Kind { get; private set; }

    public PermitStatus Status { get; private set; }

    public OrganisationId Applicant { get; private set; }

    public ApplicantKind ApplicantKind { get; private set; }

    /// <summary>The agency that decides.</summary>
    public OrganisationId AddressedTo { get; private set; }

    public Sealed<PermitForm> Form { get; private set; } = null!;

    public DateTimeOffset DraftedAt { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>How it was handed in: Form, Email, Other.</summary>
    public string? Channel { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>First day of the permit, as printed in the decision.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day of the permit, granted extensions included.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The agency's number of the decision.</summary>
    public string? DecisionReference { get; private set; }

    /// <summary>Last day for an appeal of the refusal or revocation; null when there is none to appeal, or when it is final.</summary>
    public DateOnly? AppealBy { get; private set; }

    public DateOnly? AppealedOn { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    /// <summary>The legal status to which the person returns when this ends.</summary>
    public string? StatusBefore { get; private set; }

    public DateOnly? StatusBeforeValidTo { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<PermitExtension> Extensions => _extensions;

    public IReadOnlyList<PermitDialogue> Dialogues => _dialogues;

    public IReadOnlyList<PermitStep> Steps => _steps;

    public IReadOnlyList<PermitSummary> Summaries => _summaries;

    /// <summary>Whether it waits for the agency or the court.</summary>
    public bool IsPending => Status is PermitStatus.Submitted or PermitStatus.Appealed;

    /// <summary>Whether it stands in the way of another of its kind: one reflection period in a case, ever (G-RP-4).</summary>
    public bool WasUsed => Status is PermitStatus.Submitted or PermitStatus.Granted or PermitStatus.Appealed or PermitStatus.Ended or PermitStatus.Revoked;

    /// <summary>Whether the permit runs on a day.</summary>
    public bool IsActiveOn(DateOnly day) => Status == PermitStatus.Granted && ValidFrom <= day && day <= ValidTo;

    /// <summary>The code of legal_status that it gives.</summary>
    public string GivesStatus => Kind == PermitKind.ReflectionPeriod ? "RP" : "TRP";

    /// <summary>Changes a draft.</summary>
    internal void Rewrite(OrganisationId addressedTo, PermitForm form, Act act)
    {
        ByApplicant(act);
        In(PermitStatus.Draft);
        AddressedTo = addressedTo;
        Form = new(form);
        Record(new PermitDrafted(CaseId, Id, Kind, act));
    }

    /// <summary>A talk with the person or a provider, before a direct application (G-TRP-4).</summary>
    internal void Talk(DialogueWith with, DateOnly on, string note, Act act)
    {
        ByApplicant(act);
        In(PermitStatus.Draft);
        NotInTheFuture(on, act);
        if (string.IsNullOrWhiteSpace(note)) throw new RuleBrokenException(Rule.AStepIsExplained);
        _dialogues.Add(new(this, with, on, note, act));
        Record(new DialogueRecorded(CaseId, Id, Kind, with, on, act));
    }

    internal void Submit(DateOnly on, string channel, Act act)
    {
        ByApplicant(act);
        In(PermitStatus.Draft);
        NotInTheFuture(on, act);
        Status = PermitStatus.Submitted;
        SubmittedOn = on;
        Channel = channel;
        Step(on, null, act);
        Record(new PermitSubmitted(CaseId, Id, Kind, AddressedTo, on, act));
    }

    /// <param name="before">The legal status that holds again when this one ends.</param>
    internal void Grant(PermitDecision decision, (string Status, DateOnly? ValidTo) before, OrganisationId lead, Act act)
    {
        Decides(decision.On, act);
        Fits(decision.From, decision.To);
        (StatusBefore, StatusBeforeValidTo) = before;
        Status = PermitStatus.Granted;
        DecidedOn = decision.On;
        (ValidFrom, ValidTo, AppealBy, RevokedOn) = (decision.From, decision.To, null, null);
        DecisionReference = decision.Reference;
        Step(decision.On, null, act);
        Record(new PermitGranted(CaseId, Id, Kind, Applicant, lead, decision.On, decision.From, decision.To, act));
    }

    /// <summary>The agency says no (P4), or the court does (P5b): then it is final.</summary>
    internal void Refuse(DateOnly on, string reason, string? reference, OrganisationId lead, Act act)
    {
        var byCourt = Status == PermitStatus.Appealed;
        Decides(on, act);
        Explained(reason);
        Status = byCourt && RevokedOn is not null ? PermitStatus.Revoked : PermitStatus.Refused;
        DecidedOn = on;
        DecisionReference = reference;
        AppealBy = byCourt ? null : PermitTimes.AppealBy(on);
        Step(on, reason, act);
        Record(new PermitRefused(CaseId, Id, Kind, Applicant, lead, on, AppealBy, act));
    }

    /// <summary>The time for an appeal has passed unused.</summary>
    internal void BecomeFinal(OrganisationId lead, Act act)
    {
        if (Status is not (PermitStatus.Refused or PermitStatus.Revoked) || AppealBy is not { } last || last >= act.Day) return;
        AppealBy = null;
        Record(new PermitRefused(CaseId, Id, Kind, Applicant, lead, last, null, act));
    }

    internal void Appeal(DateOnly on, Act act)
    {
        ByApplicant(act);
        In(PermitStatus.Refused, PermitStatus.Revoked);
        NotInTheFuture(on, act);
        if (on < DecidedOn) throw new RuleBrokenException(Rule.ADecisionFollowsTheApplication, ("earliest", DecidedOn.Value));
        var late = AppealBy is not { } last || on > last;
        Status = PermitStatus.Appealed;
        AppealedOn = on;
        Step(on, null, act);
        Record(new PermitAppealed(CaseId, Id, Kind, AddressedTo, on, late, act));
    }

    /// <param name="heardOn">The day on which the applicant had been heard: always before (UtlL 7:7 b).</param>
    internal void Revoke(DateOnly heardOn, DateOnly on, string reason, string? reference, OrganisationId lead, Act act)
    {
        ByAgency(act);
        In(PermitStatus.Granted);
        NotInTheFuture(on, act);
        if (heardOn > on || on < DecidedOn) throw new RuleBrokenException(Rule.TheApplicantIsHeardBeforeARevocation);
        Explained(reason);
        Status = PermitStatus.Revoked;
        DecidedOn = on;
        RevokedOn = on;
        DecisionReference = reference;
        AppealBy = PermitTimes.AppealBy(on);
        Step(on, reason, act);
        Record(new PermitRevoked(CaseId, Id, Kind, Applicant, lead, on, heardOn, AppealBy, act));
    }

    internal void Withdraw(string reason, OrganisationId lead, Act act)
    {
        ByApplicant(act);
        var submitted = Status == PermitStatus.Submitted;
        In(PermitStatus.Draft, PermitStatus.Submitted);
        Explained(reason);
        Status = PermitStatus.Withdrawn;
        Step(act.Day, reason, act);
        Record(new PermitWithdrawn(CaseId, Id, Kind, lead, submitted, act));
    }

    /// <summary>The day after its last day it is over.</summary>
    internal bool End(OrganisationId lead, Act act)
    {
        if (Status != PermitStatus.Granted || ValidTo is not { } last || last >= act.Day) return false;
        Status = PermitStatus.Ended;
        Step(last.AddDays(1), null, act);
        Record(new PermitEnded(CaseId, Id, Kind, lead, last, act));
        return true;
    }

    /// <summary>What the person's right to stay will be when this ends has been decided meanwhile.</summary>
    internal void FallBackOn(string status, DateOnly? validTo)
    {
        (StatusBefore, StatusBeforeValidTo) = (status, validTo);
        Revision++;
    }

    /// <summary>The leader asks for more time while the period runs (P6, T5).</summary>
    internal void Extend(DateOnly on, DateOnly? until, string reasons, bool conditionsStillMet, Act act)
    {
        if (act.As != Role.InvestigationLeader) throw new RuleBrokenException(Rule.OnlyALeaderExtends);
        NotInTheFuture(on, act);
        if (Status is not (PermitStatus.Granted or PermitStatus.Ended) || ValidTo is not { } last) throw new RuleBrokenException(Rule.APermitFollowsItsStates, ("status", Status));
        if (on > last) throw new RuleBrokenException(Rule.AnExtensionIsAskedForInTime, ("permit", Kind), ("ended", last));
        if (on < DecidedOn) throw new RuleBrokenException(Rule.ADecisionFollowsTheApplication, ("earliest", DecidedOn.Value));
        if (_extensions.Any(e => e.Status == ExtensionStatus.Submitted)) throw new RuleBrokenException(Rule.OneExtensionAtATime);
        if (!conditionsStillMet) throw new RuleBrokenException(Rule.TheConditionsAreStillMet);
        if (reasons.Trim().Length < 20) throw new RuleBrokenException(Rule.SpecialReasonsAreGiven, ("least", 20));
        var extension = new PermitExtension(this, on, until, reasons, act);
        _extensions.Add(extension);
        Record(new ExtensionSubmitted(CaseId, Id, Kind, extension.Id, AddressedTo, on, act));
    }

    /// <param name="newValidTo">The last day from now on; null: refused.</param>
    internal void DecideExtension(Guid id, DateOnly on, DateOnly? newValidTo, OrganisationId lead, Act act)
    {
        ByAgency(act);
        NotInTheFuture(on, act);
        var extension = Pending(id);
        if (on < extension.SubmittedOn) throw new RuleBrokenException(Rule.ADecisionFollowsTheApplication, ("earliest", extension.SubmittedOn));
        if (newValidTo is not null) In(PermitStatus.Granted, PermitStatus.Ended);
        if (newValidTo <= ValidTo) throw new RuleBrokenException(Rule.AnExtensionIsLonger, ("until", ValidTo!.Value));
        extension.Decide(newValidTo is null ? ExtensionStatus.Refused : ExtensionStatus.Granted, on, newValidTo);
        if (newValidTo is { } last)
        {
            ValidTo = last;
            // The sweep may have ended it while the agency was still thinking: the extension begins on the day after the old last day.
            if (Status == PermitStatus.Ended && last >= act.Day) Status = PermitStatus.Granted;
            Step(on, null, act);
        }
        Record(new ExtensionDecided(CaseId, Id, Kind, id, extension.Status, Applicant, lead, on, ValidTo!.Value, act));
    }

    internal void WithdrawExtension(Guid id, Act act)
    {
        if (act.As != Role.InvestigationLeader) throw new RuleBrokenException(Rule.OnlyALeaderExtends);
        Pending(id).Decide(ExtensionStatus.Withdrawn, act.Day, null);
        Record(new ExtensionWithdrawn(CaseId, Id, Kind, id, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private PermitExtension Pending(Guid id) =>
        _extensions.SingleOrDefault(e => e.Id == id && e.Status == ExtensionStatus.Submitted) ?? throw new RuleBrokenException(Rule.APermitFollowsItsStates, ("status", Status));

    /// <summary>A decision on what waits: by the agency it is addressed to, not before it was asked.</summary>
    private void Decides(DateOnly on, Act act)
    {
        ByAgency(act);
        In(PermitStatus.Submitted, PermitStatus.Appealed);
        NotInTheFuture(on, act);
        var asked = Status == PermitStatus.Appealed ? AppealedOn!.Value : SubmittedOn!.Value;
        if (on < asked) throw new RuleBrokenException(Rule.ADecisionFollowsTheApplication, ("earliest", asked));
    }

    private void Fits(DateOnly from, DateOnly to)
    {
        if (Kind == PermitKind.ReflectionPeriod && !PermitTimes.IsThirtyDays(from, to))
            throw new RuleBrokenException(Rule.AReflectionPeriodIsThirtyDays, ("n", to.DayNumber - from.DayNumber + 1));
        if (Kind == PermitKind.TemporaryPermit && to < PermitTimes.EarliestEndOfSixMonths(from))
            throw new RuleBrokenException(Rule.ATemporaryPermitIsAtLeastSixMonths, ("n", PermitTimes.WholeMonths(from, to)));
    }

    private void In(params ReadOnlySpan<PermitStatus> from)
    {
        if (!from.Contains(Status)) throw new RuleBrokenException(Rule.APermitFollowsItsStates, ("status", Status));
    }

    private void ByApplicant(Act act)
    {
        if (act.For != Applicant) throw new RuleBrokenException(Rule.AnApplicationIsItsApplicants);
    }

    private void ByAgency(Act act)
    {
        if (act.As != Role.MigrationOfficer || act.For != AddressedTo) throw new RuleBrokenException(Rule.OnlyTheAgencyDecidesPermits);
    }

    private static void Explained(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
    }

    private static void NotInTheFuture(DateOnly day, Act act)
    {
        if (day > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
    }

    private void Step(DateOnly on, string? reason, Act act)
    {
        _steps.Add(new(this, on, reason, act));
        if (Status is not (PermitStatus.Draft or PermitStatus.Withdrawn) || SubmittedOn is not null) _summaries.Add(new(this, on, act));
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What a decision that grants says.</summary>
/// <param name="From">First day, as printed in the decision.</param>
/// <param name="To">Last day, as printed in the decision.</param>
public sealed record PermitDecision(DateOnly On, DateOnly From, DateOnly To, string? Reference);
