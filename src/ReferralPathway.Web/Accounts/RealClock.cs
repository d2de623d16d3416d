namespace ReferralPathway.Web.Accounts;

/// <summary>The machine's own time, for sessions, lockouts, codes and links: they must not follow a clock that can be set.</summary>
public sealed class RealClock(TimeProvider machine)
{
    public DateTimeOffset Now => machine.GetUtcNow();
}
