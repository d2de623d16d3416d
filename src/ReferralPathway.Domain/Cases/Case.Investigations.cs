using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<Investigation> _investigations = [];

    /// <summary>The investigations of the case that the actor may read.</summary>
    public IReadOnlyList<Investigation> Investigations => _investigations;

    /// <summary>A report to the police was made (U1). No rights follow from it.</summary>
    /// <param name="to">The police organisation, when it is to take part in the case here; then the person's consent or a ground of law must cover it.</param>
    public Investigation ReportToPolice(DateOnly on, string unit, OrganisationId? to, string? reference, Act act)
    {
        Opened();
        NotInTheFuture(on, act);
        if (to is { } police && police != act.For && CoveredFor(police, act.At).IsEmpty)
            throw new RuleBrokenException(Rule.AReportToThePoliceNeedsConsentOrGround, ("recipient", police));
        var reported = new Investigation(Id, act);
        reported.Report(on, unit, to, reference, act);
        _investigations.Add(reported);
        Touch(act);
        return reported;
    }

    /// <summary>
    /// An investigation leader records that a preliminary investigation is initiated (U2), and by that alone the person is formally identified (C3, S1-08).
    /// </summary>
    /// <param name="reported">The earlier report it answers, or null.</param>
    public Investigation InitiateInvestigation(Investigation? reported, InvestigationTerms terms, Act act)
    {
        Opened();
        if (_investigations.Any(i => i.WasInitiated && string.Equals(i.ReferenceNumber, terms.ReferenceNumber, StringComparison.OrdinalIgnoreCase)))
            throw new RuleBrokenException(Rule.InvestigationIsRecordedOnce);
        if (reported is not null && reported.Status != InvestigationStatus.Reported) throw new RuleBrokenException(Rule.InvestigationIsRecordedOnce);
        var investigation = reported ?? new Investigation(Id, act);
        investigation.Initiate(terms, act);
        if (reported is null) _investigations.Add(investigation);
        // An earlier one may stand in the case that this leader may not read: it has identified the person already.
        if (FormallyIdentifiedOn is not { } known || terms.On < known) Identify(act);
        Touch(act);
        return investigation;
    }

    /// <summary>It was recorded by mistake (U4b), while no application that the actor may read rests on it: identification is worked out anew from what remains.</summary>
    public void InvestigationWasMistaken(InvestigationId id, string reason, Act act)
    {
        if (_permits.Any(p => (p.IsPending || p.Status == PermitStatus.Granted) && p.Form is { IsOpen: true } form && form.Value.Investigation == id))
            throw new RuleBrokenException(Rule.AnApplicationRestsOnTheInvestigation);
        _investigations.Single(i => i.Id == id).Mistaken(reason, act);
        Identify(act);
        Touch(act);
    }

    /// <summary>The reference number or the offences are corrected by the organisation that leads it; a number stands once in a case.</summary>
    public void CorrectInvestigation(InvestigationId id, string reference, IReadOnlyList<string> offences, Act act)
    {
        if (Status is not (CaseStatus.Open or CaseStatus.Closed)) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        if (_investigations.Any(i => i.Id != id && i.WasInitiated && string.Equals(i.ReferenceNumber, reference, StringComparison.OrdinalIgnoreCase)))
            throw new RuleBrokenException(Rule.InvestigationIsRecordedOnce);
        _investigations.Single(i => i.Id == id).Correct(reference, offences, act);
        Touch(act);
    }

    /// <summary>Something else became of the investigation; the case has changed. That the help has ended, and the case is closed, does not end the investigation.</summary>
    public void FollowInvestigation(InvestigationId id, Action<Investigation> step, Act act)
    {
        if (Status is not (CaseStatus.Open or CaseStatus.Closed)) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        step(_investigations.Single(i => i.Id == id));
        Touch(act);
    }

    /// <summary>
    /// A report or an investigation made the actor's organisation take part: the actor is the first of it to work with the case, and answers for it there.
    /// </summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ACaseIsTakenOnOnce"/> when a colleague was faster.</exception>
    public void TakeOn(Act act)
    {
        if (_team.Any(m => m.OrganisationId == act.For && m.IsOnTeam)) throw new RuleBrokenException(Rule.ACaseIsTakenOnOnce);
        _team.Add(new(Id, act.By, responsible: true, act));
        Record(new TakenOn(Id, act));
    }

    private void Identify(Act act)
    {
        var first = _investigations.Where(i => i.WasInitiated).Min(i => i.InitiatedOn);
        if (first == FormallyIdentifiedOn) return;
        var before = FormallyIdentifiedOn;
        FormallyIdentifiedOn = first;
        Identification = first is null ? IdentificationStatus.Presumed : IdentificationStatus.FormallyIdentified;
        Record(before is null && first is { } on ? new FormallyIdentified(Id, on, Lead, act) : new IdentificationCorrected(Id, first, act));
    }
}
