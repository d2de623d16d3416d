using System.Reflection;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// A law of the pathway: its name, where it stands, and since when. Message, test, audit and documentation speak of the same name;
/// the sentence for the person who meets it is a text, <c>Rules.{Name}</c>, in Swedish and English.
/// </summary>
/// <param name="Source">Section of law, or the statement of the national guide (S1-nn, S4-nn); "house" where it is our own.</param>
/// <param name="Since">First day on which it applies, where the law was changed within living memory.</param>
public sealed record Rule(string Name, string Source, DateOnly? Since = null)
{
    public static readonly Rule CaseIsOpenForThis = new(nameof(CaseIsOpenForThis), "house");
    public static readonly Rule IntakeIsComplete = new(nameof(IntakeIsComplete), "house");
    public static readonly Rule OnlyADraftIsLeftUnfinished = new(nameof(OnlyADraftIsLeftUnfinished), "house");
    public static readonly Rule DatesAreNotInTheFuture = new(nameof(DatesAreNotInTheFuture), "house");
    public static readonly Rule CodesAreListed = new(nameof(CodesAreListed), "house");
    public static readonly Rule OnlyAPresumedPersonIsRuledOut = new(nameof(OnlyAPresumedPersonIsRuledOut), "S1-08");
    public static readonly Rule OnlyARuledOutPersonIsPutBack = new(nameof(OnlyARuledOutPersonIsPutBack), "house");
    public static readonly Rule RulingOutIsExplained = new(nameof(RulingOutIsExplained), "house");
    public static readonly Rule OpenReferralsKeepTheCaseOpen = new(nameof(OpenReferralsKeepTheCaseOpen), "house");
    public static readonly Rule OnlyAClosedCaseIsReopened = new(nameof(OnlyAClosedCaseIsReopened), "house");
    public static readonly Rule TheTeamHasSomebodyResponsible = new(nameof(TheTeamHasSomebodyResponsible), "house");
    public static readonly Rule AColleagueIsAddedOnce = new(nameof(AColleagueIsAddedOnce), "house");
    public static readonly Rule AnAbsenceIsSaidAhead = new(nameof(AnAbsenceIsSaidAhead), "house");
    public static readonly Rule AnAbsenceIsSaidOnce = new(nameof(AnAbsenceIsSaidOnce), "house");
    public static readonly Rule ADeputyIsAColleague = new(nameof(ADeputyIsAColleague), "house");
    public static readonly Rule SomeCodesAreLaw = new(nameof(SomeCodesAreLaw), "house");
    public static readonly Rule ACodeIsWithdrawnAhead = new(nameof(ACodeIsWithdrawnAhead), "house");
    public static readonly Rule ADeputyIsThere = new(nameof(ADeputyIsThere), "house");
    public static readonly Rule BreakingTheGlassIsExplained = new(nameof(BreakingTheGlassIsExplained), "house");
    public static readonly Rule SomebodyElseReviewsABreakGlass = new(nameof(SomebodyElseReviewsABreakGlass), "house");
    public static readonly Rule ABreakGlassIsReviewedOnce = new(nameof(ABreakGlassIsReviewedOnce), "house");
    public static readonly Rule SomebodyElseLooksAtUnusualReading = new(nameof(SomebodyElseLooksAtUnusualReading), "house");
    public static readonly Rule ACaseIsTakenOnOnce = new(nameof(ACaseIsTakenOnOnce), "house");

    public static readonly Rule JamyNeverReceivesIdentity = new(nameof(JamyNeverReceivesIdentity), "S1-05, S1-06");
    public static readonly Rule ConsentIsForAnotherOrganisation = new(nameof(ConsentIsForAnotherOrganisation), "OSL 12:2");
    public static readonly Rule ConsentIsInformed = new(nameof(ConsentIsInformed), "OSL 12:2");
    public static readonly Rule ConsentNamesWhatIsShared = new(nameof(ConsentNamesWhatIsShared), "OSL 12:2");
    public static readonly Rule SomeGroupsAreInNoConsent = new(nameof(SomeGroupsAreInNoConsent), "OSL 12:2, 21:3");
    public static readonly Rule AChildsConsentHasGuardianAndOwnOpinion = new(nameof(AChildsConsentHasGuardianAndOwnOpinion), "SoL 3:4, FB 6:11");
    public static readonly Rule ConsentComesAfterDetection = new(nameof(ConsentComesAfterDetection), "house");
    public static readonly Rule OnlyAGivenConsentIsWithdrawn = new(nameof(OnlyAGivenConsentIsWithdrawn), "OSL 12:2");
    public static readonly Rule AConsentEndsAfterItBegins = new(nameof(AConsentEndsAfterItBegins), "house");
    public static readonly Rule AnEmergencyGoesToThePolice = new(nameof(AnEmergencyGoesToThePolice), "OSL 10:2, house");
    public static readonly Rule AnEmergencyIsShort = new(nameof(AnEmergencyIsShort), "OSL 10:2, house");
    public static readonly Rule ALegalGroundLastsAYearAtMost = new(nameof(ALegalGroundLastsAYearAtMost), "house");
    public static readonly Rule ALegalGroundIsDecidedByAManager = new(nameof(ALegalGroundIsDecidedByAManager), "OSL 10:21, 10:23, house");

