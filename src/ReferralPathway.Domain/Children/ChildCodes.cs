namespace ReferralPathway.Domain.Children;

/// <summary>A child task is open until everything that the law asks for has been done, or until the person turns out to be an adult.</summary>
public enum ChildTaskState { Open, Ended }

public enum ChildTaskEnd { Done, NotAChild }

/// <summary>What is done for a child, in the order of the law (DOMAIN 3.13).</summary>
public enum ChildStepKind
{
    /// <summary>The report of concern to the social board, at once and without consent (SoL 19:1).</summary>
    Reported,
    /// <summary>The social board's immediate protection assessment (SoL 20:1).</summary>
    Assessed,
    /// <summary>The social board's decision whether to open an inquiry (SoL 20:2).</summary>
    Decided,
    /// <summary>The inquiry is finished (SoL 20:3).</summary>
    Finished,
    /// <summary>The reporter asks to be told whether an inquiry was opened (SoL 19:6).</summary>
    Asked,
    /// <summary>The reporter was told (SoL 19:6).</summary>
    Informed,
    /// <summary>A guardian was applied for (lag 2005:429 3 §).</summary>
    GuardianApplied,
    /// <summary>Somebody represents the child: a god man, or a special representative where a guardian is suspected.</summary>
    GuardianAppointed,
    /// <summary>Whether parents or other guardians are looked for.</summary>
    TracingDecided,
    /// <summary>Where the child is placed: the form of it, never the address (SoL 22:5).</summary>
    Placed,
    /// <summary>The child said what it thinks, or did not wish to (SoL 3:4).</summary>
    Heard,
    /// <summary>Somebody among the guardians is suspected, or no longer.</summary>
    GuardianSuspected,
}

/// <summary>What came of a step.</summary>
public enum ChildOutcome
{
    ProtectNow,
    NoneNow,
    Opened,
    NotOpened,
    Measures,
    NoMeasures,
    GodMan,
    SpecialRepresentative,
    Trace,
    AgainstInterest,
    ProtectedHousing,
    FamilyHome,
    CareHome,
    SupportedHousing,
    WithFamily,
    Spoke,
    DidNotWish,
    Suspected,
    NotSuspected,
}

/// <summary>Which outcomes a step may have.</summary>
public static class ChildOutcomes
{
    public static IReadOnlyList<ChildOutcome> Of(ChildStepKind kind) => kind switch
    {
        ChildStepKind.Assessed => [ChildOutcome.ProtectNow, ChildOutcome.NoneNow],
        ChildStepKind.Decided => [ChildOutcome.Opened, ChildOutcome.NotOpened],
        ChildStepKind.Finished => [ChildOutcome.Measures, ChildOutcome.NoMeasures],
        ChildStepKind.GuardianAppointed => [ChildOutcome.GodMan, ChildOutcome.SpecialRepresentative],
        ChildStepKind.TracingDecided => [ChildOutcome.Trace, ChildOutcome.AgainstInterest],
        ChildStepKind.Placed => [ChildOutcome.ProtectedHousing, ChildOutcome.FamilyHome, ChildOutcome.CareHome, ChildOutcome.SupportedHousing, ChildOutcome.WithFamily],
        ChildStepKind.Heard => [ChildOutcome.Spoke, ChildOutcome.DidNotWish],
        ChildStepKind.GuardianSuspected => [ChildOutcome.Suspected, ChildOutcome.NotSuspected],
        _ => [],
    };
}
