using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

public enum EntryChangeKind
{
    Imported,
    Written,
    Edited,
    Published,
    Verified,
    Reported,
    Proposed,
    ProposalAccepted,
    ProposalRejected,
    ReviewFellDue,
    Withdrawn,
    Restored,
}

/// <summary>One line of an entry's history: who did what and when, and what each field was before. Never changed.</summary>
public sealed class EntryChange
{
    private EntryChange() { }

    internal EntryChange(EntryId entry, int number, EntryChangeKind kind, EntryState from, EntryState to, IEnumerable<FieldChange> fields, DateTimeOffset at, Act? act)
    {
        Id = Guid.CreateVersion7(at);
        EntryId = entry;
        Number = number;
        Kind = kind;
        From = from;
        To = to;
        At = at;
        By = act?.By;
        For = act?.For;
        foreach (var (field, before, after) in fields)
        {
            FieldNames.Add(field);
            Before.Add(before);
            After.Add(after);
        }
    }

    public Guid Id { get; private set; }

    public EntryId EntryId { get; private set; }

    /// <summary>The revision of the entry after it.</summary>
    public int Number { get; private set; }

    public EntryChangeKind Kind { get; private set; }

    public EntryState From { get; private set; }

    public EntryState To { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null: the system itself.</summary>
    public UserId? By { get; private set; }

    public OrganisationId? For { get; private set; }

    public List<string> FieldNames { get; private set; } = [];

    public List<string> Before { get; private set; } = [];

    public List<string> After { get; private set; } = [];

    public IEnumerable<FieldChange> FieldChanges() => FieldNames.Select((name, n) => new FieldChange(name, Before[n], After[n]));
}
