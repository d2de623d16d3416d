using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event of a possible match: the holder asks the person, and nobody else waits for it in a list.</summary>
public static class MatchWork
{
    /// <summary>The next time they meet, as a rule: nobody calls a person for this alone.</summary>
    public const int WorkingDays = 10;

    public static IEnumerable<WorkChange> After(MatchEvent happened) => happened switch
    {
        MatchFound e =>
        [
            new Open(new WorkItem(WorkKind.AskAboutContact, e.HeldCase, e.Id.Value, e.Act.For, user: null, watcher: null,
                SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(e.Act.Day, WorkingDays).AddDays(1)), remindAt: null, managersOnly: false, e.Act.At)),
        ],
        MatchAnswered e => [new Close(WorkKind.AskAboutContact, e.Id.Value)],
        _ => [],
    };
}
