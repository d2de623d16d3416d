using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Messages;

/// <summary>Who is told of each event of a consultation: that something waits, and nothing of what was written.</summary>
public static class ConsultationNotices
{
    /// <param name="desks">The organisations whose turn it is to answer.</param>
    public static IEnumerable<Notice> After(ConsultationEvent happened, IReadOnlyList<OrganisationId> desks) => happened switch
    {
        ConsultationSubmitted e => desks.Select(desk => To(NoticeKind.ConsultationArrived, e, desk, null)),
        ConsultationReturned e => [To(NoticeKind.ConsultationReturned, e, e.Asker, e.Author)],
        ConsultationAnswered e => [To(NoticeKind.ConsultationAnswered, e, e.Asker, e.Author)],
        _ => [],
    };

    private static Notice To(NoticeKind kind, ConsultationEvent e, OrganisationId organisation, UserId? user) =>
        new(kind, organisation, user, caseId: null, e.Id.Value, managersOnly: false, e.Act.At);
}
