using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Returns;

/// <summary>One page of an application as it stood from an instant on (DG12). Never changed: what is written anew is another page.</summary>
public sealed class ReturnPaper
{
    private ReturnPaper() { }

    internal ReturnPaper(ReturnApplication application, int number, PaperKind kind, ReturnContent? content, DateOnly on, string? code, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ReturnId = application.Id;
        CaseId = application.CaseId;
        Kind = kind;
        On = on;
        Code = code;
        Content = content is null ? null : new(content);
        Number = number;
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public Guid Id { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public CaseId CaseId { get; private set; }

    public PaperKind Kind { get; private set; }

    /// <summary>The Swedish day of which it speaks.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Of an assessment its result; of a contact Reached or NotReached.</summary>
    public string? Code { get; private set; }

    public Sealed<ReturnContent>? Content { get; private set; }

    /// <summary>Ascending: the highest of a kind is the latest.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}

/// <summary>A step of an application, and why. Never changed.</summary>
public sealed class ReturnStep
{
    private ReturnStep() { }

    internal ReturnStep(ReturnApplication application, DateOnly on, string? because, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ReturnId = application.Id;
        CaseId = application.CaseId;
        Status = application.Status;
        On = on;
        Because = because;
        Reason = reason is null ? null : new(reason);
        Number = application.Revision;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public CaseId CaseId { get; private set; }

    public ReturnStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>A code, where the step has one.</summary>
    public string? Because { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }
}

/// <summary>What of the person's health concerns the journey (the return's part of DG6). Never changed.</summary>
public sealed class ReturnHealth
{
    private ReturnHealth() { }

    internal ReturnHealth(ReturnApplication application, int number, string details, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ReturnId = application.Id;
        CaseId = application.CaseId;
        Details = new(details);
        Number = number;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public CaseId CaseId { get; private set; }

    public Sealed<string> Details { get; private set; } = null!;

    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }
}

/// <summary>
/// Where the person is fetched on the day of travel (DG4). It has a key of its own. Whoever released it reads it; IOM reads it on that day and on no other, and only while the journey
/// is planned for that day.
/// </summary>
public sealed class PickUp
{
    private PickUp() { }

    internal PickUp(ReturnApplication application, DateOnly on, string address, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ReturnId = application.Id;
        CaseId = application.CaseId;
        On = on;
        Address = new(address);
        ReleasedBy = act.For;
        ReleasedAt = act.At;
    }

    public Guid Id { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The one Swedish day on which it may be read.</summary>
    public DateOnly On { get; private set; }

    public Sealed<string> Address { get; private set; } = null!;

    public OrganisationId ReleasedBy { get; private set; }

    public DateTimeOffset ReleasedAt { get; private set; }
}

/// <summary>A month after the return in which IOM gets in touch. There is none where the person does not want it (S4-08).</summary>
public sealed class ContactPoint
{
    private ContactPoint() { }

    internal ContactPoint(ReturnApplication application, int month, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ReturnId = application.Id;
        CaseId = application.CaseId;
        Month = month;
        DueOn = ReturnTimes.ContactOn(application.MonitoringStart!.Value, month);
    }

    public Guid Id { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public CaseId CaseId { get; private set; }

    public int Month { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    internal void Answer(DateOnly on) => AnsweredOn = on;
}

/// <summary>What happens in an investigation or a court in Sweden, released for a person who has gone home, and passed on by IOM (3.9j, S4-09).</summary>
public sealed class JusticeEvent
{
    private JusticeEvent() { }

    internal JusticeEvent(CaseId caseId, ReturnId returnId, OrganisationId to, JusticeKind kind, DateOnly on, string text, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        ReturnId = returnId;
        RelayedBy = to;
        Kind = kind;
        On = on;
        Text = new(text);
        ReleasedBy = act.For;
        ReleasedAt = act.At;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ReturnId ReturnId { get; private set; }

    public JusticeKind Kind { get; private set; }

    /// <summary>The day of the event; a hearing lies ahead.</summary>
    public DateOnly On { get; private set; }

    public Sealed<string> Text { get; private set; } = null!;

    public OrganisationId ReleasedBy { get; private set; }

    /// <summary>IOM, who passes it on.</summary>
    public OrganisationId RelayedBy { get; private set; }

    public DateTimeOffset ReleasedAt { get; private set; }

    public DateOnly? RelayedOn { get; private set; }

    public bool? Reached { get; private set; }

    public JusticeWish? Wishes { get; private set; }

    /// <summary>Names of <see cref="JusticeNeed"/>.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    internal void Relay(DateOnly on, bool reached, JusticeWish? wishes, IReadOnlyList<JusticeNeed> needs) => (RelayedOn, Reached, Wishes, Needs) = (on, reached, wishes, [.. needs.Select(n => n.ToString())]);
}
