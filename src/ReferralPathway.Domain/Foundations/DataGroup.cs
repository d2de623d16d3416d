namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// The groups of personal data that consent, access and the database's own policies speak of. The number is the bit in a participation's mask.
/// A table holds fields of one group only.
/// </summary>
public enum DataGroup
{
    /// <summary>DG1: reference, status, municipality, dates, coded facts without identity.</summary>
    Facts = 1,
    /// <summary>DG2: names, birth date, numbers, documents, nationality.</summary>
    Identity = 2,
    /// <summary>DG3: how the person may be contacted without danger.</summary>
    SafeContact = 3,
    /// <summary>DG4: address of a shelter, actual whereabouts. In no consent, ever.</summary>
    Whereabouts = 4,
    /// <summary>DG5: acts, means, countries, period, indicators, description.</summary>
    Narrative = 5,
    /// <summary>DG6: pregnancy, health, disability.</summary>
    Health = 6,
    /// <summary>DG7: what is known of the preliminary investigation from outside: reference, leader, dates, status.</summary>
    Investigation = 7,
    /// <summary>DG8: what the investigation contains. Not stored at all (OSL 18:1, 35:1).</summary>
    InvestigationContent = 8,
    /// <summary>DG9: applications to and decisions by the Migration Agency.</summary>
    Migration = 9,
    /// <summary>DG10: plan of assistance and services.</summary>
    Plan = 10,
    /// <summary>DG11: the records of consent themselves. In no consent.</summary>
    Consents = 11,
    /// <summary>DG12: return application.</summary>
    Return = 12,
    /// <summary>DG13: costs and reimbursement.</summary>
    Costs = 13,
    /// <summary>DG14: anonymous consultations. In no consent.</summary>
    Consultations = 14,
    /// <summary>DG15: statistics.</summary>
    Statistics = 15,

    /// <summary>"Contact through …", and no more.</summary>
    SafeContactSummary = 16,
    /// <summary>"Reported", "initiated on …", and no more.</summary>
    InvestigationSummary = 17,
    /// <summary>The status line of an application.</summary>
    MigrationSummary = 18,
    /// <summary>"Assistance is ongoing."</summary>
    PlanSummary = 19,
    /// <summary>What of the person's health concerns a journey home, and no more.</summary>
    TravelHealth = 20,
    /// <summary>How an application for return stands, and no more.</summary>
    ReturnSummary = 21,

    /// <summary>No data: the holder answers for the case.</summary>
    AnswersForCase = 30,
}
