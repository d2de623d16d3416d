using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Rights;

/// <summary>What is noted beside an entry of the record: that the person does not agree with it (SoL 14:6), or that it was wrong and what is right. The entry itself stays as it is.</summary>
public enum EntryNoteKind { Disagreement, Correction }

/// <summary>A note beside an entry of the record. Whoever reads the entry reads the note; it is never changed.</summary>
public sealed class EntryNote
{
    private EntryNote() { }

    internal EntryNote(CaseId caseId, EntryNoteKind kind, Guid about, DataGroups groups, string text, DateOnly on, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Kind = kind;
        About = about;
        Groups = groups;
        Text = new(text.Trim());
        On = on;
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public EntryNoteKind Kind { get; private set; }

    /// <summary>The entry.</summary>
    public Guid About { get; private set; }

    /// <summary>The group of the entry.</summary>
    public DataGroups Groups { get; private set; }

    public Sealed<string> Text { get; private set; } = null!;

    /// <summary>The Swedish day on which the person said so, or it was found.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}

/// <summary>Something was noted beside an entry: that, and not what.</summary>
public sealed record EntryNoted(CaseId CaseId, Guid Id, EntryNoteKind Note, DateOnly On, Act Act) : CaseEvent(CaseId, Act)
{
    public override Guid? Record => Id;

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("note", Note.ToString())];
}
