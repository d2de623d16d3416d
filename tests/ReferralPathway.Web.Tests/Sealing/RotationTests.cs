using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Sealing;

/// <summary>The master key is changed while people work.</summary>
public sealed class RotationTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Sealed = "Granriset i Lycksele";

    [Fact]
    public async Task Keys_are_wrapped_anew_while_cases_are_read_and_the_old_master_key_can_be_taken_away()
    {
        var id = await host.As("sw.umea").OpensCaseAsync("2026-03-10", ("safe-contact", [("Input.Through", Sealed)]));
        var next = MasterKeys.NewLine(2);
        var both = MasterKeys.Read($"{TestKeys.Master}\n{next}");
        await using var between = PathwayHost.Leaking(host, services => services.AddSingleton(both));
        var rotation = new KeyRotation(host.Services.GetRequiredService<Databases>(), both);

        var reading = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => between.As("sw.umea").Get($"/cases/{id}")));
        var rotated = await rotation.RotateAsync(TestContext.Current.CancellationToken);

        Assert.All(await reading, page => Assert.Contains(Sealed, page.Text, StringComparison.Ordinal));
        Assert.True(rotated >= 2, $"{rotated} keys.");
        Assert.Equal(0, await rotation.RotateAsync(TestContext.Current.CancellationToken));
        foreach (var table in new[] { "sealing_keys", "installation_keys" })
            Assert.Equal(0, await host.LookAsync(async db => await CountAsync(db, table)));
        await using var after = PathwayHost.Leaking(host, services => services.AddSingleton(MasterKeys.Read(next)));
        Assert.Contains(Sealed, (await after.As("sw.umea").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        await using var before = PathwayHost.Leaking(host, _ => { });
        Assert.Equal(HttpStatusCode.InternalServerError, (await before.As("sw.umea").Get($"/cases/{id}")).Status);
    }

    private static async Task<long> CountAsync(PathwayDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT count(*) FROM pathway.{table} WHERE master <> 2";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
