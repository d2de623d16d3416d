using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Directory;

/// <summary>Opening hours of an entry, as they are kept.</summary>
public sealed class OpeningTime
{
    private OpeningTime() { }

    internal OpeningTime(EntryId entry, int position, OpeningSpan span, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        EntryId = entry;
        Position = position;
        (FromDay, ToDay, Opens, Closes) = span;
    }

    public Guid Id { get; private set; }

    public EntryId EntryId { get; private set; }

    public int Position { get; private set; }

    public DayOfWeek FromDay { get; private set; }

    public DayOfWeek ToDay { get; private set; }

    public TimeOnly Opens { get; private set; }

    public TimeOnly Closes { get; private set; }

    public OpeningSpan Span => new(FromDay, ToDay, Opens, Closes);
}
