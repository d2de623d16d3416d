using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// What the guidance is asked of a case: worked out from what one viewer sees of it, and from nothing else. A group that the viewer may not read counts as unknown, so that
/// no line tells what a field would not.
/// </summary>
public static class CaseSituation
{
    /// <param name="asOf">The Swedish day asked about; what is written counts from the day on which it happened.</param>
    /// <param name="at">The instant at which the hotline is asked.</param>
    public static Situation Of(CaseView view, DateOnly asOf, DateTimeOffset at, IReadOnlyCollection<HotlineChange> hotline)
    {
        var facts = view.Facts;
        var stay = view.LegalStatuses.Where(s => s.From <= asOf).MaxBy(s => (s.From, s.RecordedAt));
        var cooperates = view.Permits.Where(p => p is { Kind: PermitKind.TemporaryPermit, Form.IsOpen: true }).Select(p => p.Form.Value).FirstOrDefault();
        var consents = view.ConsentsNow(asOf).Where(c => c.Row.DecidedOn <= asOf).ToList();
        var said = facts.WishesSaidOn <= asOf;
        var home = view.Returns.Where(r => r.MonitoringStart <= asOf).Max(r => r.MonitoringStart);
        return new()
        {
            AsOf = asOf,
            At = at,
            HotlineChanges = hotline,
            AgeClass = facts.AgeUncertain || facts.AgeGroup == IntakeFacts.Uncertain ? AgeClass.Uncertain : facts.TreatedAsChild ? AgeClass.Child : AgeClass.Adult,
            Unaccompanied = Answer(facts.Unaccompanied),
            LegalStatus = Code<LegalStatus>(stay?.Status ?? facts.LegalStatus),
            LegalStatusValidTo = stay is null ? facts.LegalStatusValidTo : stay.ValidTo,
            Identification = IdentificationOn(view, asOf),
            Investigation = InvestigationOn(view.InvestigationLinesOn(asOf)),
            ReflectionPeriod = Of(view, PermitKind.ReflectionPeriod, asOf),
            TemporaryPermit = Of(view, PermitKind.TemporaryPermit, asOf),
            Cooperation = CooperationOn(facts, cooperates?.Cooperates, asOf),
            TiesBroken = cooperates?.TiesBroken.Met switch { true => YesNoUnknown.Yes, false => YesNoUnknown.No, null => YesNoUnknown.Unknown },
            WishesReturn = view.Returns.Any(r => UnderWayOn(r, asOf)) ? YesNoUnknown.Yes : said ? Answer(facts.WishesReturn) : YesNoUnknown.Unknown,
            ReturnState = home is not null ? ReturnState.Returned : view.Returns.Any(r => UnderWayOn(r, asOf)) ? ReturnState.InProcess : ReturnState.None,
            ReturnedOn = home,
            // What was said last counts: somebody who travelled home may be back.
            InSweden = said && facts.InSweden is "Yes" or "No" && !(facts.WishesSaidOn < home) ? facts.InSweden == "Yes" : home is null,
            AcuteNeed = facts.AcuteNeed == true,
            Exposure = Code<Exposure>(facts.Exposure),
            ConsentMunicipality = Said(consents, Purposes.Referral, OrganisationKind.Municipality, OrganisationKind.MunicipalOutreach),
            ConsentNgo = Said(consents, Purposes.Referral, OrganisationKind.Ngo, OrganisationKind.NgoPlatform),
            ConsentMigrationAgency = Said(consents, Purposes.Referral, OrganisationKind.MigrationAgency),
            ConsentCoordinator = Said(consents.Where(c => c.Row.Purpose is Purposes.Referral or Purposes.Return), null, OrganisationKind.RegionalCoordinator),
            ConsentIom = Said(consents, Purposes.Return, OrganisationKind.Iom),
            ConsentMonitoring = Said(consents, Purposes.Monitoring, OrganisationKind.Iom),
            ConsentJustice = Said(consents, Purposes.JusticeFollowUp, OrganisationKind.Iom),
            Asker = view.MyKind,
            Settings = RuleSettings.On(asOf, view.ChosenRules),
        };
    }

    /// <summary>The groups that would count and that the viewer may not read.</summary>
    public static IReadOnlyList<DataGroup> Unseen(CaseView view) =>
        [.. new[] { DataGroup.Investigation, DataGroup.Migration }.Where(group => view.Sees(group) == Sight.None)];

    private static YesNoUnknown Answer(string? said) => said switch { "Yes" => YesNoUnknown.Yes, "No" => YesNoUnknown.No, _ => YesNoUnknown.Unknown };

