namespace ReferralPathway.Web.Hosting;

/// <summary>The application's clock: the machine's, or in sample mode one that was set and runs on from there. Sessions and lockouts do not follow it.</summary>
public sealed class AppClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Sample mode only.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - System.GetUtcNow()).Ticks);
}
