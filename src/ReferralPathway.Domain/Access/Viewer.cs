using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>Somebody looks at a case: how they stand to it, and what they have opened by an act of its own that was recorded.</summary>
public sealed record Viewer(Actor Actor, Standing Standing, DateTimeOffset At)
{
    /// <summary>They asked to see name and numbers.</summary>
    public bool IdentityShown { get; init; }

    /// <summary>They gave a reason to see health details.</summary>
    public bool HealthShown { get; init; }

    private bool OnTeam => Standing.Relation is Relation.LeadTeam or Relation.PartTeam or Relation.Former;

    private bool GlassBroken => Standing.GlassIsBroken(At);

    /// <summary>What they see of a data group. The database has decided before what reaches us at all.</summary>
    public Sight Sees(DataGroup group)
    {
        if (group == DataGroup.Facts) return Standing.Groups.Has(group) ? Sight.Full : Sight.None;
        if (!Holds(group)) return (OnTeam || ThroughGlass(group)) && Reach.SummaryOf(group) is { IsEmpty: false } summary && Standing.Groups.Covers(summary) ? Sight.Summary : Sight.None;
        if (OnTeam || ThroughGlass(group)) return Opened(group);
        return IsBehindGlass(group) ? Sight.Locked : Sight.None;
    }

    private bool Holds(DataGroup group) => Standing.Groups.Has(group) || group == DataGroup.Health && Standing.Leads && Reach.ReadsOnlyOwnHealth(Actor.Role);

    private bool ThroughGlass(DataGroup group) => GlassBroken && IsBehindGlass(group);

    private static bool IsBehindGlass(DataGroup group) => group == DataGroup.Health || Cases.BreakGlass.Opens.Has(group);

    private Sight Opened(DataGroup group) => group switch
    {
        DataGroup.Identity => IdentityShown ? Sight.Full : Sight.Locked,
        DataGroup.Health => HealthShown ? Sight.Full : Sight.Locked,
        _ => Sight.Full,
    };
}
