using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// A situation with its consequences drawn, before any rule is asked: what was granted sets the legal status, a status that has run out is none, a status that
/// speaks of an application is one, an uncertain age is a child's, and whoever was once under investigation as a victim is formally identified.
/// </summary>
public sealed class Position
{
    private readonly Situation _given;

    private Position(Situation given)
    {
        _given = given;
        ReflectionPeriod = Said(given.ReflectionPeriod, LegalStatus.Rp, LegalStatus.RpPending);
        TemporaryPermit = Said(given.TemporaryPermit, LegalStatus.Trp, LegalStatus.TrpPending);
        Status = StatusNow();
        Citizenship = CitizenshipNow();
    }

    public static Position Of(Situation given) => new(given);

    public Situation Given => _given;

    public DateOnly AsOf => _given.AsOf;

    public Permission ReflectionPeriod { get; }

    public Permission TemporaryPermit { get; }

    public LegalStatus Status { get; }

    public ResidenceClass Citizenship { get; }

    public bool IsChild => _given.AgeClass is AgeClass.Child or AgeClass.Uncertain;

    public bool IsUnaccompanied => IsChild && _given.Unaccompanied == YesNoUnknown.Yes;

    public Identification Identification => _given.Identification == Identification.RuledOut ? Identification.RuledOut
        : _given.Investigation is InvestigationState.Initiated or InvestigationState.Discontinued or InvestigationState.Prosecution or InvestigationState.Judgment or InvestigationState.Final
            ? Identification.FormallyIdentified
            : _given.Identification;

    /// <summary>Initiated, prosecuted, or judged and not final.</summary>
    public bool IsInvestigated => _given.Investigation is InvestigationState.Initiated or InvestigationState.Prosecution or InvestigationState.Judgment;

    /// <summary>An application under UtlL 5:15 is pending or granted.</summary>
    public bool HasOpenApplication => ReflectionPeriod.IsOpenOn(AsOf) || TemporaryPermit.IsOpenOn(AsOf);

    /// <summary>Most likely helped by NGOs alone when nobody investigates (S1-19).</summary>
    public bool IsOutside => Status is LegalStatus.Irregular or LegalStatus.AsylumRefused or LegalStatus.EuNoRight;

    /// <summary>No right to stay that lasts: those for whom a reflection period is meant (S1-14).</summary>
    public bool LacksRightToStay => IsOutside || Status is LegalStatus.Unknown or LegalStatus.Visit;

    /// <summary>Whether there is reason to assume an offence under BrB 4:1 a or 4:1 b.</summary>
    public bool ReasonToAssume => _given.Exposure is Exposure.Thb or Exposure.Expl;

    /// <summary>The asylum seekers' own support holds only while no application under UtlL 5:15 is pending or granted (LMA 1 a §).</summary>
    public bool IsUnderReception => Status == LegalStatus.Asylum && !HasOpenApplication;

    /// <summary>The state of the hotline when the question is asked.</summary>
    public HotlineState Hotline => HotlineHours.At(_given.At ?? SwedishCalendar.InstantOf(AsOf, HotlineHours.Opens), _given.HotlineChanges);

    private Permission Said(Permission given, LegalStatus granted, LegalStatus pending) => given.State != ApplicationState.None ? given
        : _given.LegalStatus == granted ? new(ApplicationState.Granted, null, _given.LegalStatusValidTo)
        : _given.LegalStatus == pending ? new(ApplicationState.Submitted)
        : given;

    private LegalStatus StatusNow()
    {
        if (TemporaryPermit.IsActiveOn(AsOf)) return LegalStatus.Trp;
        if (ReflectionPeriod.IsActiveOn(AsOf)) return LegalStatus.Rp;
        return _given.LegalStatus switch
        {
            LegalStatus.Rp or LegalStatus.Trp => LegalStatus.Unknown,
            LegalStatus.RpPending when !ReflectionPeriod.IsPendingOn(AsOf) => LegalStatus.Unknown,
            LegalStatus.TrpPending when !TemporaryPermit.IsPendingOn(AsOf) => LegalStatus.Unknown,
            LegalStatus.Trp15D or LegalStatus.TrpOther or LegalStatus.TempProtection or LegalStatus.Work or LegalStatus.Visit when _given.LegalStatusValidTo < AsOf => LegalStatus.Unknown,
            LegalStatus.Unknown when _given.Citizenship == ResidenceClass.Swedish => LegalStatus.Se,
            LegalStatus.Unknown when _given.Citizenship == ResidenceClass.Nordic => LegalStatus.Nordic,
            var given => given,
        };
    }

    private ResidenceClass CitizenshipNow() => (_given.LegalStatus, _given.Citizenship) switch
    {
        (LegalStatus.Se, _) => ResidenceClass.Swedish,
        (LegalStatus.Nordic, ResidenceClass.Unknown) => ResidenceClass.Nordic,
        (LegalStatus.EuRight or LegalStatus.EuNoRight, ResidenceClass.Unknown) => ResidenceClass.EuEea,
        var (_, citizenship) => citizenship,
    };
}
