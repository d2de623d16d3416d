using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Domain.Overview;

/// <summary>What lies on one person's desk at one instant: their turn, what they wait for, what has changed, what they began. Masked throughout.</summary>
public sealed record Desk
{
    /// <summary>The last visit; what happened later is news.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Soonest first, at most <see cref="Most"/>; as far ahead as <see cref="DaysAhead"/>.</summary>
    public IReadOnlyList<WorkLine> Turn { get; init; } = [];

    /// <summary>Somebody else's turn, for which this person waits; soonest first.</summary>
    public IReadOnlyList<WorkLine> Waiting { get; init; } = [];

    public IReadOnlyList<DraftLine> Drafts { get; init; } = [];

    /// <summary>The latest changed of the person's open cases.</summary>
    public IReadOnlyList<OpenCase> Cases { get; init; } = [];

    /// <summary>At most <see cref="Most"/>: more than these are not counted.</summary>
    public int OpenCases { get; init; }

    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

    /// <summary>Messages not read yet, at most a hundred.</summary>
    public int Unread { get; init; }

    /// <summary>How many Swedish days after today the desk looks ahead, the last one included.</summary>
    public const int DaysAhead = 7;

    /// <summary>The most lines that are fetched; the whole list is read page by page.</summary>
    public const int Most = 100;

    /// <summary>Due before tomorrow, and what nobody answered in time: the person's turn has come whoever's it was.</summary>
    public IReadOnlyList<WorkLine> Today(DateOnly today) =>
        [.. Turn.Where(l => l.DueOn <= today).Concat(Waiting.Where(l => l.Escalated)).OrderBy(l => l.DueAt)];

    /// <summary>Of what is to be done today, what should have been done before.</summary>
    public IReadOnlyList<WorkLine> Late(DateOnly today) => [.. Today(today).Where(l => l.DueOn < today)];

    /// <summary>Due from tomorrow. A draft is shown among the drafts until its day has come.</summary>
    public IReadOnlyList<WorkLine> Week(DateOnly today) => [.. Turn.Where(l => l.DueOn > today && l.Kind != WorkKind.FinishDraft)];

    public IReadOnlyList<WorkLine> WaitingStill => [.. Waiting.Where(l => !l.Escalated)];

    /// <summary>There is more than was fetched: a count of it is a least.</summary>
    public bool IsCut => Turn.Count >= Most || Waiting.Count >= Most;
}

/// <summary>A list on the desk that is counted there and can be read whole.</summary>
public enum DeskPart
{
    /// <summary>As <see cref="Desk.Today"/>.</summary>
    Today,
    /// <summary>As <see cref="Desk.Late"/>.</summary>
    Late,
    /// <summary>As <see cref="Desk.Week"/>.</summary>
    Week,
    /// <summary>As <see cref="Desk.WaitingStill"/>.</summary>
    Waiting,
}

/// <summary>Something to do or to wait for, with just enough to know whom it concerns.</summary>
/// <param name="Reference">Of the case, else of the question or the request that it concerns; null where it concerns none.</param>
/// <param name="OrganisationSv">Who sent it, or whose turn it is when one waits; of an entry of the directory, its name.</param>
/// <param name="Service">Asked for by a referral: code list service.</param>
/// <param name="Missed">Somebody else's, who did not do it in time: a manager sees to it that somebody does.</param>
public sealed record WorkLine(
    Guid Id, WorkKind Kind, CaseId? CaseId, Guid SourceId, DateTimeOffset DueAt, DateTimeOffset OpenedAt, bool Waits, bool Escalated,
    string? Reference, MaskedPerson? Who, string? OrganisationSv, string? OrganisationEn, string? Service, Urgency? Urgency, bool ManagersOnly = false, bool Missed = false)
{
    /// <summary>The Swedish day on which it is due. What is due when a day ends is due on that day.</summary>
    public DateOnly DueOn => WorkDate.DayOf(DueAt);

    /// <summary>It is due when a day ends: the day is the deadline, not the hour.</summary>
    public bool IsDueByDay => WorkDate.EndsADay(DueAt);
}

/// <summary>When something is due, and of what kind it is: all that may leave the system.</summary>
public sealed record WorkDate(Guid Id, WorkKind Kind, DateTimeOffset DueAt)
{
    /// <summary>The Swedish day on which it is due. What is due when a day ends is due on that day.</summary>
    public static DateOnly DayOf(DateTimeOffset dueAt) => SwedishCalendar.DayOf(dueAt.AddTicks(-1));

    /// <summary>Whether an instant is the end of a Swedish day.</summary>
    public static bool EndsADay(DateTimeOffset dueAt) => SwedishCalendar.StartOf(SwedishCalendar.DayOf(dueAt)) == dueAt;
}

/// <summary>A person in a list: initials for the team alone, never for a protected person, and what DG1 says.</summary>
public sealed record MaskedPerson(string? Initials, string? Gender, string? AgeGroup, bool IsProtected);

/// <param name="ReferralId">The drafted referral; null for the draft of a case.</param>
public sealed record DraftLine(CaseId CaseId, string Reference, ReferralId? ReferralId, DateTimeOffset At);

public sealed record OpenCase(CaseId CaseId, string Reference, MaskedPerson Who, DateTimeOffset ChangedAt);

/// <summary>Something another person did to a case of one's own.</summary>
/// <param name="Kind">The name of the event.</param>
public sealed record ChangeLine(CaseId CaseId, string Reference, string Kind, DateTimeOffset At, string? OrganisationSv, string? OrganisationEn, string Payload);

/// <summary>What an auditor looks at: a glass that was broken, a ground of law instead of consent.</summary>
public sealed record WatchLine(Guid Id, DateTimeOffset At, string Kind, string? Role, string? OrganisationSv, string? OrganisationEn, string Payload);
