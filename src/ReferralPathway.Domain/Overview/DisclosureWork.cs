using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event of a request for disclosure. It lies with whoever decides, and nobody else waits for it in a list: who asked must not see how it goes.</summary>
public static class DisclosureWork
{
    public static IEnumerable<WorkChange> After(DisclosureEvent happened) => happened switch
    {
        DisclosureRequested e => [Decide(e, e.To, e.ManagersDecide, e.AnswerBy)],
        DisclosureRegistered e => [Decide(e, e.Act.For, e.ManagersDecide, e.AnswerBy)],
        DisclosureDecided e => [new Close(WorkKind.DecideDisclosure, e.Id.Value)],
        _ => [],
    };

    private static Open Decide(DisclosureEvent e, OrganisationId holder, bool managersOnly, DateOnly by) => new(new WorkItem(
        WorkKind.DecideDisclosure, caseId: null, e.Id.Value, holder, user: null, watcher: null, SwedishCalendar.StartOf(by.AddDays(1)), remindAt: null, managersOnly, e.Act.At, DisclosureDesk.Reminders(by, e.Act.At)));
}
