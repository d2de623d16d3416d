using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Domain.Messages;

/// <summary>Who is told of each event. Mails follow from these; they say that something waits, and nothing else.</summary>
public static class Notices
{
    public static IEnumerable<Notice> After(CaseEvent happened) => happened switch
    {
        ReferralSent e => [To(NoticeKind.ReferralArrived, e, e.Recipient, null, e.Id.Value)],
        ReferralAccepted e => [To(NoticeKind.ReferralAccepted, e, e.Sender, null, e.Id.Value)],
        ReferralDeclined e => [To(NoticeKind.ReferralDeclined, e, e.Sender, e.Author, e.Id.Value)],
        ReferralCompleted e when e.Sender != e.Act.For => [To(NoticeKind.ReferralCompleted, e, e.Sender, null, e.Id.Value)],
        ReferralWithdrawn e => [To(NoticeKind.ReferralCalledBack, e, e.Recipient, null, e.Id.Value)],
        ConsentRecorded { State: ConsentState.Withdrawn or ConsentState.Expired } e => [To(NoticeKind.ConsentEnded, e, e.Recipient, null, e.Id.Value)],
        LeadTransferred e => [To(NoticeKind.LeadMoved, e, e.From, null, e.CaseId.Value)],
        FormallyIdentified e when e.Lead != e.Act.For => [To(NoticeKind.FormallyIdentified, e, e.Lead, null, e.CaseId.Value)],
        InvestigationReported { To: { } police } e when police != e.Act.For => [To(NoticeKind.PoliceReportArrived, e, police, null, e.Id.Value)],
        InvestigationLeaderChanged e when e.To != e.Act.For => [To(NoticeKind.InvestigationHandedOver, e, e.To, null, e.Id.Value)],
        PermitSubmitted e => [To(NoticeKind.PermitArrived, e, e.To, null, e.Id.Value)],
        ExtensionSubmitted e => [To(NoticeKind.PermitArrived, e, e.To, null, e.Id.Value)],
        PermitAppealed e => [To(NoticeKind.PermitArrived, e, e.To, null, e.Id.Value)],
        PermitGranted e => Decided(e, e.Applicant, e.Lead),
        PermitRefused { AppealBy: not null } e => Decided(e, e.Applicant, e.Lead),
        PermitRevoked e => Decided(e, e.Applicant, e.Lead),
        ExtensionDecided e => Decided(e, e.Applicant, e.Lead),
        PermitEnded e => [To(NoticeKind.PermitOver, e, e.Lead, null, e.Id.Value)],
        PlanCameUnderReview e => [To(NoticeKind.PlanReviewDue, e, e.By, null, e.Id.Value)],
        IntegrationCameUnderReview e => [To(NoticeKind.IntegrationReviewDue, e, e.By, null, e.Id.Value)],
        ReturnMoved e => OfReturn(e),
        JusticeReleased e => [To(NoticeKind.JusticeArrived, e, e.To, null, e.EventId)],
        ConcernReported { BoardWorksHere: true } e when e.Board != e.Act.For => [To(NoticeKind.ConcernArrived, e, e.Board, null, e.TaskId)],
        ChildStepKept { Step: ChildStepKind.Informed } e when e.Reporter != e.Act.For => [To(NoticeKind.ReporterTold, e, e.Reporter, null, e.TaskId)],
        AsylumTrackLeft e when e.Lead != e.Act.For => [To(NoticeKind.AsylumSupportEnded, e, e.Lead, null, e.TrackId)],
        ClaimSubmitted e => [To(NoticeKind.ClaimArrived, e, e.To, null, e.Id.Value)],
        ClaimAppealed e => [To(NoticeKind.ClaimArrived, e, e.To, null, e.Id.Value)],
        ClaimDecided e => [To(NoticeKind.ClaimDecided, e, e.Claimant, null, e.Id.Value)],
        RepaymentDemanded e => [To(NoticeKind.ClaimDecided, e, e.Claimant, null, e.Id.Value)],
        ClaimMissed e => [To(NoticeKind.ClaimMissed, e, e.Claimant, null, e.Id.Value)],
        GlassBroken e => [To(NoticeKind.GlassBroken, e, e.Act.For, null, e.Id, managersOnly: true)],
        LegalGroundUnreviewed e => [To(NoticeKind.DeadlineMissed, e, e.Lead, null, e.Id.Value, managersOnly: true)],
        LegalGroundRecorded { Ground: LegalGround.Emergency } e => [To(NoticeKind.EmergencyGround, e, e.Act.For, null, e.Id.Value, managersOnly: true)],
        _ => [],
    };

    private static IEnumerable<Notice> Decided(PermitEvent e, OrganisationId applicant, OrganisationId lead) =>
        new[] { applicant, lead }.Distinct().Select(who => To(NoticeKind.PermitDecided, e, who, null, e.Id.Value));

    /// <summary>Whoever has the next turn, whoever waits for it, and whoever leads the case hears of a step; nobody of one's own.</summary>
    private static IEnumerable<Notice> OfReturn(ReturnMoved e)
    {
        var (kind, told) = e.To switch
        {
            ReturnStatus.Draft => (NoticeKind.ReturnMovedOn, new OrganisationId?[] { e.Parties.Lead }),
            ReturnStatus.PartAComplete => (NoticeKind.ReturnArrived, [e.Parties.Coordinator]),
            ReturnStatus.SentToIom => (NoticeKind.ReturnArrived, [e.Parties.Iom]),
            ReturnStatus.ReturnedForChanges => (NoticeKind.ReturnSentBack, [e.Parties.Author]),
            ReturnStatus.ApprovedByCoordinator or ReturnStatus.RejectedByCoordinator => (NoticeKind.ReturnDecided, [e.Parties.Author, e.Parties.Lead]),
            ReturnStatus.IomAccepted or ReturnStatus.IomNotPossible or ReturnStatus.PreDeparture or ReturnStatus.Travelled => (NoticeKind.ReturnMovedOn, [e.Parties.Author, e.Parties.Lead, e.Parties.Coordinator]),
            ReturnStatus.Withdrawn when e.From is not (ReturnStatus.Draft or ReturnStatus.CoordinatorContacted) =>
                (NoticeKind.ReturnCalledOff, [e.Parties.Author, e.Parties.Lead, e.Parties.Coordinator, .. WithIom(e.From) ? [e.Parties.Iom] : (OrganisationId?[])[]]),
            _ => (NoticeKind.ReturnMovedOn, []),
        };
        return told.OfType<OrganisationId>().Distinct().Where(who => who != e.Act.For).Select(who => To(kind, e, who, null, e.Id.Value));
    }

    private static bool WithIom(ReturnStatus? status) => status is ReturnStatus.SentToIom or ReturnStatus.IomProcessing or ReturnStatus.IomAccepted or ReturnStatus.PreDeparture;

    private static Notice To(NoticeKind kind, CaseEvent e, OrganisationId organisation, UserId? user, Guid source, bool managersOnly = false) =>
        new(kind, organisation, user, e.CaseId, source, managersOnly, e.Act.At);
}
