using Npgsql;

namespace ReferralPathway.Data;

/// <summary>The one database, entered through different doors: as the application, as the sweeper, as the owner who migrates.</summary>
public sealed class Databases : IAsyncDisposable
{
    /// <param name="owner">Needed to migrate only; null where the host never does.</param>
    public Databases(string app, string system, string? owner)
    {
        App = NpgsqlDataSource.Create(app);
        System = NpgsqlDataSource.Create(system);
        Owner = owner is null ? null : NpgsqlDataSource.Create(owner);
    }

    public NpgsqlDataSource App { get; }

    public NpgsqlDataSource System { get; }

    public NpgsqlDataSource? Owner { get; }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
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
