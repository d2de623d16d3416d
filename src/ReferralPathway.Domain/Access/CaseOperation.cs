namespace ReferralPathway.Domain.Access;

/// <summary>What can be done on a case. Every page under a case hangs under the guard of one of these.</summary>
public enum CaseOperation
{
    /// <summary>Open the case page: facts, and what else the viewer may see.</summary>
    Read,
    /// <summary>Show name and numbers in full.</summary>
    ReadIdentity,
    /// <summary>Open health details, with a reason.</summary>
    ReadHealth,
    /// <summary>Open identity, safe contact and narrative of a case of one's own organisation without being on its team.</summary>
    BreakGlass,
    /// <summary>See who has opened the case.</summary>
    SeeReadings,
    /// <summary>Write and correct the facts of the case; draft and open it (C2).</summary>
    Write,
    /// <summary>Answer indicators and conclude (A02).</summary>
    Screen,
    /// <summary>Add and remove members of the case team.</summary>
    ChangeTeam,
    /// <summary>Become the first of one's organisation to work with a case in which it takes part: a report or an investigation names an organisation, not a person.</summary>
    TakeOn,
    /// <summary>Rule the person out, and take that back (C4, C5).</summary>
    RuleOut,
    /// <summary>Close and reopen (C6, C7).</summary>
    Close,
    /// <summary>Record a consent given or refused (A04).</summary>
    RecordConsent,
    /// <summary>Open the form that the person signed (F3).</summary>
    OpenConsentForm,
    /// <summary>Record that the person takes a consent back (A05).</summary>
    WithdrawConsent,
    /// <summary>Record a legal ground instead of consent (A37).</summary>
    RecordLegalGround,
    /// <summary>Record an emergency ground, to the police alone; a manager reviews it within 24 hours (A37).</summary>
    RecordEmergency,
    /// <summary>Draft and send a referral, and withdraw it (A06).</summary>
    Refer,
    /// <summary>Complete a referral that one's own organisation accepted (A07).</summary>
    CompleteReferral,
    /// <summary>Record a report to the police (A08).</summary>
    ReportToPolice,
    /// <summary>Record that a preliminary investigation is initiated; this alone identifies the person formally (A09, S1-08).</summary>
    InitiateInvestigation,
    /// <summary>Record what becomes of the investigation (A10).</summary>
    FollowInvestigation,
    /// <summary>Apply for a reflection period or a temporary permit, appeal and call back one's own application (A11, A13, A15); the rule set says whether the social board may.</summary>
    ApplyForPermit,
    /// <summary>Ask for more time: the leader alone (A12).</summary>
    ExtendPermit,
    /// <summary>Decide an application, an extension, a revocation (A14).</summary>
    DecidePermit,
    /// <summary>Claim the municipality's costs of the person from the state (A26).</summary>
    ClaimCosts,
    /// <summary>Review a break-glass of one's own organisation.</summary>
    ReviewBreakGlass,
}