    public static readonly Rule AChildReportGoesToTheSocialBoard = new(nameof(AChildReportGoesToTheSocialBoard), "SoL 19:1", new(2025, 7, 1));
    public static readonly Rule SomebodyElseReviewsAGround = new(nameof(SomebodyElseReviewsAGround), "house");
    public static readonly Rule AFileIsAPdfOrAPicture = new(nameof(AFileIsAPdfOrAPicture), "house");
    public static readonly Rule AnAttachmentIsAtMostTenMegabytes = new(nameof(AnAttachmentIsAtMostTenMegabytes), "house");
    public static readonly Rule ADayTakesSoManyDocuments = new(nameof(ADayTakesSoManyDocuments), "house");
    public static readonly Rule WhoeverAddedADocumentOrLeadsMarksIt = new(nameof(WhoeverAddedADocumentOrLeadsMarksIt), "house");
    public static readonly Rule ADocumentIsMarkedOnce = new(nameof(ADocumentIsMarkedOnce), "house");
    public static readonly Rule ALetterHasOneTitle = new(nameof(ALetterHasOneTitle), "house");
    public static readonly Rule ALetterNamesOnlyItsFields = new(nameof(ALetterNamesOnlyItsFields), "house");
    public static readonly Rule ALetterFollowsTheCase = new(nameof(ALetterFollowsTheCase), "house");
    public static readonly Rule NoLetterIsSentToThePersonUnasked = new(nameof(NoLetterIsSentToThePersonUnasked), "house");
    public static readonly Rule AnExtractIsOfTheLead = new(nameof(AnExtractIsOfTheLead), "GDPR 15, house");
    public static readonly Rule OneExtractWaitsAtATime = new(nameof(OneExtractWaitsAtATime), "house");
    public static readonly Rule AnExtractIsReviewedByAManager = new(nameof(AnExtractIsReviewedByAManager), "DL 5:1, house");
    public static readonly Rule SomebodyElseReviewsAnExtract = new(nameof(SomebodyElseReviewsAnExtract), "house");
    public static readonly Rule AnExtractIsReviewedOnce = new(nameof(AnExtractIsReviewedOnce), "house");
    public static readonly Rule WhatIsWithheldHasAGround = new(nameof(WhatIsWithheldHasAGround), "DL 5:1");
    public static readonly Rule AGroundIsReviewedOnce = new(nameof(AGroundIsReviewedOnce), "house");

    public static readonly Rule ReferralNeedsConsent = new(nameof(ReferralNeedsConsent), "S1-04, OSL 12:2");
    public static readonly Rule ReferralSendsOnlyWhatIsCovered = new(nameof(ReferralSendsOnlyWhatIsCovered), "S1-04, OSL 12:2");
    public static readonly Rule ImmediateDangerMeans112First = new(nameof(ImmediateDangerMeans112First), "house");
    public static readonly Rule RecipientReceivesReferrals = new(nameof(RecipientReceivesReferrals), "S1-05, S1-36");
    public static readonly Rule AReferralIsAnsweredByItsRecipient = new(nameof(AReferralIsAnsweredByItsRecipient), "house");
    public static readonly Rule AReferralIsChangedByItsSender = new(nameof(AReferralIsChangedByItsSender), "house");
    public static readonly Rule ReferralIsAnsweredOnce = new(nameof(ReferralIsAnsweredOnce), "house");
    public static readonly Rule ReferralIsSentOnce = new(nameof(ReferralIsSentOnce), "house");
    public static readonly Rule OnlyAnOrganisationWithoutAccountsIsAnsweredFor = new(nameof(OnlyAnOrganisationWithoutAccountsIsAnsweredFor), "house");
    public static readonly Rule ATransferIsAcceptedByTheNewLead = new(nameof(ATransferIsAcceptedByTheNewLead), "house");
    public static readonly Rule AnAnswerFollowsTheReferral = new(nameof(AnAnswerFollowsTheReferral), "house");
    public static readonly Rule OnlyAnAcceptedReferralIsCompleted = new(nameof(OnlyAnAcceptedReferralIsCompleted), "house");
    public static readonly Rule DecliningForAnotherReasonIsExplained = new(nameof(DecliningForAnotherReasonIsExplained), "house");
    public static readonly Rule ReferralIsWithdrawnBeforeItEnds = new(nameof(ReferralIsWithdrawnBeforeItEnds), "house");
    public static readonly Rule AReferralWithAServiceIsCompleted = new(nameof(AReferralWithAServiceIsCompleted), "house");
    public static readonly Rule OnlyTheLeadTransfersTheCase = new(nameof(OnlyTheLeadTransfersTheCase), "house");
    public static readonly Rule ATransferCarriesTheCase = new(nameof(ATransferCarriesTheCase), "OSL 12:2, house");
    public static readonly Rule AReferralToThePoliceIsNeverRequired = new(nameof(AReferralToThePoliceIsNeverRequired), "S1-27");

