using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Audit;

/// <summary>The report of a week: counted from the record itself, told to the managers, looked at by somebody else than the one it is about (DOMAIN 9.4.1).</summary>
public sealed class UnusualReadingTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly PathwayHost _host = new(template);

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_week_that_stood_out_waits_for_the_managers_and_the_auditor_and_names_no_case()
    {
        var id = await _host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordIdentity(new() { GivenName = "Qxgiven", FamilyName = "Qxfamily" }, "NONE", act));
        await _host.As("sw.malmo").Get($"/cases/{id}");
        await ReadAsync("sw.malmo", "2026-03-18 10:00", 30);
        // The same case again is no other case, and what others read is not hers.
        await _host.As("sw.malmo").Get($"/cases/{id}");
        await ReadAsync("sw.umea", "2026-03-18 10:00", 24);

        await SweepAsync("2026-03-23 02:59");
        Assert.Empty(await FoundAsync());
        _host.Clock.SetInSweden("2026-03-23 03:00");
        await using var other = PathwayHost.Leaking(_host, _ => { });
        await Task.WhenAll(Sweeper(_host).SweepAsync(Stopping), Sweeper(other).SweepAsync(Stopping));
        await SweepAsync("2026-03-24 03:00");

        var malmo = await _host.OrganisationAsync("sw.malmo");
        Assert.Equal([$"2026-03-16 {(await _host.ActorAsync("sw.malmo")).User} ManyCases 31 -"], await FoundAsync());
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE kind = 'UnusualReading' AND managers_only AND case_id IS NULL AND organisation_id = {malmo.Value}"));
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'UnusualReadings.Reported' AND payload = E'week=2026-03-16\nfound=1'"));

        var chief = _host.As("sw.malmo.chef");
        Assert.Contains("A report of unusual reading in your organisation waits for you", (await chief.Get("/messages")).Text, StringComparison.Ordinal);
        Assert.Contains("/organisation/unusual", (await chief.Get("/organisation")).Links);
        var list = await chief.Get("/organisation/unusual");
        Assert.Contains("Opened 31 different cases", list.Text, StringComparison.Ordinal);
        var link = list.Links.Single(l => l.StartsWith("/organisation/unusual/", StringComparison.Ordinal));
        var finding = await chief.Get(link);
        // Of the case that Malmö answers for, and of no other.
        Assert.Equal(2, finding.Document.QuerySelectorAll(".rp-row__title").Count(r => r.TextContent.Contains("ase", StringComparison.Ordinal)));
        var all = await _host.As("audit").Get(link.Replace("/organisation/", "/audit/", StringComparison.Ordinal));
        Assert.Equal(25, all.Document.QuerySelectorAll(".rp-row__title").Length);
        Assert.Equal(7, (await _host.As("audit").Get(all.Document.QuerySelector(".rp-pager a[rel=next]")!.GetAttribute("href")!)).Document.QuerySelectorAll(".rp-row__title").Length);
        foreach (var page in new[] { list, finding, all }) Assert.DoesNotContain("Qx", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_looked_at_by_somebody_else_and_that_is_an_act_in_the_record()
    {
        await ReadAsync("sw.malmo", "2026-03-18 10:00", 120);
        await ReadAsync("sw.malmo.chef", "2026-03-19 10:00", 110);
        await SweepAsync("2026-03-23 03:00");
        var chief = _host.As("sw.malmo.chef");
        var rows = (await chief.Get("/organisation/unusual")).Document.QuerySelectorAll("a[href^='/organisation/unusual/']").ToDictionary(a => a.TextContent.Trim(), a => a.GetAttribute("href")!);
        var (hers, own) = (rows["Opened 120 different cases"], rows["Opened 110 different cases"]);

        Assert.Equal(["Choose one of the listed values."], (await chief.Submit(await chief.Get(hers))).Errors);
        Assert.Equal("/organisation/unusual", (await chief.Submit(await chief.Get(hers), ("Outcome", "TheWork"))).Address);
        Assert.Contains("The work of that week explains it", (await chief.Get("/organisation/unusual")).Text, StringComparison.Ordinal);
        var id = Guid.Parse(hers.Split('/')[^1]);
        Assert.Equal("outcome=TheWork", await _host.AskAsync<string>($"SELECT payload AS \"Value\" FROM pathway.audit_entries WHERE kind = 'UnusualReadings.LookedAt' AND record_id = {id}"));

        // One's own readings are another's to look at; the auditor can.
        var mine = await chief.Get(own);
        Assert.Contains("These are your own readings", mine.Text, StringComparison.Ordinal);
        Assert.Null(mine.Document.QuerySelector("main input[name=Outcome]"));
        var token = (await chief.Get(hers)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Outcome", "TheWork")]);
        using var refused = await chief.Client.PostAsync(new Uri(own, UriKind.Relative), forged, Stopping);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var auditor = _host.As("audit");
        var theirs = own.Replace("/organisation/", "/audit/", StringComparison.Ordinal);
        Assert.Equal("/audit/unusual", (await auditor.Submit(await auditor.Get(theirs), ("Outcome", "GoesOn"))).Address);
        Assert.Contains("It is looked into further", (await chief.Get(own)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_organisations_and_colleagues_learn_nothing_of_it()
    {
        await ReadAsync("sw.malmo", "2026-03-18 10:00", 30);
        await SweepAsync("2026-03-23 03:00");
        var id = await _host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.unusual_readings");

        Assert.Equal(HttpStatusCode.Forbidden, (await _host.As("sw.malmo").Get("/organisation/unusual")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.As("sw.malmo.chef").Get("/audit/unusual")).Status);
        Assert.DoesNotContain($"{id}", (await _host.As("ngo.haven.chef").Get("/organisation/unusual")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("ngo.haven.chef").Get($"/organisation/unusual/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("audit").Get($"/audit/unusual/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Nights_holidays_and_tables_that_are_taken_along_are_counted_and_lists_are_not()
    {
        await ReadAsync("sw.malmo", "2026-03-31 20:00", 6);
        // Good Friday at noon, and a little before the working day.
        await ReadAsync("sw.malmo", "2026-04-03 12:00", 3);
        await ReadAsync("sw.malmo", "2026-04-02 05:59", 1);
        await ReadAsync("sw.malmo", "2026-04-02 06:00", 5);
        await ReadAsync("ngo.haven", "2026-04-01 10:00", 40, "Read.Export");
        await ReadAsync("ngo.haven.chef", "2026-04-01 10:00", 40, "Read.CaseList");
        // The week before, and the one after.
        await ReadAsync("sw.umea", "2026-03-29 23:59", 20);
        await ReadAsync("sw.umea", "2026-04-06 00:00", 20);

        await SweepAsync("2026-04-06 03:00");

        Assert.Equal([$"2026-03-30 {(await _host.ActorAsync("ngo.haven")).User} ManyCases 40 -", $"2026-03-30 {(await _host.ActorAsync("sw.malmo")).User} AfterHours 10 -"], await FoundAsync());
    }

    [Fact]
    public async Task A_week_in_which_nothing_ran_is_looked_at_later_and_each_once()
    {
        await SweepAsync("2026-03-23 03:00");
        await ReadAsync("sw.malmo", "2026-03-25 10:00", 30);
        await ReadAsync("sw.malmo", "2026-04-01 10:00", 31);

        await SweepAsync("2026-04-08 12:00");
        await SweepAsync("2026-04-09 12:00");

        var elin = (await _host.ActorAsync("sw.malmo")).User;
        Assert.Equal([$"2026-03-23 {elin} ManyCases 30 -", $"2026-03-30 {elin} ManyCases 31 -"], await FoundAsync());
    }

    private Task<List<string>> FoundAsync() => _host.LookAsync(db => db.Database.SqlQueryToListAsync<string>(
        $"SELECT week || ' ' || reader || ' ' || sign || ' ' || count || ' ' || coalesce(usual::text, '-') AS \"Value\" FROM pathway.unusual_readings ORDER BY week, sign DESC, count"));

    private async Task SweepAsync(string at)
    {
        _host.Clock.SetInSweden(at);
        await Sweeper(_host).SweepAsync(Stopping);
    }

    private static Sweeper Sweeper(PathwayHost host) => host.Services.GetRequiredService<Sweeper>();

    /// <summary>So many cases that were never anybody's are opened at a Swedish time, or stand in one list.</summary>
    private async Task ReadAsync(string account, string at, int cases, string kind = "Read.Case")
    {
        var who = await _host.ActorAsync(account);
        var instant = $"timestamp '{at}' AT TIME ZONE 'Europe/Stockholm'";
        await _host.Database.ExecuteAsSuperuserAsync(kind == "Read.Case"
            ? $"INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, case_id, groups, payload) SELECT gen_random_uuid(), {instant}, c, '{kind}', '{who.User}', '{who.Organisation}', '{who.Role}', c, 2, '' FROM (SELECT gen_random_uuid() AS c FROM generate_series(1, {cases})) s"
            : $"INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, groups, payload) SELECT gen_random_uuid(), {instant}, '{who.Organisation}', '{kind}', '{who.User}', '{who.Organisation}', '{who.Role}', 2, string_agg('case=' || gen_random_uuid(), E'\\n') FROM generate_series(1, {cases})");
    }
}
