using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Web.Pages;

/// <summary>Where each piece of work is done, and what each message is about.</summary>
public static class WayTo
{
    public static string Of(WorkLine line) => line.Kind switch
    {
        WorkKind.AnswerReferral => line.Waits ? $"{Case(line.CaseId)}/referrals/{line.SourceId}" : Referral(line.SourceId),
        WorkKind.ClaimCosts or WorkKind.DecideClaim or WorkKind.AppealClaim => Claim(line.SourceId),
        _ when line.Waits || line.Missed => Case(line.CaseId),
        WorkKind.BeginClaim => $"{Case(line.CaseId)}/reimbursement",
        WorkKind.FinishDraft => $"{Case(line.CaseId)}/intake",
        WorkKind.FindAnotherProvider => $"{Case(line.CaseId)}/referrals/write",
        WorkKind.CheckSafeContact => $"{Case(line.CaseId)}/intake/safe-contact",
        WorkKind.ReviewAssessment => $"{Case(line.CaseId)}/indicators",
        WorkKind.InformOfPermits or WorkKind.RequestCounsel => $"{Case(line.CaseId)}/investigations/{line.SourceId}/follow",
        WorkKind.DecidePermit => $"{Case(line.CaseId)}/investigations/take-on",
        WorkKind.ChasePermit or WorkKind.AppealPermit or WorkKind.DecideNextStep => Case(line.CaseId),
        WorkKind.ReviewPlan => $"{Case(line.CaseId)}/plans/{line.SourceId}",
        WorkKind.ReviewIntegration => $"{Case(line.CaseId)}/integration/{line.SourceId}",
        // The first of an organisation to come takes the case on; for a colleague on the team that address leads on to the case.
        WorkKind.CompleteReturn or WorkKind.ProcessReturn => $"{Case(line.CaseId)}/investigations/take-on",
        WorkKind.WriteReturn or WorkKind.DecideReturn or WorkKind.SendReturn or WorkKind.ArrangeJourney or WorkKind.ReleasePickUp or WorkKind.RecordTravel or WorkKind.EndMonitoring =>
            $"{Case(line.CaseId)}/returns/{line.SourceId}",
        WorkKind.ContactReturnee or WorkKind.DeliverSupport or WorkKind.RelayJustice => Case(line.CaseId),
        WorkKind.ReviewLegalStatus => $"{Case(line.CaseId)}/intake/legal-status",
        WorkKind.TakeOn => $"{Case(line.CaseId)}/investigations/take-on",
        WorkKind.ReportConcern => $"{Case(line.CaseId)}/children/report",
        // Whoever is not on the team yet takes the case on first, and is led on from there.
        WorkKind.AssessProtection or WorkKind.DecideInquiry or WorkKind.FinishInquiry or WorkKind.InformReporter or WorkKind.ApplyForGuardian or WorkKind.DecideTracing =>
            $"{Case(line.CaseId)}/children",
        WorkKind.BeginAsylumSupport or WorkKind.MoveSupport => $"{Case(line.CaseId)}/asylum",
        WorkKind.AskAboutContact => $"{Case(line.CaseId)}/same-person/{line.SourceId}",
        WorkKind.ReviewBreakGlass => $"{Case(line.CaseId)}/review-glass/{line.SourceId}",
        WorkKind.ReviewEmergency => $"{Case(line.CaseId)}/consents/review/{line.SourceId}",
        WorkKind.ConfirmAccount when !line.ManagersOnly => "/administration",
        WorkKind.ConfirmAccount => $"/organisation/confirm/{line.SourceId}",
        WorkKind.DecideDisclosure => Disclosure(line.SourceId),
        WorkKind.AnswerConsultation => Consultation(line.SourceId),
        WorkKind.RedactConsultation => $"{Consultation(line.SourceId)}/edit",
        WorkKind.ReviewEntry => $"/administration/directory/{line.SourceId}",
        _ => "/",
    };

    public static string Of(Notice notice) => notice.Kind switch
    {
        NoticeKind.ReferralArrived or NoticeKind.ReferralReminder => Referral(notice.SourceId!.Value),
        NoticeKind.ReferralCalledBack or NoticeKind.ConsentEnded => "/referrals",
        NoticeKind.PoliceReportArrived or NoticeKind.InvestigationHandedOver => $"{Case(notice.CaseId)}/investigations/take-on",
        NoticeKind.ReturnArrived => $"{Case(notice.CaseId)}/investigations/take-on",
        NoticeKind.ConcernArrived => $"{Case(notice.CaseId)}/investigations/take-on",
        NoticeKind.InquiryIsDueSoon or NoticeKind.ReporterTold => $"{Case(notice.CaseId)}/children",
        NoticeKind.AsylumSupportEnded => $"{Case(notice.CaseId)}/asylum",
        NoticeKind.PermitArrived => $"{Case(notice.CaseId)}/investigations/take-on",
        NoticeKind.PlanReviewSoon or NoticeKind.PlanReviewDue => $"{Case(notice.CaseId)}/plans/{notice.SourceId}",
        NoticeKind.IntegrationReviewDue => $"{Case(notice.CaseId)}/integration/{notice.SourceId}",
        NoticeKind.ClaimArrived or NoticeKind.ClaimDecided or NoticeKind.ClaimDueSoon or NoticeKind.ClaimMissed => Claim(notice.SourceId!.Value),
        NoticeKind.QuarterUnclaimed => $"{Case(notice.CaseId)}/reimbursement",
        NoticeKind.GlassBroken => $"{Case(notice.CaseId)}/review-glass/{notice.SourceId}",
        NoticeKind.EmergencyGround => $"{Case(notice.CaseId)}/consents/review/{notice.SourceId}",
        // An auditor opens no case; the record has the line.
        NoticeKind.EmergencyUnreviewed => "/audit?What=grounds",
        NoticeKind.ConsultationArrived or NoticeKind.ConsultationReturned or NoticeKind.ConsultationAnswered => Consultation(notice.SourceId!.Value),
        NoticeKind.DisclosureArrived or NoticeKind.DisclosureDueSoon or NoticeKind.DisclosureAnswered => Disclosure(notice.SourceId!.Value),
        NoticeKind.ContactOffered => $"{Case(notice.CaseId)}/same-person",
        NoticeKind.AccountToConfirm => notice.ManagersOnly ? "/organisation" : "/administration",
        NoticeKind.WorkLeft => "/organisation",
        NoticeKind.UnusualReading => "/organisation/unusual",
        NoticeKind.StandIn => "/account/away",
        NoticeKind.DeadlineMissed => "/work",
        NoticeKind.WaitedInVain when notice.CaseId is null => Consultation(notice.SourceId!.Value),
        NoticeKind.SecondFactorReplaced or NoticeKind.PasskeyAdded or NoticeKind.PasskeyRemoved or NoticeKind.PasswordChanged or NoticeKind.AccountClosed => "/account",
        _ => Case(notice.CaseId),
    };

    public static string Case(CaseId? id) => id is { } known ? $"/cases/{known}" : "/";

    private static string Consultation(Guid id) => $"/consultations/{id}";

    private static string Disclosure(Guid id) => $"/disclosures/{id}";

    private static string Claim(Guid id) => $"/claims/{id}";

    private static string Referral(Guid id) => $"/referrals/{id}";
}