    public static readonly Rule ProfessionalsAsk = new(nameof(ProfessionalsAsk), "S1-02");
    public static readonly Rule AConsultationNamesNobody = new(nameof(AConsultationNamesNobody), "S1-05");
    public static readonly Rule ADoubtIsCheckedFirst = new(nameof(ADoubtIsCheckedFirst), "S1-05, house");
    public static readonly Rule AQuestionIsComplete = new(nameof(AQuestionIsComplete), "house");
    public static readonly Rule AConsultationGoesForward = new(nameof(AConsultationGoesForward), "house");
    public static readonly Rule OnlyTheAuthorChangesAQuestion = new(nameof(OnlyTheAuthorChangesAQuestion), "house");
    public static readonly Rule AQuestionGoesToItsDesk = new(nameof(AQuestionGoesToItsDesk), "S1-02, S1-26, S4-06");
    public static readonly Rule SomebodyElseAnswers = new(nameof(SomebodyElseAnswers), "house");
    public static readonly Rule ARedactionSaysWhat = new(nameof(ARedactionSaysWhat), "house");
    public static readonly Rule AnAnswerIsWritten = new(nameof(AnAnswerIsWritten), "house");

    public static readonly Rule OnlyALeaderInitiates = new(nameof(OnlyALeaderInitiates), "S1-08, RB 23:3");
    public static readonly Rule ReasonToAssumeAnOffence = new(nameof(ReasonToAssumeAnOffence), "S1-09, RB 23:1");
    public static readonly Rule InvestigationFollowsReport = new(nameof(InvestigationFollowsReport), "RB 23:1");
    public static readonly Rule InvestigationIsRecordedOnce = new(nameof(InvestigationIsRecordedOnce), "house");
    public static readonly Rule InvestigationGoesForward = new(nameof(InvestigationGoesForward), "RB 23:3, 23:4");
    public static readonly Rule StepsOfAnInvestigationAscend = new(nameof(StepsOfAnInvestigationAscend), "house");
    public static readonly Rule OnlyALiveInvestigationIsAttendedTo = new(nameof(OnlyALiveInvestigationIsAttendedTo), "FUK 14 a, 1988:609");
    public static readonly Rule AStepIsExplained = new(nameof(AStepIsExplained), "house");
    public static readonly Rule OnlyTheSameOrganisationCorrects = new(nameof(OnlyTheSameOrganisationCorrects), "house");
    public static readonly Rule AnApplicationRestsOnTheInvestigation = new(nameof(AnApplicationRestsOnTheInvestigation), "house");
    public static readonly Rule LeaderKindFitsOrganisation = new(nameof(LeaderKindFitsOrganisation), "RB 23:3");
    public static readonly Rule AReportToThePoliceNeedsConsentOrGround = new(nameof(AReportToThePoliceNeedsConsentOrGround), "OSL 10:23, 12:2");

