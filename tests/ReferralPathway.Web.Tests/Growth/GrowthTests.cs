using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Growth;

/// <summary>
/// Opens lists, searches and a case in a database with many cases, and asks PostgreSQL how many rows it touched for each: as the application, under row-level security.
/// A list that walks its table shows here, however fast the machine.
/// </summary>
public sealed class GrowthTests(TemplateDatabase template) : IAsyncLifetime
{
    private const int Cases = 12_000;

    /// <summary>Rows and entries of indexes for one page: lines, with some ten tables probed for each, or some hundred who are called nearly the same.</summary>
    private const int Most = 2_000;

    // One in a large organisation, one in a small; each works with sixty cases.
    private static readonly (string Who, string Address)[] Pages =
    [
        .. from who in new[] { "sw.malmo", "sw.norrkoping" }
           from address in new[]
           {
               "/", "/work", "/work/calendar", "/messages", "/cases", "/cases?status=Open", "/cases?status=Closed", "/cases?status=Ended", "/cases?identification=RuledOut", "/cases?team=mine",
               "/cases?municipality=2480", "/cases?interpreter=yes", "/cases?region=Norr", "/cases?exploitation=BEGGING", "/cases?provider={provider}", "/cases?due=late", "/cases?due=week", "/cases?region=Norr&exploitation=BEGGING",
               "/work?due=today", "/work?due=week", "/work?due=waiting", "/messages?only=new", "/referrals", "/referrals?box=Sent", "/referrals?box=Answered", "/account/readings",
           }
           select (who, address),
        ("sw.malmo.chef", "/"), ("sw.malmo.chef", "/work"), ("sw.malmo.chef", "/messages"),
        ("audit", "/"), ("audit", "/audit"), ("audit", "/audit?what=readings"), ("audit", "/audit?what=glass"), ("audit", "/audit?what=acts"), ("audit", "/audit?what=refusals"), ("audit", "/audit?what=grounds"), ("audit", "/audit?what=disclosures"), ("audit", "/audit?what=watched"), ("admin", "/"), ("admin", "/administration/accounts"),
    ];

    private readonly PathwayHost _host = new(template);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        // A connection that ends says at once what it did.
        static string Once(string connection) => new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;
        _host.Configure = services => services.AddSingleton(new Databases(Once(_host.Database.App), Once(_host.Database.System), null));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task No_page_walks_what_grows()
    {
        var accounts = new List<Actor>();
        foreach (var name in new[] { "sw.malmo", "sw.umea", "sw.norrkoping", "sw.vasteras", "ngo.haven", "ngo.platform" }) accounts.Add(await _host.ActorAsync(name));
        await new Generator(_host.Database.As("postgres"), _host.Services.GetRequiredService<MasterKeys>(), _host.Services.GetRequiredService<SearchTokens>(), accounts, await _host.OrganisationAsync("law.lind")).FillAsync(Cases, _host.Clock.GetUtcNow());
        await using var superuser = NpgsqlDataSource.Create(_host.Database.As("postgres"));

        var provider = (await _host.OrganisationAsync("law.lind")).ToString();
        var opened = new List<(string Who, string What, Func<Task<WebPage>> Open)>(Pages.Select(p => (p.Who, p.Address, (Func<Task<WebPage>>)(() => _host.As(p.Who).Get(p.Address.Replace("{provider}", provider, StringComparison.Ordinal))))));
        var one = (await _host.As("sw.malmo").Get("/cases?team=mine")).Links.First(l => Guid.TryParse(l.Split('/')[^1], out _));
        opened.Add(("sw.malmo", "a case", () => _host.As("sw.malmo").Get(one)));
        opened.Add(("sw.malmo", "its readings", () => _host.As("sw.malmo").Get($"{one}/readings")));
        opened.Add(("sw.malmo", "a name", await FormAsync("sw.malmo", "/cases/start", "/cases/start?handler=Search", ("Input.Name", "Oksana Kovalenko"))));
        opened.Add(("sw.malmo", "a name nearly so", await FormAsync("sw.malmo", "/cases", "/cases", ("Words", "Oksaan Kovalekno"))));
        opened.Add(("admin", "an account", await FormAsync("admin", "/administration/accounts", "/administration/accounts", ("Wanted", "Ekdahl"))));

        var (lines, faults) = (new List<string>(), new List<string>());
        foreach (var (who, what, open) in opened)
        {
            var before = await TouchedAsync(superuser);
            var page = await open();
            Assert.True(page.Status == global::System.Net.HttpStatusCode.OK && page.Errors.Count == 0, $"{what}: {page.Text}");
            var after = await TouchedAsync(superuser);
            var touched = after.Select(a => (a.Key, Rows: a.Value - before[a.Key])).Where(a => a.Rows > 0).OrderByDescending(a => a.Rows).ToList();
            var line = string.Create(CultureInfo.InvariantCulture, $"{touched.Sum(t => t.Rows),8}  {who} {what}: {string.Join(", ", touched.Take(4).Select(t => $"{t.Key} {t.Rows}"))}");
            lines.Add(line);
            if (touched.Sum(t => t.Rows) > Most) faults.Add(line);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines));
        Assert.True(faults.Count == 0, $"Touched too many rows:\n{string.Join('\n', faults)}\n\n{string.Join('\n', lines)}");

        async Task<Func<Task<WebPage>>> FormAsync(string who, string address, string to, (string, string?) field)
        {
            var browser = _host.As(who);
            var form = await browser.Get(address);
            return () => browser.Submit(form, to, field);
        }
    }

    /// <summary>What has been touched of each table and index so far, once nobody is at work.</summary>
    private static async Task<Dictionary<string, long>> TouchedAsync(NpgsqlDataSource superuser)
    {
        await using var busy = superuser.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'pathway_%'");
        while ((long)(await busy.ExecuteScalarAsync())! > 0) await Task.Delay(5);
        await using var asked = superuser.CreateCommand("""
            SELECT relname, seq_tup_read FROM pg_stat_user_tables WHERE schemaname IN ('pathway', 'identity')
            UNION ALL SELECT indexrelname, idx_tup_read FROM pg_stat_user_indexes WHERE schemaname IN ('pathway', 'identity')
            """);
        await using var rows = await asked.ExecuteReaderAsync();
        var touched = new Dictionary<string, long>();
        while (await rows.ReadAsync()) touched[rows.GetString(0)] = rows.GetInt64(1);
        return touched;
    }
}
