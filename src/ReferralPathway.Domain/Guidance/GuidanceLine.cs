namespace ReferralPathway.Domain.Guidance;

/// <summary>One line of an answer: which support, from whom, how strong the claim is, on what ground, what is missing and what comes next. Its sentences are texts.</summary>
public sealed record GuidanceLine
{
    public required GuidanceRule Rule { get; init; }

    public string RuleId => Rule.Id;

    public required Support Support { get; init; }

    public required Provider Provider { get; init; }

    public required Strength Strength { get; init; }

    /// <summary>The Swedish day for which the line is said: the law is quoted as it stood then.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Sections of law, and the statements of the guide (S1-nn, S4-nn) it rests on.</summary>
    public string LegalBasis => Rule.BasisOn(AsOf);

    /// <summary>The person has to agree before their details are given to the provider.</summary>
    public bool ConsentNeeded { get; init; }

    public required NextStep NextStep { get; init; }

    /// <summary>What stands between now and the support; only of what is NOT_NOW.</summary>
    public IReadOnlyList<Missing> Missing { get; init; } = [];

    /// <summary>How it goes in practice, which may be another thing than the right.</summary>
    public IReadOnlyList<PracticeNote> Notes { get; init; } = [];

    /// <summary>The day the line speaks of: until when an extension or an application is possible, the last day for a claim.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of special weight for this person (R05).</summary>
    public bool Highlighted { get; init; }

    /// <summary>The same support from the same provider is the same line in another answer.</summary>
    internal (string, Support, Provider) Key => (RuleId, Support, Provider);

    internal bool SaysTheSameAs(GuidanceLine other) =>
        Strength == other.Strength && NextStep == other.NextStep && Day == other.Day && Highlighted == other.Highlighted && ConsentNeeded == other.ConsentNeeded && Missing.SequenceEqual(other.Missing) && Notes.SequenceEqual(other.Notes);
}

/// <summary>What is offered: the codes of the lines.</summary>
public enum Support
{
    MethodSupport,
    MunicipalEmergency,
    MunicipalSupport,
    FullPlan,
    NgoSupport,
    AsylumSupport,
    HealthFull,
    HealthCannotBeDeferred,
    ReflectionPeriod,
    RpExtension,
    TempPermit,
    ReturnProgramme,
    InformAboutReturn,
    IntegrationPublic,
    NgoLongTerm,
    ChildProtection,
    Guardian,
    Tracing,
    MunicipalReimbursement,
    LegalCounsel,
    NgoLegalHelp,
    WorkAllowed,
    School,
    ExpulsionBarred,
    ExpulsionMayBeStayed,
    Monitoring,
    Justice,
}

/// <summary>Who gives the support, decides on it, or applies for it.</summary>
public enum Provider
{
    /// <summary>The Gender Equality Agency.</summary>
    NationalCoordinator,
    /// <summary>Where the person is staying (SoL 29:4).</summary>
    MunicipalityOfStay,
    Municipality,
    SocialBoard,
    ChiefGuardian,
    Ngo,
    MigrationAgency,
    /// <summary>The self-governing region, for health care.</summary>
    Region,
    InvestigationLeader,
    RegionalCoordinator,
    DistrictCourt,
    StateAndMunicipality,
    Iom,
}

/// <summary>How strong the claim is.</summary>
public enum Strength
{
    /// <summary>The law gives a right, after a test of need.</summary>
    Right,
    /// <summary>A programme or a service is open to this person.</summary>
    Available,
    /// <summary>In practice probably the only source.</summary>
    LikelyOnly,
    CanApply,
    /// <summary>Not yet: something is missing.</summary>
    NotNow,
    /// <summary>Something to know or to say.</summary>
    Info,
}

/// <summary>What the person who reads the line does next.</summary>
public enum NextStep
{
    AskForConsent,
    Refer,
    /// <summary>The asker's own organisation gives this.</summary>
    DoItYourselves,
    CallHotline,
    HotlineIsClosed,
    CallSocialServicesOnCall,
    SeekCare,
    ReportConcern,
    ApplyForGuardian,
    TraceFamily,
    AskTheLeaderToApply,
    SocialBoardApplies,
    ReportToPolice,
    EstablishReason,
    ConsiderOtherWays,
    AskForExtension,
    AwaitExtension,
    AskAboutCooperation,
    RequestCounsel,
    ClaimCosts,
    ContactCoordinator,
    AskThenContactCoordinator,
    ContinueReturn,
    InformAboutReturn,
    NothingYet,
    TellThePerson,
    EnrolInSchool,
    KeepInTouch,
    RespectTheEnd,
    AskTheReturnee,
    RelayJustice,
}

/// <summary>What has to be there first.</summary>
public enum Missing
{
    Investigation,
    ReasonToAssume,
    WillToCooperate,
    TiesBroken,
    AnotherGround,
    DecisionOnExtension,
    LastingPermit,
    ConsentToContact,
}

/// <summary>What practice, or the neighbouring law, adds to a line.</summary>
public enum PracticeNote
{
    NoPersonalDetails,
    OrdinarySocialServices,
    OnlyNgosLikely,
    ThresholdIsHigh,
    OnlyWhatReceptionDoesNotCover,
    CitizensServices,
    GuardianAgrees,
    CapacityVaries,
    AlsoWithoutAuthorities,
    AssignedMunicipalityHouses,
    ChildrenAsResidents,
    MaternityAndContraception,
    CheckRegistration,
    CheckCardOrInsurance,
    CheckStatus,
    ThresholdIsLow,
    NoWillToCooperateNeeded,
    ApplyBeforeTheStayEnds,
    ApplyWhileTheStayLasts,
    SpecialReasons,
    NoReflectionPeriodFirst,
    WhateverTheCooperation,
    AsylumIsHandledFirst,
    BothCountriesFindItBest,
    NoConsentNeeded,
    ShareOfTheCosts,
    StayIsNotPunishable,
    AtLeastSixMonths,
    EndedByTheReturnee,
    OnlyWithOwnConsent,
    OnlyIfNotAgainstTheChild,
}