    public static readonly Rule OnlyALeaderAppliesUnderTheGuide = new(nameof(OnlyALeaderAppliesUnderTheGuide), "S1-15");
    public static readonly Rule OnlyALeaderAppliesForTheTemporaryPermit = new(nameof(OnlyALeaderAppliesForTheTemporaryPermit), "S1-18, UtlL 5:15");
    public static readonly Rule ThePermitNeedsAnInvestigation = new(nameof(ThePermitNeedsAnInvestigation), "S1-15, UtlL 5:15");
    public static readonly Rule TheApplicationFollowsTheInvestigation = new(nameof(TheApplicationFollowsTheInvestigation), "S1-15");
    public static readonly Rule TheSocialBoardSaysWhy = new(nameof(TheSocialBoardSaysWhy), "UtlL 5:15", new(2022, 8, 1));
    public static readonly Rule ThePersonIsInSweden = new(nameof(ThePersonIsInSweden), "UtlL 5:15");
    public static readonly Rule ThePersonWantsTheReflectionPeriod = new(nameof(ThePersonWantsTheReflectionPeriod), "S1-15, S1-16");
    public static readonly Rule TheConditionsAreAnswered = new(nameof(TheConditionsAreAnswered), "UtlL 5:15");
    public static readonly Rule OneReflectionPeriodInACase = new(nameof(OneReflectionPeriodInACase), "UtlL 5:15");
    public static readonly Rule OneTemporaryPermitAtATime = new(nameof(OneTemporaryPermitAtATime), "house");
    public static readonly Rule TheStayIsNeeded = new(nameof(TheStayIsNeeded), "UtlL 5:15");
    public static readonly Rule ThePersonCooperates = new(nameof(ThePersonCooperates), "S1-18, UtlL 5:15");
    public static readonly Rule TiesAreBroken = new(nameof(TiesAreBroken), "UtlL 5:15");
    public static readonly Rule NothingSpeaksAgainst = new(nameof(NothingSpeaksAgainst), "UtlL 5:15");
    public static readonly Rule ADirectApplicationFollowsADialogue = new(nameof(ADirectApplicationFollowsADialogue), "S1-18");
    public static readonly Rule ADirectApplicationSaysWhy = new(nameof(ADirectApplicationSaysWhy), "S1-18");
    public static readonly Rule PermitsAreDecidedByTheMigrationAgency = new(nameof(PermitsAreDecidedByTheMigrationAgency), "S1-15");
    public static readonly Rule OnlyTheAgencyDecidesPermits = new(nameof(OnlyTheAgencyDecidesPermits), "S1-15, UtlL 7:7 b");
    public static readonly Rule AnApplicationIsItsApplicants = new(nameof(AnApplicationIsItsApplicants), "UtlL 14:4");
    public static readonly Rule APermitFollowsItsStates = new(nameof(APermitFollowsItsStates), "house");
    public static readonly Rule ADecisionFollowsTheApplication = new(nameof(ADecisionFollowsTheApplication), "house");
    public static readonly Rule AReflectionPeriodIsThirtyDays = new(nameof(AReflectionPeriodIsThirtyDays), "S1-15, UtlL 5:15");
    public static readonly Rule ATemporaryPermitIsAtLeastSixMonths = new(nameof(ATemporaryPermitIsAtLeastSixMonths), "S1-18, UtlL 5:15");
    public static readonly Rule OnlyALeaderExtends = new(nameof(OnlyALeaderExtends), "UtlL 5:15");
    public static readonly Rule AnExtensionIsAskedForInTime = new(nameof(AnExtensionIsAskedForInTime), "UtlL 5:15");
    public static readonly Rule OneExtensionAtATime = new(nameof(OneExtensionAtATime), "house");
    public static readonly Rule SpecialReasonsAreGiven = new(nameof(SpecialReasonsAreGiven), "UtlL 5:15");
    public static readonly Rule TheConditionsAreStillMet = new(nameof(TheConditionsAreStillMet), "UtlL 5:15");
    public static readonly Rule AnExtensionIsLonger = new(nameof(AnExtensionIsLonger), "UtlL 5:15");
    public static readonly Rule TheApplicantIsHeardBeforeARevocation = new(nameof(TheApplicantIsHeardBeforeARevocation), "UtlL 7:7 b");
    public static readonly Rule ApplicationsKeepTheCaseOpen = new(nameof(ApplicationsKeepTheCaseOpen), "house");

