using Npgsql;

namespace ReferralPathway.Data;

/// <summary>The one database, entered through different doors: as the application, as the sweeper, as the owner who migrates.</summary>
public sealed class Databases : IAsyncDisposable
{
    /// <param name="owner">Needed to migrate only; null where the host never does.</param>
    public Databases(string app, string system, string? owner)
    {
        App = NpgsqlDataSource.Create(Prepared(app));
        Beside = NpgsqlDataSource.Create(Prepared(app));
        System = NpgsqlDataSource.Create(Prepared(system));
        Owner = owner is null ? null : NpgsqlDataSource.Create(owner);
    }

    /// <summary>
    /// A connection keeps the plans of what it is asked again and again: to plan the question of a case page, with a policy for every table, takes ten times as long as to answer it.
    /// </summary>
    internal static string Prepared(string connection) => new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;

    /// <summary>For units of work: a request holds one of its connections from beginning to end.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>
    /// For a single statement beside a unit of work, such as counting a try to sign in, which must stand even when the unit of work is undone. The same role, but connections of its own: were they
    /// those of <see cref="App"/>, as many people at once as it has connections would each hold one and wait for another, for ever.
    /// </summary>
    public NpgsqlDataSource Beside { get; }

    public NpgsqlDataSource System { get; }

    public NpgsqlDataSource? Owner { get; }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Beside.DisposeAsync();
        await System.DisposeAsync();
        if (Owner is not null) await Owner.DisposeAsync();
    }
}

/// <summary>The door of one unit of work. Chosen before the context is made.</summary>
public sealed class Door
{
    public Entrance Through { get; set; } = Entrance.App;
}

public enum Entrance { App, System, Owner }
