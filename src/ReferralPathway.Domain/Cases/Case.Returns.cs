using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<ReturnApplication> _returns = [];
    private readonly List<JusticeEvent> _justice = [];

    /// <summary>The applications for return of the case that the actor may know of.</summary>
    public IReadOnlyList<ReturnApplication> Returns => _returns;

    public IReadOnlyList<JusticeEvent> JusticeEvents => _justice;

    /// <summary>Those for whom the programme is (S4-01).</summary>
    public static bool IsForReturn(string? exposure) => exposure is "THB" or "EXPL" or "THB_LIKE" or "PROST";

    /// <summary>Begins an application (R1): nobody asks whether the person speaks with the police, nor about the right to stay (S1-35).</summary>
    /// <param name="nationality">Country code.</param>
    public ReturnApplication StartReturn(string nationality, PersonId writer, Act act)
    {
        Opened();
        ForeignCitizen(nationality);
        if (!IsForReturn(Facts.Exposure)) throw new RuleBrokenException(Rule.TheReturnProgrammeHasATargetGroup);
        if (_returns.Any(r => r.IsUnderWay)) throw new RuleBrokenException(Rule.OneReturnAtATime);
        var begun = new ReturnApplication(Id, Lead, nationality, writer, act);
        _returns.Add(begun);
        Touch(act);
        return begun;
    }

    /// <summary>R2: who was spoken to, and when.</summary>
    public void ContactCoordinator(ReturnId id, OrganisationId coordinator, OrganisationKind kind, DateOnly on, Act act)
    {
        Opened();
        if (kind != OrganisationKind.RegionalCoordinator) throw new RuleBrokenException(Rule.ReturnsGoToARegionalCoordinator);
        Return(id).Contact(coordinator, on, act);
        Touch(act);
    }

    /// <summary>Writes a page of part A; it may be left and taken up again.</summary>
    public void WritePartA(ReturnId id, PartA part, PersonId writer, Act act)
    {
        Opened();
        ForeignCitizen(part.Nationality);
        if (part.Country is not null && (Countries.Find(part.Country) is null || part.Country == "SE")) throw new RuleBrokenException(Rule.CodesAreListed);
        Listed(CodeLists.ReturnComponent, part.Wishes);
        if (part.Languages.Any(l => Languages.Find(l) is null)) throw new RuleBrokenException(Rule.CodesAreListed);
        Return(id).Write(part, writer, act);
        Touch(act);
    }

    public void WriteTravelHealth(ReturnId id, string details, PersonId writer, Act act)
    {
        Opened();
        Return(id).WriteHealth(details, writer, act);
        Touch(act);
    }

    /// <summary>The individual support plan, by the author or the coordinator, in dialogue with the person (S1-37).</summary>
    public void PlanReturn(ReturnId id, SupportPlan plan, Act act)
    {
        Opened();
        Listed(CodeLists.ReturnComponent, plan.Components);
        Return(id).Plan(plan, act);
        Touch(act);
    }

    /// <summary>Hands part A to the coordinator (R3), with what the person has consented to.</summary>
    /// <param name="iom">The organisation to which it goes when it is approved.</param>
    public void CompletePartA(ReturnId id, OrganisationId iom, Act act)
    {
        Opened();
        var application = Return(id);
        if (application.Coordinator is { } coordinator) Consented(application, coordinator, iom, act);
        application.Complete(iom, WishesMissing(iom), act);
        Touch(act);
    }

    public void WritePartB(ReturnId id, PartB part, Act act)
    {
        Opened();
        Listed(CodeLists.ReturnComponent, part.Components);
        Return(id).Assess(part, act);
        Touch(act);
    }

    /// <summary>R5: by a coordinator who did not write part A (G-RET-4).</summary>
    public void ApproveReturn(ReturnId id, PersonId decider, Act act)
    {
        Opened();
        Return(id).Approve(decider, Facts.TreatedAsChild, act);
        Touch(act);
    }

    /// <summary>R6.</summary>
    public void DeclineReturn(ReturnId id, bool mayChange, string because, string reason, PersonId decider, Act act)
    {
        Opened();
        Return(id).Decline(mayChange, because, reason, decider, act);
        Touch(act);
    }

    /// <summary>R7: only while the person still agrees.</summary>
    public void SendReturn(ReturnId id, Act act)
    {
        Opened();
        var application = Return(id);
        if (application is { Coordinator: { } coordinator, Iom: { } iom }) Consented(application, coordinator, iom, act);
        application.Send(act);
        Touch(act);
    }

    public void BeginReturn(ReturnId id, DateOnly on, Act act)
    {
        Return(id).Begin(on, act);
        Touch(act);
    }

    public void AssessReturn(ReturnId id, PaperKind kind, AssessmentResult result, DateOnly on, string note, Act act)
    {
        Return(id).Assess(kind, result, on, note, act);
        Touch(act);
    }

    public void AcceptReturn(ReturnId id, Act act)
    {
        Return(id).Accept(act);
        Touch(act);
    }

    public void ReturnIsNotPossible(ReturnId id, string reason, Act act)
    {
        Return(id).IsNotPossible(reason, act);
        Touch(act);
    }

    public void ArrangeJourney(ReturnId id, Journey journey, Act act)
    {
        Return(id).Arrange(journey, act);
        Touch(act);
    }

    /// <summary>A piece of the support to reintegration, in cash or in kind, with the day on which it is to be given (S1-32, S4-06).</summary>
    public void PlanReintegration(ReturnId id, ReintegrationItem item, Act act)
    {
        Return(id).PlanSupport(item, act);
        Touch(act);
    }

    public void SettleReintegration(ReturnId id, Guid item, SupportOutcome outcome, DateOnly on, string? why, Act act)
    {
        Return(id).SettleSupport(item, outcome, on, why, act);
        Touch(act);
    }

    /// <summary>Where the person is fetched: only whoever answers for the person or wrote the application knows it.</summary>
    public PickUp ReleasePickUp(ReturnId id, DateOnly on, string address, Act act)
    {
        var application = Return(id);
        if (act.For != application.Author && act.For != Lead) throw new RuleBrokenException(Rule.AReturnIsItsAuthors);
        var released = application.Release(on, address, act);
        Touch(act);
        return released;
    }

    /// <summary>R10, and what follows of itself (R11, R11b): IOM gets in touch afterwards only with the person's consent.</summary>
    public void RecordTravel(ReturnId id, LocalTime departed, LocalTime arrived, Act act)
    {
        var application = Return(id);
        application.Travel(departed, arrived, application.Iom is { } iom && Given(iom, Purposes.Monitoring, act), act);
        Touch(act);
    }

    public void RecordReturneeContact(ReturnId id, DateOnly on, bool reached, ReturneeContact contact, Act act)
    {
        var application = Return(id);
        if (application.Iom is { } iom && !Given(iom, Purposes.Monitoring, act)) throw new RuleBrokenException(Rule.ContactAfterReturnIsWanted);
        application.Spoke(on, reached, contact, act);
        Touch(act);
    }

    public void EndMonitoring(ReturnId id, MonitoringEnd because, string? reason, Act act)
    {
        var application = Return(id);
        application.EndMonitoring(because, reason, act);
        // Whoever wants no contact has taken the consent to it back (R12).
        if (because == MonitoringEnd.ReturneeUnwilling && application.Iom is { } iom && Given(iom, Purposes.Monitoring, act)) WithdrawConsent(iom, Purposes.Monitoring, act.Day, null, _referrals, act);
        Touch(act);
    }

    /// <summary>R13: any participant who hears it from the person.</summary>
    public void WithdrawReturn(ReturnId id, Act act)
    {
        Return(id).Withdraw(null, act);
        Touch(act);
    }

    /// <summary>
    /// The leader of the investigation, or the person's lawyer, releases what IOM may pass on (3.9j). Also when the case is closed: a judgment often comes later.
    /// </summary>
    /// <param name="way">The return by which the person can be reached, and IOM; null where the person does not want to hear of it.</param>
    public JusticeEvent ReleaseJustice(JusticeWay? way, JusticeKind kind, DateOnly on, string text, Act act)
    {
        if (act.As is not (Role.InvestigationLeader or Role.Lawyer)) throw new RuleBrokenException(Rule.TheLeaderOrCounselReleases);
        if (way is null) throw new RuleBrokenException(Rule.JusticeIsFollowedWithConsent);
        if (kind is not (JusticeKind.HearingDate or JusticeKind.TrialParticipation)) NotInTheFuture(on, act);
        var released = new JusticeEvent(Id, way.Return, way.Iom, kind, on, text, act);
        _justice.Add(released);
        Record(new JusticeReleased(Id, way.Return, released.Id, kind, way.Iom, act));
        return released;
    }

    public void RelayJustice(Guid id, DateOnly on, bool reached, JusticeWish? wishes, IReadOnlyList<JusticeNeed> needs, Act act)
    {
        var released = _justice.Single(e => e.Id == id);
        if (act.As != Role.IomCaseworker || act.For != released.RelayedBy) throw new RuleBrokenException(Rule.OnlyIomCarriesOutAReturn);
        if (!Given(released.RelayedBy, Purposes.JusticeFollowUp, act)) throw new RuleBrokenException(Rule.JusticeIsFollowedWithConsent);
        NotInTheFuture(on, act);
        if (released.Reached == true) throw new RuleBrokenException(Rule.JusticeIsRelayedOnce);
        released.Relay(on, reached, wishes, needs);
        Record(new JusticeRelayed(Id, released.ReturnId, id, released.Kind, released.ReleasedBy, reached, act));
    }

    /// <summary>What is missing before part A can be handed over, by purpose and recipient.</summary>
    public IReadOnlyList<(OrganisationId Recipient, string Purpose)> ConsentsMissing(ReturnApplication application, OrganisationId coordinator, OrganisationId iom, Act act)
    {
        List<(OrganisationId, string)> needed = [(iom, Purposes.Return), (iom, Purposes.ReturnAbroad)];
        // An organisation needs no consent to tell itself.
        if (coordinator != application.Author && coordinator != Lead) needed.Insert(0, (coordinator, Purposes.Return));
        return [.. needed.Where(n => !Given(n.Item1, n.Item2, act))];
    }

    /// <summary>What the person has not been asked yet: whether IOM may get in touch afterwards, and tell of the trial. A no is an answer (5.10).</summary>
    public IReadOnlyList<string> WishesMissing(OrganisationId iom) =>
        [.. new[] { Purposes.Monitoring, Purposes.JusticeFollowUp }.Where(purpose => !_consents.Any(c => c.Recipient == iom && c.Purpose == purpose))];

    private void Consented(ReturnApplication application, OrganisationId coordinator, OrganisationId iom, Act act)
    {
        if (ConsentsMissing(application, coordinator, iom, act) is [var (recipient, purpose), ..]) throw new RuleBrokenException(Rule.AReturnNeedsConsent, ("recipient", recipient), ("purpose", purpose));
    }

    private bool Given(OrganisationId recipient, string purpose, Act act) => ConsentLedger.InForce(_consents, recipient, purpose, act.At) is not null;

    private void ReturnsLose(ConsentDecision consent, bool withdrawn, Act act)
    {
        foreach (var id in _returns.Select(r => r.Id).ToList())
            Return(id).ConsentEnded(consent.Recipient, consent.Purpose == Purposes.Return, consent.Purpose == Purposes.ReturnAbroad, consent.Purpose == Purposes.Monitoring, withdrawn, act);
    }

    private static void ForeignCitizen(string nationality)
    {
        if (Countries.Find(nationality) is null) throw new RuleBrokenException(Rule.CodesAreListed);
        if (nationality == "SE") throw new RuleBrokenException(Rule.TheReturnProgrammeIsForForeignCitizens);
    }

    private ReturnApplication Return(ReturnId id)
    {
        var application = _returns.Single(r => r.Id == id);
        application.Lead = Lead;
        return application;
    }
}

/// <summary>The way by which word of a trial reaches somebody who has gone home: their return, and IOM.</summary>
public sealed record JusticeWay(ReturnId Return, OrganisationId Iom);
