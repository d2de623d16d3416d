namespace ReferralPathway.Domain.Foundations;

/// <summary>Somebody does something: who, in which role, for which organisation, and when. Nothing on the pathway changes without one.</summary>
/// <param name="At">The instant, UTC; legal days follow from it in Stockholm.</param>
public sealed record Act(UserId By, Role As, OrganisationId For, DateTimeOffset At)
{
    /// <summary>The sweeper: the one actor that is no person.</summary>
    public static readonly UserId System = UserId.From(new Guid("00000000-0000-7000-8000-000000000001"));

    /// <summary>Something falls due by time alone, and the sweeper does it.</summary>
    /// <param name="lead">The organisation that leads the case: it answers for what the system does there.</param>
    public static Act BySystem(OrganisationId lead, DateTimeOffset at) => new(System, Role.System, lead, at);

    /// <summary>The Swedish day of the act.</summary>
    public DateOnly Day => SwedishCalendar.DayOf(At);
}