    public static readonly Rule OnlyProvidersPlan = new(nameof(OnlyProvidersPlan), "S1-22, S1-37");
    public static readonly Rule ThePlansWorkerIsOnTheTeam = new(nameof(ThePlansWorkerIsOnTheTeam), "house");
    public static readonly Rule APlanIsItsOwners = new(nameof(APlanIsItsOwners), "S1-22");
    public static readonly Rule APlanFollowsItsStates = new(nameof(APlanFollowsItsStates), "house");
    public static readonly Rule APlanHasServices = new(nameof(APlanHasServices), "S1-22");
    public static readonly Rule APlanItemIsComplete = new(nameof(APlanItemIsComplete), "S1-22, S1-29");
    public static readonly Rule TracingIsForUnaccompaniedMinors = new(nameof(TracingIsForUnaccompaniedMinors), "S1-24");
    public static readonly Rule ACoordinatorPlansAReturn = new(nameof(ACoordinatorPlansAReturn), "S1-37");
    public static readonly Rule TheAgencyPlansForAsylumSeekers = new(nameof(TheAgencyPlansForAsylumSeekers), "S1-12, LMA 1");
    public static readonly Rule ThePersonAnswersThePlan = new(nameof(ThePersonAnswersThePlan), "S1-22, S1-37");
    public static readonly Rule AChildsPlanHasGuardianAndOwnView = new(nameof(AChildsPlanHasGuardianAndOwnView), "SoL 3:4, FB 6:11");
    public static readonly Rule SomethingIsUnderWay = new(nameof(SomethingIsUnderWay), "house");
    public static readonly Rule AReviewHasItsDay = new(nameof(AReviewHasItsDay), "house");
    public static readonly Rule AReviewLiesAhead = new(nameof(AReviewLiesAhead), "house");
    public static readonly Rule EverythingIsSettledAtTheEnd = new(nameof(EverythingIsSettledAtTheEnd), "house");
    public static readonly Rule AServiceFollowsItsStates = new(nameof(AServiceFollowsItsStates), "house");
    public static readonly Rule AServiceIsItsOwnersAndProviders = new(nameof(AServiceIsItsOwnersAndProviders), "S1-24, S1-29");
    public static readonly Rule OnlyProvidersRecordDelivery = new(nameof(OnlyProvidersRecordDelivery), "S1-24, S1-27");

    public static readonly Rule IntegrationIsPlannedByTheBoardOrAnNgo = new(nameof(IntegrationIsPlannedByTheBoardOrAnNgo), "S1-38, S1-39");
    public static readonly Rule AnNgoPlansWhatNgosGive = new(nameof(AnNgoPlansWhatNgosGive), "S1-39");
    public static readonly Rule PublicIntegrationNeedsALastingRight = new(nameof(PublicIntegrationNeedsALastingRight), "S1-38, S1-39");
    public static readonly Rule AComponentHasItsProvider = new(nameof(AComponentHasItsProvider), "S1-38, S1-39");
    public static readonly Rule AnIntegrationPlanFollowsItsStates = new(nameof(AnIntegrationPlanFollowsItsStates), "house");
    public static readonly Rule AnIntegrationPlanHasComponents = new(nameof(AnIntegrationPlanHasComponents), "S1-38, S1-39");
    public static readonly Rule ThePersonAgreesToIntegration = new(nameof(ThePersonAgreesToIntegration), "S1-39, house");
    public static readonly Rule AComponentEndsOnce = new(nameof(AComponentEndsOnce), "house");
    public static readonly Rule EveryComponentHasItsOutcome = new(nameof(EveryComponentHasItsOutcome), "house");

    public static readonly Rule OnlyWhoSheltersKnowsTheAddress = new(nameof(OnlyWhoSheltersKnowsTheAddress), "S1-30, OSL 21:3");
    public static readonly Rule AProtectedRegistrationHasNoAddress = new(nameof(AProtectedRegistrationHasNoAddress), "FBL 16, OSL 21:3");
    public static readonly Rule AnAddressIsRecordedFirst = new(nameof(AnAddressIsRecordedFirst), "house");
    public static readonly Rule AGrantIsAManagers = new(nameof(AGrantIsAManagers), "house");
    public static readonly Rule NobodyGrantsThemselves = new(nameof(NobodyGrantsThemselves), "house");
    public static readonly Rule AGrantIsForTheTeam = new(nameof(AGrantIsForTheTeam), "OSL 21:3, house");
    public static readonly Rule AGrantEnds = new(nameof(AGrantEnds), "house");
    public static readonly Rule AGrantEndsOnce = new(nameof(AGrantEndsOnce), "house");

