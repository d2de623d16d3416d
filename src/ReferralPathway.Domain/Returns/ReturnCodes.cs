namespace ReferralPathway.Domain.Returns;

/// <summary>
/// Where an application for voluntary return stands. The author and the coordinator fill it in, the coordinator decides, IOM in Helsinki carries it out (S1-36); until the
/// journey is made the person may end it at any moment, without a reason.
/// </summary>
public enum ReturnStatus
{
    /// <summary>Begun; no coordinator has been spoken to.</summary>
    Draft,
    /// <summary>The first contact with a regional coordinator has been made (S1-34).</summary>
    CoordinatorContacted,
    /// <summary>The professional's part is complete; the coordinator's is awaited.</summary>
    PartAComplete,
    PartBComplete,
    ApprovedByCoordinator,
    RejectedByCoordinator,
    /// <summary>The coordinator asks the author to change something.</summary>
    ReturnedForChanges,
    /// <summary>With IOM, who has not begun.</summary>
    SentToIom,
    IomProcessing,
    IomAccepted,
    IomNotPossible,
    /// <summary>The journey is planned.</summary>
    PreDeparture,
    Travelled,
    /// <summary>IOM keeps in touch, because the person wants it (S4-08).</summary>
    Monitoring,
    MonitoringEnded,
    Withdrawn,
}

/// <summary>What a page of an application is.</summary>
public enum PaperKind { PartA, SupportPlan, PartB, Risk, Needs, Health, Journey, Contact, Reintegration }

/// <summary>The three assessments that come before IOM accepts (S4-06).</summary>
public enum AssessmentResult { NoConcern, ManageableWithSupport, SeriousConcern }

public enum TravelDocument { Has, Expired, Lost, HeldByOther }

/// <summary>Why the person may live in the country of destination (G-RET-3).</summary>
public enum DestinationRight { Citizen, PermanentRight }

/// <summary>What the person, or whoever works with the person, fears after the return.</summary>
public enum ReturnRisk { Trafficker, Debt, Family, Stigma, Authorities }

public enum RiskLevel { Unknown, Low, Medium, High }

/// <summary>What still waits in Sweden. What the person says to the police is not among it.</summary>
public enum OutstandingMatter { Investigation, Asylum, Permit, Debts }

public enum EscortKind { None, Operational, Medical }

public enum ReintegrationKind { Cash, InKind, Both }

/// <summary>How one piece of the support to reintegration is given.</summary>
public enum SupportForm { Cash, InKind }

/// <summary>What became of a piece of support that was planned.</summary>
public enum SupportOutcome { Delivered, NotDelivered }

public enum ReturnUrgency { Normal, Soon, AtOnce }

/// <summary>How IOM spoke with the person after the return.</summary>
public enum ContactChannel { Telephone, Message, Visit, Other }

/// <summary>What IOM asks about after the return.</summary>
public enum ReturneeSituation { Housing, Income, Health, Safety, Family, ReintegrationSupportUsed }

public enum MonitoringEnd { PeriodCompleted, ReturneeUnwilling, LostContact, Other, NotWanted }

public enum JusticeKind { InvestigationUpdate, HearingDate, TrialParticipation, Judgment, Compensation, Other }

/// <summary>How a person may take part in a Swedish trial from abroad.</summary>
public enum JusticeWish { Undecided, Yes, No }

public enum JusticeNeed { Travel, RemoteLink, Interpreter, Protection }
