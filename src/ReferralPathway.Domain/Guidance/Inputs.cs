namespace ReferralPathway.Domain.Guidance;

public enum YesNoUnknown { Unknown, Yes, No }

public enum AgeClass
{
    Adult,
    Child,
    /// <summary>Treated as a child until shown otherwise (Council of Europe Convention 10(3), Directive 2011/36/EU 13(2)).</summary>
    Uncertain,
}

/// <summary>The right to stay in Sweden, or the lack of it; the codes of the list <c>legal_status</c>.</summary>
public enum LegalStatus
{
    Unknown,
    /// <summary>Swedish citizen.</summary>
    Se,
    Nordic,
    /// <summary>EU or EEA citizen with right of residence.</summary>
    EuRight,
    /// <summary>EU or EEA citizen without right of residence.</summary>
    EuNoRight,
    Asylum,
    /// <summary>Asylum refused, and the decision can be enforced.</summary>
    AsylumRefused,
    /// <summary>Temporary protection after a mass flight.</summary>
    TempProtection,
    /// <summary>A reflection period is applied for.</summary>
    RpPending,
    /// <summary>Reflection period (UtlL 5:15 second paragraph).</summary>
    Rp,
    /// <summary>A temporary permit for cooperation is applied for.</summary>
    TrpPending,
    /// <summary>Temporary permit for cooperation (UtlL 5:15 first paragraph).</summary>
    Trp,
    /// <summary>Temporary permit for a claim of wages (UtlL 5:15 d).</summary>
    Trp15D,
    /// <summary>Another temporary permit.</summary>
    TrpOther,
    /// <summary>Permit to work.</summary>
    Work,
    /// <summary>Permanent permit.</summary>
    Permanent,
    /// <summary>Visa, or a stay that needs none.</summary>
    Visit,
    /// <summary>No right to stay.</summary>
    Irregular,
}

public enum Identification
{
    Presumed,
    /// <summary>A preliminary investigation was initiated at some time (S1-08).</summary>
    FormallyIdentified,
    RuledOut,
}

/// <summary>How far a preliminary investigation has come; the codes of the list <c>investigation_status</c>.</summary>
public enum InvestigationState { None, Reported, Initiated, NotInitiated, Discontinued, Prosecution, Judgment, Final }

/// <summary>How an application under UtlL 5:15 stands.</summary>
public enum ApplicationState
{
    None,
    Submitted,
    Granted,
    /// <summary>Granted, and its extension is applied for.</summary>
    ExtensionSubmitted,
    Refused,
    Withdrawn,
    Appealed,
    Revoked,
    Ended,
}

/// <summary>Whether the person wishes to cooperate in criminal proceedings (S1-16). Nothing but the temporary permit asks.</summary>
public enum Cooperation { NotAsked, Undecided, Willing, Unwilling }

/// <summary>What the person is presumed to have been exposed to; the codes of the list <c>exposure_category</c>.</summary>
public enum Exposure
{
    Unknown,
    /// <summary>Trafficking in human beings, BrB 4:1 a.</summary>
    Thb,
    /// <summary>Human exploitation, BrB 4:1 b.</summary>
    Expl,
    /// <summary>Near the legal definition.</summary>
    ThbLike,
    /// <summary>Foreign citizen in prostitution (S4-01).</summary>
    Prost,
}

public enum ReturnState { None, InProcess, Returned }

/// <summary>What the person has said about one recipient.</summary>
public enum ConsentAnswer { None, Given, Refused, Withdrawn, Expired }