    public static readonly Rule TheReturnProgrammeIsForForeignCitizens = new(nameof(TheReturnProgrammeIsForForeignCitizens), "S4-01, S4-02");
    public static readonly Rule TheReturnProgrammeHasATargetGroup = new(nameof(TheReturnProgrammeHasATargetGroup), "S4-01");
    public static readonly Rule OneReturnAtATime = new(nameof(OneReturnAtATime), "house");
    public static readonly Rule AReturnFollowsItsStates = new(nameof(AReturnFollowsItsStates), "house");
    public static readonly Rule AReturnIsItsAuthors = new(nameof(AReturnIsItsAuthors), "S1-36");
    public static readonly Rule TheCoordinatorIsContactedFirst = new(nameof(TheCoordinatorIsContactedFirst), "S1-34");
    public static readonly Rule ReturnsGoToARegionalCoordinator = new(nameof(ReturnsGoToARegionalCoordinator), "S1-34");
    public static readonly Rule TheTravelWindowLiesAhead = new(nameof(TheTravelWindowLiesAhead), "house");
    public static readonly Rule PartAIsComplete = new(nameof(PartAIsComplete), "S1-36");
    public static readonly Rule AReturnIsVoluntary = new(nameof(AReturnIsVoluntary), "S1-36, S4-05");
    public static readonly Rule AReturnNeedsConsent = new(nameof(AReturnNeedsConsent), "S1-04, S4-07, OSL 12:2");
    public static readonly Rule OnlyTheCoordinatorDecides = new(nameof(OnlyTheCoordinatorDecides), "S1-36");
    public static readonly Rule PartBIsComplete = new(nameof(PartBIsComplete), "S1-36");
    public static readonly Rule WhoeverWrotePartADoesNotDecide = new(nameof(WhoeverWrotePartADoesNotDecide), "house");
    public static readonly Rule ASupportPlanComesFirst = new(nameof(ASupportPlanComesFirst), "S1-37");
    public static readonly Rule TwoCountriesFindTheReturnBestForTheChild = new(nameof(TwoCountriesFindTheReturnBestForTheChild), "S1-36, SoL 3:4");
    public static readonly Rule AReturnDecisionIsExplained = new(nameof(AReturnDecisionIsExplained), "house");
    public static readonly Rule OnlyIomCarriesOutAReturn = new(nameof(OnlyIomCarriesOutAReturn), "S1-36, S4-04");
    public static readonly Rule ThreeAssessmentsComeFirst = new(nameof(ThreeAssessmentsComeFirst), "S4-06");
    public static readonly Rule AJourneyIsPlannedAhead = new(nameof(AJourneyIsPlannedAhead), "S4-06");
    public static readonly Rule APickUpIsForTheDayOfTravel = new(nameof(APickUpIsForTheDayOfTravel), "house");
    public static readonly Rule ArrivalFollowsDeparture = new(nameof(ArrivalFollowsDeparture), "house");
    public static readonly Rule ContactAfterReturnIsWanted = new(nameof(ContactAfterReturnIsWanted), "S4-08");
    public static readonly Rule ContactLastsSixMonths = new(nameof(ContactLastsSixMonths), "S4-08");
    public static readonly Rule ThePersonIsAskedWhatIsWantedAfterwards = new(nameof(ThePersonIsAskedWhatIsWantedAfterwards), "S4-08, S4-09");
    public static readonly Rule SupportSaysWhatIsGiven = new(nameof(SupportSaysWhatIsGiven), "S1-32, S4-06");
    public static readonly Rule SupportIsSettledOnce = new(nameof(SupportIsSettledOnce), "house");
    public static readonly Rule LostContactFollowsThreeAttempts = new(nameof(LostContactFollowsThreeAttempts), "house");
    public static readonly Rule AReturnIsCalledOffBeforeTheJourney = new(nameof(AReturnIsCalledOffBeforeTheJourney), "S4-05");
    public static readonly Rule JusticeIsFollowedWithConsent = new(nameof(JusticeIsFollowedWithConsent), "S4-09");
    public static readonly Rule TheLeaderOrCounselReleases = new(nameof(TheLeaderOrCounselReleases), "S4-09");
    public static readonly Rule JusticeIsRelayedOnce = new(nameof(JusticeIsRelayedOnce), "house");
    public static readonly Rule ReturnsKeepTheCaseOpen = new(nameof(ReturnsKeepTheCaseOpen), "house");

