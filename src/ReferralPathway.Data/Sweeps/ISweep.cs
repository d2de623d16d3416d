namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// Something that falls due by time alone. The sweeper asks what is due and then performs each act in a transaction of its own, as the system; whatever is not done
/// (an error, another instance's lock, somebody at the keyboard who was faster) is simply still due the next time.
/// </summary>
public interface ISweep
{
    /// <summary>Only a new Swedish day makes something due: asked once a day, and until everything of that day is done.</summary>
    bool ByDay { get; }

    /// <summary>What is due at an instant, in the order of the ids.</summary>
    /// <param name="after">Begin behind this id.</param>
    Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping);

    /// <summary>The first instant after one and up to another at which something falls due between two midnights; null when nothing does. What falls due by day never does.</summary>
    Task<DateTimeOffset?> NextAsync(PathwayDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken stopping) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Performs one, if it is still due. The caller saves nothing and commits.</summary>
    Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping);
}

/// <param name="Id">The record that is due.</param>
/// <param name="Lock">What only one instance may work on at a time: the case, or the record itself.</param>
public sealed record Due(Guid Id, Guid Lock);
