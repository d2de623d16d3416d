namespace ReferralPathway.Domain.Foundations;

/// <summary>Whether the national hotline answers at an instant. All times carry the offset that holds in Stockholm.</summary>
/// <param name="LocalTime">The instant asked about.</param>
/// <param name="OpensAt">The next opening; null while open.</param>
/// <param name="ClosesAt">When it closes today; null while closed.</param>
/// <param name="ClosedFor">The holiday that keeps it closed on the day asked about, if that is why.</param>
public sealed record HotlineState(
    bool IsOpen,
    DateTimeOffset LocalTime,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    SwedishHoliday? ClosedFor);
