using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event of a consultation. None of it has to do with a case.</summary>
public static class ConsultationWork
{
    /// <param name="desks">The organisations whose turn it is to answer.</param>
    public static IEnumerable<WorkChange> After(ConsultationEvent happened, IReadOnlyList<OrganisationId> desks) => happened switch
    {
        ConsultationSubmitted e => [new Close(WorkKind.RedactConsultation, e.Id.Value), .. desks.Select(desk => Item(WorkKind.AnswerConsultation, e, desk, null, e.AnswerBy))],
        // Whoever takes it on has it alone: it leaves the other desks.
        ConsultationTakenOn e => [new Close(WorkKind.AnswerConsultation, e.Id.Value), Item(WorkKind.AnswerConsultation, e, e.Act.For, e.Act.By, e.AnswerBy)],
        ConsultationReturned e => [new Close(WorkKind.AnswerConsultation, e.Id.Value), Item(WorkKind.RedactConsultation, e, e.Asker, e.Author, ConsultationClock.AnswerBy(e.Act.At))],
        ConsultationAnswered e => [new Close(WorkKind.AnswerConsultation, e.Id.Value)],
        ConsultationWithdrawn e => [new Close(WorkKind.AnswerConsultation, e.Id.Value), new Close(WorkKind.RedactConsultation, e.Id.Value)],
        _ => [],
    };

    private static Open Item(WorkKind kind, ConsultationEvent e, OrganisationId organisation, UserId? user, DateTimeOffset dueAt) =>
        new(new WorkItem(kind, caseId: null, e.Id.Value, organisation, user, watcher: null, dueAt, remindAt: null, managersOnly: false, e.Act.At));
}
