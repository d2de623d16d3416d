namespace ReferralPathway.Data.Audit;

/// <summary>What somebody opened, as the record of readings names it (A35). Each has a text of its own, as a line and inside a sentence.</summary>
public enum Reading
{
    Case,
    Identity,
    Health,
    Whereabouts,
    Referral,
    Ground,
    ConsentForm,
    Document,
    Letter,
    Claim,
    Disclosure,
    Consultation,
    Overview,
    Work,
    Calendar,
    CaseList,
    Export,
    Search,
    Referrals,
    Claims,
    Disclosures,
    Consultations,
    Statistics,
}