    public static readonly Rule AConcernIsAboutAChild = new(nameof(AConcernIsAboutAChild), "SoL 19:1", new(2025, 7, 1));
    public static readonly Rule AConcernIsReportedOnce = new(nameof(AConcernIsReportedOnce), "house");
    public static readonly Rule AConcernIsReportedFirst = new(nameof(AConcernIsReportedFirst), "SoL 19:1", new(2025, 7, 1));
    public static readonly Rule OnlyTheSocialBoardProtects = new(nameof(OnlyTheSocialBoardProtects), "SoL 20:1, 20:2", new(2025, 7, 1));
    public static readonly Rule TheBoardOrTheAgencyAppliesForAGuardian = new(nameof(TheBoardOrTheAgencyAppliesForAGuardian), "lag 2005:429 3 §");
    public static readonly Rule AGodManIsForAnUnaccompaniedChild = new(nameof(AGodManIsForAnUnaccompaniedChild), "S1-24, lag 2005:429");
    public static readonly Rule OnlyTheReporterIsTold = new(nameof(OnlyTheReporterIsTold), "SoL 19:6", new(2025, 7, 1));
    public static readonly Rule TheReporterIsToldAfterTheDecision = new(nameof(TheReporterIsToldAfterTheDecision), "SoL 19:6", new(2025, 7, 1));
    public static readonly Rule AStepForAChildIsTakenOnce = new(nameof(AStepForAChildIsTakenOnce), "house");
    public static readonly Rule AStepForAChildFollows = new(nameof(AStepForAChildFollows), "house");
    public static readonly Rule OnlyAnOpenedInquiryIsFinished = new(nameof(OnlyAnOpenedInquiryIsFinished), "SoL 20:3", new(2025, 7, 1));
    public static readonly Rule AChildOfFifteenSpeaksForItself = new(nameof(AChildOfFifteenSpeaksForItself), "SoL 3:4", new(2025, 7, 1));
    public static readonly Rule TracingIsNotAgainstTheChildsInterest = new(nameof(TracingIsNotAgainstTheChildsInterest), "S1-24, house");
    public static readonly Rule ProtectedHousingIsWithACustodian = new(nameof(ProtectedHousingIsWithACustodian), "SoL 22:5", new(2025, 7, 1));
    public static readonly Rule ASuspectedGuardianDecidesNothing = new(nameof(ASuspectedGuardianDecidesNothing), "lag 1999:997 1 §, house");
    public static readonly Rule AChildTaskKeepsTheCaseOpen = new(nameof(AChildTaskKeepsTheCaseOpen), "house");

    public static readonly Rule OnlyTheAgencyHandlesAsylum = new(nameof(OnlyTheAgencyHandlesAsylum), "S1-12, UtlL 22:1");
    public static readonly Rule AnAsylumTrackFollowsItsStates = new(nameof(AnAsylumTrackFollowsItsStates), "house");
    public static readonly Rule AnAsylumStepFollows = new(nameof(AnAsylumStepFollows), "house");
    public static readonly Rule AnUnaccompaniedChildIsAssignedAMunicipality = new(nameof(AnUnaccompaniedChildIsAssignedAMunicipality), "LMA 3 §");
    public static readonly Rule ReceptionEndsWithAPermitApplication = new(nameof(ReceptionEndsWithAPermitApplication), "LMA 1 a §");
    public static readonly Rule AGrantSaysWhichPermit = new(nameof(AGrantSaysWhichPermit), "S1-13, UtlL 5:1");

    public static readonly Rule OnlyAMunicipalityClaimsCosts = new(nameof(OnlyAMunicipalityClaimsCosts), "S1-17, 2017:193 17 §");
    public static readonly Rule CostsAreClaimedFromTheMigrationAgency = new(nameof(CostsAreClaimedFromTheMigrationAgency), "2017:193 2 §");
    public static readonly Rule CostsAreClaimedForAStay = new(nameof(CostsAreClaimedForAStay), "S1-17, 2017:193 17 §");
    public static readonly Rule OneClaimForAQuarter = new(nameof(OneClaimForAQuarter), "2017:193 19 §, house");
    public static readonly Rule ACostLiesInTheQuarter = new(nameof(ACostLiesInTheQuarter), "2017:193 19 §");
    public static readonly Rule ACostLiesInTheStay = new(nameof(ACostLiesInTheStay), "2017:193 17 §");
    public static readonly Rule AnAmountIsInKronor = new(nameof(AnAmountIsInKronor), "house");
    public static readonly Rule AClaimHasCosts = new(nameof(AClaimHasCosts), "house");
    public static readonly Rule AClaimIsMadeInArrears = new(nameof(AClaimIsMadeInArrears), "2017:193 19 §");
    public static readonly Rule AClaimIsMadeInTime = new(nameof(AClaimIsMadeInTime), "2017:193 19 §");
    public static readonly Rule AClaimFollowsItsStates = new(nameof(AClaimFollowsItsStates), "house");
    public static readonly Rule AClaimIsTheMunicipalitys = new(nameof(AClaimIsTheMunicipalitys), "2017:193 17 §");
    public static readonly Rule OnlyTheAgencyDecidesClaims = new(nameof(OnlyTheAgencyDecidesClaims), "2017:193 2 §");
    public static readonly Rule NoMoreIsGrantedThanClaimed = new(nameof(NoMoreIsGrantedThanClaimed), "S1-17, house");
    public static readonly Rule OnlyWhatWasGrantedIsPaidBack = new(nameof(OnlyWhatWasGrantedIsPaidBack), "2017:193 23 §");

