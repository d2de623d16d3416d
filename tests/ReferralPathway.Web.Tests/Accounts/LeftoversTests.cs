using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class LeftoversTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public async Task What_nobody_can_use_any_more_goes_and_what_somebody_can_stays()
    {
        var live = await host.SignIn("sw.umea");
        // Application's and machine's clock stand at the same instant; what is old here is so by both.
        await host.ExecuteAsync("""
            INSERT INTO identity.sessions (id, user_id, stage, stamp, started_at, last_seen_at, ended_at)
              SELECT decode(md5(i::text), 'hex'), (SELECT id FROM identity.accounts WHERE email = 'sw.malmo@sample.example'), 'Open', '', at, at, at
              FROM (VALUES (1, timestamptz '2025-12-15 09:00Z'), (2, timestamptz '2026-01-15 09:00Z')) AS v (i, at);
            INSERT INTO identity.kept_forms (session_id, box, kept_at) SELECT decode(md5('1'), 'hex'), '', timestamptz '2025-12-15 09:00Z';
            INSERT INTO identity.links (hash, user_id, expires_at, used_at) SELECT decode(md5(i::text), 'hex'), a.id, expires, used
              FROM identity.accounts a, (VALUES (1, timestamptz '2026-03-16 08:59Z', NULL::timestamptz), (2, timestamptz '2026-03-18 09:00Z', timestamptz '2026-03-16 08:00Z'), (3, timestamptz '2026-03-18 09:00Z', NULL)) AS v (i, expires, used)
              WHERE a.email = 'sw.malmo@sample.example';
            INSERT INTO pathway.acts (id, user_id, claimed_at) SELECT gen_random_uuid(), gen_random_uuid(), timestamptz '2026-01-10 09:00Z' FROM generate_series(1, 5003);
            INSERT INTO pathway.acts (id, user_id, claimed_at) SELECT gen_random_uuid(), gen_random_uuid(), timestamptz '2026-02-01 09:00Z';
            """);
        await host.Host.Database.ExecuteAsSuperuserAsync("""
            INSERT INTO pathway.form_drafts (id, user_id, organisation_id, address, box, saved_at) SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '/', '', at
              FROM (VALUES (timestamptz '2026-03-01 09:00Z'), (timestamptz '2026-03-03 09:00Z')) AS v (at);
            """);

        Assert.True(await host.Host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, await CountAsync("SELECT count(*) FROM pathway.acts WHERE claimed_at < '2026-01-15'"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM pathway.acts WHERE claimed_at = '2026-02-01 09:00Z'"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM pathway.form_drafts"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM identity.links"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM identity.kept_forms"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM identity.sessions WHERE started_at < '2026-01-01'"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM identity.sessions WHERE started_at = '2026-01-15 09:00Z'"));
        Assert.Equal("/account", (await live.Get("/account")).Address);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(host.Host.Database.System);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
