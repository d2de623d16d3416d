using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<PermitApplication> _permits = [];
    private readonly List<LegalStatusEntry> _legalStatuses = [];

    /// <summary>The applications of the case that the actor may read.</summary>
    public IReadOnlyList<PermitApplication> Permits => _permits;

    /// <summary>Legal statuses that for a permit of 5:15 make no sense to ask about: the person has a right to stay already. A warning, not a bar (P1).</summary>
    public static bool HasRightToStay(string? status) => status is not (null or "IRREGULAR" or "ASYLUM_REFUSED" or "EU_NO_RIGHT" or "VISIT" or "UNKNOWN" or "RP" or "RP_PENDING" or "TRP_PENDING");

    /// <summary>Begins an application (P1, T1).</summary>
    /// <param name="addressedTo">The agency that is to decide.</param>
    public PermitApplication DraftPermit(PermitKind kind, OrganisationId addressedTo, OrganisationKind addressee, PermitForm form, ReflectionPeriodRuleSet rules, Act act)
    {
        Opened();
        MayApply(kind, rules, act);
        Decides(addressee);
        if (kind == PermitKind.TemporaryPermit && !_investigations.Any(Bears)) throw new RuleBrokenException(Rule.ThePermitNeedsAnInvestigation, ("permit", kind));
        var draft = new PermitApplication(Id, kind, act.As == Role.SocialWorker ? ApplicantKind.SocialBoard : ApplicantKind.InvestigationLeader, addressedTo, form, act);
        _permits.Add(draft);
        Touch(act);
        return draft;
    }

    /// <summary>Changes a draft before it is handed in.</summary>
    public void RewritePermit(PermitId id, OrganisationId addressedTo, OrganisationKind addressee, PermitForm form, Act act)
    {
        Opened();
        Decides(addressee);
        Permit(id).Rewrite(addressedTo, form, act);
        Touch(act);
    }

    /// <summary>A talk with the person, or with a provider of assistance, before a direct application (G-TRP-4).</summary>
    public void RecordDialogue(PermitId id, DialogueWith with, DateOnly on, string note, Act act)
    {
        Opened();
        Permit(id).Talk(with, on, note, act);
        Touch(act);
    }

    /// <summary>Hands the application in (P2, T2): every condition that the law makes the applicant answer is answered.</summary>
    /// <param name="on">Swedish day on which it reached the agency; on paper it may be earlier than today.</param>
    public void SubmitPermit(PermitId id, DateOnly on, string channel, ReflectionPeriodRuleSet rules, Act act)
    {
        Opened();
        NotInTheFuture(on, act);
        var permit = Permit(id);
        MayApply(permit.Kind, rules, act);
        if (permit.ApplicantKind == ApplicantKind.InvestigationLeader) RestsOnInvestigation(permit, on);
        if (permit.Kind == PermitKind.ReflectionPeriod) AsksForReflection(permit, on, act);
        else AsksForTemporaryPermit(permit, on);
        permit.Submit(on, channel, act);
        AsylumTrack?.Leave(on, Lead, act);
        Touch(act);
    }

    /// <summary>The agency, or after an appeal the court, grants it (P3, P5b, T3): from that moment it is the person's legal status.</summary>
    public void GrantPermit(PermitId id, PermitDecision decision, Act act)
    {
        var permit = Permit(id);
        permit.Grant(decision, Before(), Lead, act);
        StaysAs(permit.GivesStatus, decision.From, decision.To, LegalStatusSource.Decision, act);
    }

    /// <summary>P4, P5b, T4.</summary>
    public void RefusePermit(PermitId id, DateOnly on, string reason, Act act, string? reference = null)
    {
        Permit(id).Refuse(on, reason, reference, Lead, act);
        Touch(act);
    }

    /// <summary>P5, P9b: by the applicant; late is said, and never barred.</summary>
    public void AppealPermit(PermitId id, DateOnly on, Act act)
    {
        Permit(id).Appeal(on, act);
        Touch(act);
    }

    /// <summary>P9, T6: the applicant has been heard before (UtlL 7:7 b).</summary>
    public void RevokePermit(PermitId id, DateOnly heardOn, DateOnly on, string reason, Act act, string? reference = null)
    {
        var permit = Permit(id);
        permit.Revoke(heardOn, on, reason, reference, Lead, act);
        GoesBack(permit, on, act);
    }

    /// <summary>P10: by the applicant, before a decision.</summary>
    public void WithdrawPermit(PermitId id, string reason, Act act)
    {
        Permit(id).Withdraw(reason, Lead, act);
        Touch(act);
    }

    /// <summary>P6, T5: by the leader alone, while it runs.</summary>
    public void ExtendPermit(PermitId id, DateOnly on, DateOnly? until, string reasons, bool conditionsStillMet, Act act)
    {
        Opened();
        Permit(id).Extend(on, until, reasons, conditionsStillMet, act);
        Touch(act);
    }

    /// <summary>P7.</summary>
    /// <param name="newValidTo">The last day from now on; null: refused.</param>
    public void DecideExtension(PermitId id, Guid extension, DateOnly on, DateOnly? newValidTo, Act act)
    {
        var permit = Permit(id);
        var last = permit.ValidTo;
        permit.DecideExtension(extension, on, newValidTo, Lead, act);
        // What was recorded of the person meanwhile is what holds again when the permit ends.
        if (newValidTo is not null && permit.Status == PermitStatus.Granted && Facts.LegalStatus != permit.GivesStatus) permit.FallBackOn(Before().Status, Before().ValidTo);
        if (newValidTo is not null && permit.Status == PermitStatus.Granted) StaysAs(permit.GivesStatus, last!.Value.AddDays(1), permit.ValidTo, LegalStatusSource.Decision, act);
        else Touch(act);
    }

    public void WithdrawExtension(PermitId id, Guid extension, Act act)
    {
        Permit(id).WithdrawExtension(extension, act);
        Touch(act);
    }

    /// <summary>What time alone does to the applications: the day after its last day a permit is over, and a refusal nobody appealed is final (P8, T7).</summary>
    public void PermitsMoveOn(Act act)
    {
        foreach (var permit in _permits)
        {
            permit.BecomeFinal(Lead, act);
            if (permit.End(Lead, act)) GoesBack(permit, permit.ValidTo!.Value.AddDays(1), act);
        }
        Touch(act);
    }

    /// <summary>One application after another, and the law of each kind.</summary>
    private void AsksForReflection(PermitApplication permit, DateOnly on, Act act)
    {
        var form = permit.Form.Value;
        if (_permits.Any(p => p.Id != permit.Id && p.Kind == PermitKind.ReflectionPeriod && p.WasUsed)) throw new RuleBrokenException(Rule.OneReflectionPeriodInACase);
        if (permit.ApplicantKind == ApplicantKind.SocialBoard && string.IsNullOrWhiteSpace(form.Ground)) throw new RuleBrokenException(Rule.TheSocialBoardSaysWhy);
        if (form.InSweden != true) throw new RuleBrokenException(Rule.ThePersonIsInSweden);
        if (form.Wanted != true || form.WantedOn is not { } wanted || wanted > on || form.WantedIn is not { } language || Languages.Find(language) is null)
            throw new RuleBrokenException(Rule.ThePersonWantsTheReflectionPeriod);
        NotInTheFuture(wanted, act);
        if (form.Needed.Met is null || form.NothingAgainst.Met is null) throw new RuleBrokenException(Rule.TheConditionsAreAnswered);
    }

    private void AsksForTemporaryPermit(PermitApplication permit, DateOnly on)
    {
        var form = permit.Form.Value;
        if (_permits.Any(p => p.Id != permit.Id && p.Kind == PermitKind.TemporaryPermit && (p.IsPending || p.IsActiveOn(on)))) throw new RuleBrokenException(Rule.OneTemporaryPermitAtATime);
        if (form.InSweden != true) throw new RuleBrokenException(Rule.ThePersonIsInSweden);
        if (!Holds(form.Needed)) throw new RuleBrokenException(Rule.TheStayIsNeeded);
        if (!Holds(form.Cooperates)) throw new RuleBrokenException(Rule.ThePersonCooperates);
        if (!Holds(form.TiesBroken)) throw new RuleBrokenException(Rule.TiesAreBroken);
        if (!Holds(form.NothingAgainst)) throw new RuleBrokenException(Rule.NothingSpeaksAgainst);
        // The order is never a condition: whoever comes without a reflection period says why, after having talked with both.
        if (_permits.Any(p => p is { Kind: PermitKind.ReflectionPeriod, ValidFrom: not null })) return;
        if (!Enum.GetValues<DialogueWith>().All(with => permit.Dialogues.Any(d => d.With == with && d.On <= on))) throw new RuleBrokenException(Rule.ADirectApplicationFollowsADialogue);
        if (string.IsNullOrWhiteSpace(form.DeemedNecessary)) throw new RuleBrokenException(Rule.ADirectApplicationSaysWhy);

        bool Holds(Condition condition) => condition is { Met: true, On: { } since } && since <= on;
    }

    /// <summary>An initiated investigation that is not discontinued, and not younger than the application (G-RP-1, T1).</summary>
    private void RestsOnInvestigation(PermitApplication permit, DateOnly on)
    {
        var investigation = _investigations.SingleOrDefault(i => i.Id == permit.Form.Value.Investigation);
        if (investigation is null || !Bears(investigation)) throw new RuleBrokenException(Rule.ThePermitNeedsAnInvestigation, ("permit", permit.Kind));
        if (on < investigation.InitiatedOn) throw new RuleBrokenException(Rule.TheApplicationFollowsTheInvestigation, ("initiated", investigation.InitiatedOn!.Value));
    }

    /// <summary>Initiated, whatever came of it, and not discontinued.</summary>
    private static bool Bears(Investigation investigation) => investigation is { WasInitiated: true, Status: not InvestigationStatus.Discontinued };

    private static void MayApply(PermitKind kind, ReflectionPeriodRuleSet rules, Act act)
    {
        if (act.As == Role.InvestigationLeader) return;
        if (kind == PermitKind.TemporaryPermit) throw new RuleBrokenException(Rule.OnlyALeaderAppliesForTheTemporaryPermit);
        if (rules == ReflectionPeriodRuleSet.Guide || act.As != Role.SocialWorker) throw new RuleBrokenException(Rule.OnlyALeaderAppliesUnderTheGuide);
    }

    private static void Decides(OrganisationKind addressee)
    {
        if (addressee != OrganisationKind.MigrationAgency) throw new RuleBrokenException(Rule.PermitsAreDecidedByTheMigrationAgency);
    }

    /// <summary>
    /// The permit was the person's right to stay, and no longer is: another permit that runs is it now, else what it was before holds again, unless a later decision has taken its place.
    /// </summary>
    private void GoesBack(PermitApplication permit, DateOnly from, Act act)
    {
        if (Facts.LegalStatus == permit.GivesStatus && _permits.FirstOrDefault(p => p.Id != permit.Id && p.IsActiveOn(from)) is { } running)
            StaysAs(running.GivesStatus, from, running.ValidTo, LegalStatusSource.PermitEnded, act);
        else if (Facts.LegalStatus == permit.GivesStatus) StaysAs(permit.StatusBefore ?? "UNKNOWN", from, permit.StatusBeforeValidTo, LegalStatusSource.PermitEnded, act);
        else Touch(act);
    }

    /// <summary>What the person's status is apart from the permits of 5:15: one of them never falls back on the other.</summary>
    private (string Status, DateOnly? ValidTo) Before() =>
        _permits.FirstOrDefault(p => p.GivesStatus == Facts.LegalStatus && p.StatusBefore is not null) is { } running
            ? (running.StatusBefore!, running.StatusBeforeValidTo)
            : (Facts.LegalStatus ?? "UNKNOWN", Facts.LegalStatusValidTo);

    private void StaysAs(string status, DateOnly from, DateOnly? validTo, LegalStatusSource source, Act act)
    {
        _legalStatuses.Add(new(Id, Next, status, from, validTo, source, act));
        Replace(Facts with { LegalStatus = status, LegalStatusValidTo = validTo }, act);
        Record(new LegalStatusChanged(Id, status, from, source, act));
    }

    private PermitApplication Permit(PermitId id) => _permits.Single(p => p.Id == id);
}