    public static readonly Rule InvestigationLeadersAskForDisclosure = new(nameof(InvestigationLeadersAskForDisclosure), "2025:170 4 §, SoL 15:7, house");
    public static readonly Rule ADisclosureIsAskedOfAHolder = new(nameof(ADisclosureIsAskedOfAHolder), "2025:170 4 §, house");
    public static readonly Rule ShelterIsAskedOfTheSocialBoard = new(nameof(ShelterIsAskedOfTheSocialBoard), "SoL 15:7");
    public static readonly Rule ADisclosureSaysWhatIsAsked = new(nameof(ADisclosureSaysWhatIsAsked), "house");
    public static readonly Rule AnAnswerIsAskedForInTime = new(nameof(AnAnswerIsAskedForInTime), "house");
    public static readonly Rule OnlyTheHolderDecidesDisclosure = new(nameof(OnlyTheHolderDecidesDisclosure), "OSL 6:3, house");
    public static readonly Rule ADisclosureGoesForward = new(nameof(ADisclosureGoesForward), "house");
    public static readonly Rule ADisclosureDecisionIsWritten = new(nameof(ADisclosureDecisionIsWritten), "FL 32 §, house");
    public static readonly Rule WhatIsHandedOverIsWrittenDown = new(nameof(WhatIsHandedOverIsWrittenDown), "house");

    public static readonly Rule AProtectedPersonIsNotLookedFor = new(nameof(AProtectedPersonIsNotLookedFor), "OSL 21:3, house");
    public static readonly Rule ComparingNeedsANumberOrANameAndADay = new(nameof(ComparingNeedsANumberOrANameAndADay), "house");
    public static readonly Rule ChecksAreFew = new(nameof(ChecksAreFew), "house");
    public static readonly Rule AMatchIsAnsweredOnce = new(nameof(AMatchIsAnsweredOnce), "house");
    public static readonly Rule ContactIsThePersonsChoice = new(nameof(ContactIsThePersonsChoice), "OSL 10:1, 12:2, house");

    public static readonly Rule AnEntryIsComplete = new(nameof(AnEntryIsComplete), "S1-41, house");
    public static readonly Rule AChannelIsWrittenRight = new(nameof(AChannelIsWrittenRight), "S1-41, house");
    public static readonly Rule AChannelIsListedOnce = new(nameof(AChannelIsListedOnce), "house");
    public static readonly Rule AShelterIsNotShown = new(nameof(AShelterIsNotShown), "house");
    public static readonly Rule APublishedEntryCanBeReached = new(nameof(APublishedEntryCanBeReached), "house");
    public static readonly Rule AnEntryFollowsItsStates = new(nameof(AnEntryFollowsItsStates), "house");
    public static readonly Rule AProposalIsAnsweredOnce = new(nameof(AProposalIsAnsweredOnce), "house");
    public static readonly Rule ProposalsAreAnsweredFirst = new(nameof(ProposalsAreAnsweredFirst), "house");
    public static readonly Rule TheHotlineClosesWithinItsHours = new(nameof(TheHotlineClosesWithinItsHours), "S1-03");

    public static readonly Rule RulesAreNotChangedBackwards = new(nameof(RulesAreNotChangedBackwards), "house");

    public static readonly Rule RoleFitsTheOrganisation = new(nameof(RoleFitsTheOrganisation), "house");
    public static readonly Rule SomebodyElseConfirms = new(nameof(SomebodyElseConfirms), "house");
    public static readonly Rule AChangeIsConfirmedWhereItBelongs = new(nameof(AChangeIsConfirmedWhereItBelongs), "house");
    public static readonly Rule AChangeIsDecidedOnce = new(nameof(AChangeIsDecidedOnce), "house");
    public static readonly Rule AnInvitationIsAcceptedFirst = new(nameof(AnInvitationIsAcceptedFirst), "house");

    /// <summary>Every law, in the order of the pathway.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!)];

    public override string ToString() => Name;
}
