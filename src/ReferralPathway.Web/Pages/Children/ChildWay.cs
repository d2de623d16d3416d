using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children;

/// <summary>One line of the list of steps: what it is, how far it has come, and where it is taken.</summary>
/// <param name="Href">Empty where this viewer cannot take it now.</param>
/// <param name="Done">The latest of its kind.</param>
/// <param name="By">The last day for it.</param>
internal sealed record ChildLine(ChildStepKind Kind, TaskState State, string Href, ChildStepRow? Done, DateOnly? By);

/// <summary>Who takes which step where. The law decides again when one is taken.</summary>
internal static class ChildWay
{
    /// <summary>The address of each form, under the page of the child.</summary>
    public static readonly IReadOnlyDictionary<ChildStepKind, string> Ways = new Dictionary<ChildStepKind, string>
    {
        [ChildStepKind.Reported] = "report",
        [ChildStepKind.Asked] = "say/ask",
        [ChildStepKind.Heard] = "say/heard",
        [ChildStepKind.GuardianAppointed] = "say/guardian",
        [ChildStepKind.GuardianSuspected] = "say/suspected",
        [ChildStepKind.GuardianApplied] = "represent/guardian",
        [ChildStepKind.TracingDecided] = "represent/tracing",
        [ChildStepKind.Assessed] = "protect/assessment",
        [ChildStepKind.Decided] = "protect/decision",
        [ChildStepKind.Finished] = "protect/inquiry",
        [ChildStepKind.Informed] = "protect/reporter",
        [ChildStepKind.Placed] = "protect/placement",
    };

    private static readonly ChildStepKind[] InOrder =
    [
        ChildStepKind.Reported, ChildStepKind.Assessed, ChildStepKind.Decided, ChildStepKind.Finished, ChildStepKind.Asked, ChildStepKind.Informed, ChildStepKind.GuardianApplied,
        ChildStepKind.GuardianAppointed, ChildStepKind.TracingDecided, ChildStepKind.Placed, ChildStepKind.Heard, ChildStepKind.GuardianSuspected,
    ];

    /// <summary>The step that a form is for; null when there is none at this address.</summary>
    public static ChildStepKind? Of(string folder, string step) =>
        Ways.FirstOrDefault(w => w.Value == $"{folder}/{step}") is { Value: not null } found ? found.Key : null;

    public static bool IsUnaccompanied(CaseView view) => view.Facts.Unaccompanied == "Yes";

    /// <summary>The steps that this viewer may know of.</summary>
    public static IEnumerable<ChildLine> Lines(CaseView view, string here)
    {
        var task = view.ChildTask!;
        var isBoard = task.Board == view.Mine;
        foreach (var kind in InOrder)
        {
            if (kind is ChildStepKind.GuardianApplied or ChildStepKind.TracingDecided && view.ChildStep(kind) is null && !Represents(view, task)) continue;
            if (ChildTask.IsTheBoards(kind) && !isBoard && view.ChildStep(kind) is null) continue;
            if (kind == ChildStepKind.Asked && task.ReportedBy != view.Mine || kind == ChildStepKind.Informed && task.AskedOn is null) continue;
            if (task.State == ChildTaskState.Ended && view.ChildStep(kind) is null && !MayTake(view, kind)) continue;
            yield return new(kind, State(view, task, kind), MayTake(view, kind) ? $"{here}/{Ways[kind]}" : "", view.ChildStep(kind), By(view, task, kind));
        }
    }

    public static bool MayTake(CaseView view, ChildStepKind kind)
    {
        var task = view.ChildTask!;
        return (task.State == ChildTaskState.Open || kind == ChildStepKind.Asked && view.Facts.TreatedAsChild && ChildTask.MayStillBeAsked(task.EndedBecause, task.BoardWorksHere)) && kind switch
        {
            ChildStepKind.Reported => task.Board is null && view.May(CaseOperation.ReportConcern),
            _ when task.Board is null => false,
            ChildStepKind.Asked => task.ReportedBy == view.Mine && task.AskedOn is null && view.May(CaseOperation.ReportConcern),
            ChildStepKind.Informed => task.Board == view.Mine && task.AskedOn is not null && view.ChildStep(kind) is null && view.ChildStep(ChildStepKind.Decided) is not null,
            ChildStepKind.Finished => task.Board == view.Mine && view.ChildStep(kind) is null && view.ChildStep(ChildStepKind.Decided)?.Outcome == ChildOutcome.Opened,
            ChildStepKind.Assessed or ChildStepKind.Decided => task.Board == view.Mine && view.ChildStep(kind) is null,
            ChildStepKind.Placed => task.Board == view.Mine,
            ChildStepKind.GuardianApplied => view.May(CaseOperation.RepresentChild) && Represents(view, task) && view.ChildStep(kind) is null && !task.IsRepresented,
            ChildStepKind.TracingDecided => view.May(CaseOperation.RepresentChild) && Represents(view, task),
            _ => view.May(CaseOperation.ReportConcern),
        };
    }

    public static DateOnly? By(CaseView view, ChildTaskRow task, ChildStepKind kind)
    {
        if (task.ReportedAt is not { } at) return null;
        var reported = SwedishCalendar.DayOf(at);
        return kind switch
        {
            ChildStepKind.Assessed => reported,
            ChildStepKind.Decided => ChildTimes.DecideBy(reported),
            ChildStepKind.Finished when view.ChildStep(ChildStepKind.Decided) is { Outcome: ChildOutcome.Opened } opened => ChildTimes.FinishBy(opened.On),
            ChildStepKind.Informed when task.AskedOn is { } asked && view.ChildStep(ChildStepKind.Decided) is { } decided => ChildTimes.TellBy(decided.On, asked),
            ChildStepKind.GuardianApplied => ChildTimes.ApplyForGuardianBy(reported),
            _ => null,
        };
    }

    private static bool Represents(CaseView view, ChildTaskRow task) => IsUnaccompanied(view) && (task.Board == view.Mine || view.MyKind == OrganisationKind.MigrationAgency);

    private static TaskState State(CaseView view, ChildTaskRow task, ChildStepKind kind)
    {
        if (view.ChildStep(kind) is not null || kind == ChildStepKind.Asked && task.AskedOn is not null) return TaskState.Done;
        if (!MayTake(view, kind)) return TaskState.Later;
        return kind is ChildStepKind.Asked or ChildStepKind.Placed or ChildStepKind.Heard or ChildStepKind.GuardianSuspected ? TaskState.Optional : TaskState.ToDo;
    }
}
