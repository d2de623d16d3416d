using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Investigations;

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
        var consents = view.ConsentsNow(asOf).Where(c => c.Row.DecidedOn <= asOf).ToList();
        return new()
        {
            AsOf = asOf,
            At = at,
            HotlineChanges = hotline,
            AgeClass = facts.AgeUncertain || facts.AgeGroup == IntakeFacts.Uncertain ? AgeClass.Uncertain : facts.TreatedAsChild ? AgeClass.Child : AgeClass.Adult,
            Unaccompanied = facts.Unaccompanied switch { "Yes" => YesNoUnknown.Yes, "No" => YesNoUnknown.No, _ => YesNoUnknown.Unknown },
            LegalStatus = Code<LegalStatus>(facts.LegalStatus),
            LegalStatusValidTo = facts.LegalStatusValidTo,
            Identification = IdentificationOn(view, asOf),
            Investigation = InvestigationOn(view.InvestigationLines, view.Core?.FormallyIdentifiedOn, asOf),
            AcuteNeed = facts.AcuteNeed == true,
            Exposure = Code<Exposure>(facts.Exposure),
            ConsentMunicipality = Said(consents, Purposes.Referral, OrganisationKind.Municipality, OrganisationKind.MunicipalOutreach),
            ConsentNgo = Said(consents, Purposes.Referral, OrganisationKind.Ngo, OrganisationKind.NgoPlatform),
            ConsentMigrationAgency = Said(consents, Purposes.Referral, OrganisationKind.MigrationAgency),
            ConsentCoordinator = Said(consents, Purposes.Referral, OrganisationKind.RegionalCoordinator),
            ConsentIom = Said(consents, "RETURN", OrganisationKind.Iom),
            ConsentMonitoring = Said(consents, Purposes.Monitoring, OrganisationKind.Iom),
            ConsentJustice = Said(consents, Purposes.JusticeFollowUp, OrganisationKind.Iom),
            Asker = view.MyKind,
            Settings = RuleSettings.On(asOf, view.ChosenRules),
        };
    }

    /// <summary>The groups that would count and that the viewer may not read.</summary>
    public static IReadOnlyList<DataGroup> Unseen(CaseView view) =>
        [.. new[] { DataGroup.Investigation, DataGroup.Migration }.Where(group => view.Sees(group) == Sight.None)];

    private static Identification IdentificationOn(CaseView view, DateOnly asOf) => view.Core switch
    {
        { Identification: IdentificationStatus.RuledOut } => Identification.RuledOut,
        { FormallyIdentifiedOn: { } on } when on <= asOf => Identification.FormallyIdentified,
        _ => Identification.Presumed,
    };

    /// <summary>How the investigations stand on a day; of several the one that is alive, else the one that came furthest.</summary>
    private static InvestigationState InvestigationOn(IEnumerable<InvestigationLine> lines, DateOnly? identifiedOn, DateOnly asOf) =>
        lines.Select(line => line.On <= asOf ? State(line.Status) : Before(line.Status, identifiedOn, asOf)).OrderByDescending(Weight).FirstOrDefault();

    /// <summary>A line knows its last step alone. Before that step, an investigation that has identified the person was initiated.</summary>
    private static InvestigationState Before(InvestigationStatus last, DateOnly? identifiedOn, DateOnly asOf) =>
        last is InvestigationStatus.Discontinued or InvestigationStatus.ProsecutionBrought or InvestigationStatus.Judgment or InvestigationStatus.FinalJudgment && identifiedOn <= asOf
            ? InvestigationState.Initiated
            : InvestigationState.None;

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

    private static int Weight(InvestigationState state) => state switch
    {
        InvestigationState.Initiated or InvestigationState.Prosecution or InvestigationState.Judgment => 4,
        InvestigationState.Final => 3,
        InvestigationState.Discontinued => 2,
        InvestigationState.Reported or InvestigationState.NotInitiated => 1,
        _ => 0,
    };

    /// <summary>What was said about organisations of a kind: yes to one of them is yes, else the last word.</summary>
    private static ConsentAnswer Said(IEnumerable<ConsentNow> consents, string purpose, params ReadOnlySpan<OrganisationKind> kinds)
    {
        ConsentNow? last = null;
        foreach (var consent in consents)
        {
            if (consent.Row.Purpose != purpose || !kinds.Contains(consent.Row.RecipientKind)) continue;
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
