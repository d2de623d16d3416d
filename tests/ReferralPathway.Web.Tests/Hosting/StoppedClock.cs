namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>Stands still until a test moves it. Monday 16 March 2026, ten in the morning in Stockholm, to begin with.</summary>
public sealed class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private long _now = Beginning.Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _now, now.UtcTicks);

    /// <summary>A Swedish day and time, "2026-02-02 10:15".</summary>
    public void SetInSweden(string dayAndTime)
    {
        var local = DateTime.Parse(dayAndTime, global::System.Globalization.CultureInfo.InvariantCulture);
        Set(new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(local)));
    }

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);
}
