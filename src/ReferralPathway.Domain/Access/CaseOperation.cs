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
    /// <summary>Draft, propose, carry out, review and end a plan of assistance (A16).</summary>
    WritePlan,
    /// <summary>Record what became of a service of a plan (A17).</summary>
    RecordService,
    /// <summary>Draft, carry out, review and end a plan for long-term integration (A24).</summary>
    WriteIntegration,
    /// <summary>Write down where the person stays (DG4).</summary>
    RecordWhereabouts,
    /// <summary>Read where the person stays: besides, it takes a grant by name, which no role gives.</summary>
    ReadWhereabouts,
    /// <summary>Name who of one's own team may read where the person stays, and take that back.</summary>
    GrantWhereabouts,
    /// <summary>Begin an application for return and write part A and the support plan (A16, A18).</summary>
    WriteReturn,
    /// <summary>Part B, the decision, and sending to IOM (A19, A20); the law says which coordinator, and never whoever wrote part A.</summary>
    CoordinateReturn,
    /// <summary>IOM's part: assess, accept, arrange, record the journey, keep in touch, pass on (A21–A23).</summary>
    CarryOutReturn,
    /// <summary>Say where the person is fetched on the day of travel (DG4).</summary>
    ReleasePickUp,
    /// <summary>Record that the person does not want to go (R13).</summary>
    WithdrawReturn,
    /// <summary>Open what of the health concerns a journey, with a reason.</summary>
    ReadTravelHealth,
    /// <summary>Release what happened in an investigation or a court, for a person who has gone home (A23).</summary>
    ReleaseJustice,
    /// <summary>Report concern for a child, and record what whoever works with it learns: its own words, who represents it, whether a guardian is suspected (A28).</summary>
    ReportConcern,
    /// <summary>Apply for a guardian and decide on tracing: the social board and the Migration Agency.</summary>
    RepresentChild,
    /// <summary>Assess, decide and inquire as the social board that has the report.</summary>
    ProtectChild,
    /// <summary>Record that the person seeks asylum: the agency's word, or what the person says (A25).</summary>
    RecordAsylum,
    /// <summary>Record the agency's support and the decision on asylum.</summary>
    DecideAsylum,
    /// <summary>Claim the municipality's costs of the person from the state (A26).</summary>
    ClaimCosts,
    /// <summary>Write a letter, print it, and record that it was given to somebody.</summary>
    WriteLetter,
    /// <summary>Add a document to the case, of a kind whose data group one reads.</summary>
    AddDocument,
    /// <summary>Download a document: of a kind whose data group one reads.</summary>
    OpenDocument,
    /// <summary>Mark that a document was added by mistake; the law says whose.</summary>
    MarkDocument,
    /// <summary>Note beside an entry that the person does not agree with it, or that it was wrong (SoL 14:6).</summary>
    NoteEntry,
    /// <summary>Prepare what the organisation holds about the person, for the person (GDPR art. 15).</summary>
    PrepareExtract,
    /// <summary>Go through such an extract for secrecy before it is printed.</summary>
    ReviewExtract,
    /// <summary>Review a break-glass of one's own organisation.</summary>
    ReviewBreakGlass,
    /// <summary>Ask whether another organisation knows the same person.</summary>
    AskOthers,
    /// <summary>Say what the person wants, when another case may concern them too.</summary>
    AnswerMatch,
}