    /// <summary>What the person said last, in the case or for an application of a temporary permit.</summary>
    private static Cooperation CooperationOn(CaseFacts facts, Condition? applied, DateOnly asOf) =>
        facts is { Cooperation: { } code and not "NOT_ASKED", WishesSaidOn: { } on } && on <= asOf && !(applied is { Met: not null, On: { } later } && later > on) ? Code<Cooperation>(code)
        : applied?.Met switch { true => Cooperation.Willing, false => Cooperation.Undecided, null => Cooperation.NotAsked };

    private static bool UnderWayOn(ReturnRow one, DateOnly asOf) =>
        SwedishCalendar.DayOf(one.DraftedAt) <= asOf && one.Status is not (ReturnStatus.RejectedByCoordinator or ReturnStatus.IomNotPossible or ReturnStatus.Withdrawn);

    private static Identification IdentificationOn(CaseView view, DateOnly asOf) => view.Core switch
    {
        { Identification: IdentificationStatus.RuledOut } => Identification.RuledOut,
        { FormallyIdentifiedOn: { } on } when on <= asOf => Identification.FormallyIdentified,
        _ => Identification.Presumed,
    };

    /// <summary>How the investigations stood; of several the one that is alive, else the one that came furthest.</summary>
    private static InvestigationState InvestigationOn(IEnumerable<InvestigationLine> lines) => lines.Select(line => State(line.Status)).OrderByDescending(Weight).FirstOrDefault();

    private static InvestigationState State(InvestigationStatus status) => status switch
    {
        InvestigationStatus.Reported => InvestigationState.Reported,
        InvestigationStatus.Initiated => InvestigationState.Initiated,
        InvestigationStatus.NotInitiated => InvestigationState.NotInitiated,
        InvestigationStatus.Discontinued => InvestigationState.Discontinued,
        InvestigationStatus.ProsecutionBrought => InvestigationState.Prosecution,
        InvestigationStatus.Judgment => InvestigationState.Judgment,
        InvestigationStatus.FinalJudgment => InvestigationState.Final,
        _ => InvestigationState.None,
    };

    /// <summary>What became of an application of a kind: the one that is open, else the latest.</summary>
    private static Permission Of(CaseView view, PermitKind kind, DateOnly asOf) => view.PermitLinesOn(asOf)
        .Where(line => line.Kind == kind).Select(line => (line.On, Permission: On(view, line, asOf)))
        .OrderByDescending(p => p.Permission.IsOpenOn(asOf)).ThenByDescending(p => p.On).Select(p => p.Permission).FirstOrDefault();

    /// <summary>Whoever reads the application knows whether more time is asked for.</summary>
    private static Permission On(CaseView view, PermitLine line, DateOnly asOf)
    {
        var extending = view.Permits.FirstOrDefault(p => p.Id == line.PermitId)?.Extensions.Any(e => e.Status == ExtensionStatus.Submitted && e.SubmittedOn <= asOf) == true;
        return new(line.Status switch
        {
            PermitStatus.Submitted => ApplicationState.Submitted,
            PermitStatus.Granted => extending ? ApplicationState.ExtensionSubmitted : ApplicationState.Granted,
            PermitStatus.Refused => ApplicationState.Refused,
            PermitStatus.Withdrawn => ApplicationState.Withdrawn,
            PermitStatus.Appealed => ApplicationState.Appealed,
            PermitStatus.Revoked => ApplicationState.Revoked,
            PermitStatus.Ended => ApplicationState.Ended,
            _ => ApplicationState.None,
        }, line.ValidFrom, line.ValidTo, view.SubmittedOn(line.PermitId));
    }

    private static int Weight(InvestigationState state) => state switch
    {
        InvestigationState.Initiated or InvestigationState.Prosecution or InvestigationState.Judgment => 4,
        InvestigationState.Final => 3,
        InvestigationState.Discontinued => 2,
        InvestigationState.Reported or InvestigationState.NotInitiated => 1,
        _ => 0,
    };

    /// <summary>What was said about organisations of a kind: yes to one of them is yes, else the last word.</summary>
    private static ConsentAnswer Said(IEnumerable<ConsentNow> consents, string? purpose, params ReadOnlySpan<OrganisationKind> kinds)
    {
        ConsentNow? last = null;
        foreach (var consent in consents)
        {
            if (purpose is not null && consent.Row.Purpose != purpose || !kinds.Contains(consent.Row.RecipientKind)) continue;
            if (consent.State == ConsentState.Given) return ConsentAnswer.Given;
            if (last is null || consent.Row.Number > last.Row.Number) last = consent;
        }
        return last?.State switch
        {
            ConsentState.Refused => ConsentAnswer.Refused,
            ConsentState.Withdrawn => ConsentAnswer.Withdrawn,
            ConsentState.Expired => ConsentAnswer.Expired,
            _ => ConsentAnswer.None,
        };
    }

    private static T Code<T>(string? code) where T : struct, Enum => Codes.TryParse<T>(code, out var value) ? value : default;
}
