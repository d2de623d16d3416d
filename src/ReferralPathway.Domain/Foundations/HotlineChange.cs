namespace ReferralPathway.Domain.Foundations;

/// <summary>A day on which an administrator has changed the hotline's hours.</summary>
/// <param name="ClosesAt">Swedish time of an early closing; null when it is closed all day.</param>
public sealed record HotlineChange(DateOnly Day, TimeOnly? ClosesAt);
