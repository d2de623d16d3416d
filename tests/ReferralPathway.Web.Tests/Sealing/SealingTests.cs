using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Sealing;

/// <summary>What is sealed can be read by whoever holds the case's key, in its own place, and by nobody else.</summary>
public sealed class SealingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_opens_again()
    {
        var id = await CaseOfAsync("Oksana", "Kovalenko");

        Assert.Equal("Kovalenko", await FamilyNameAsync(id));
    }

    [Fact]
    public async Task Sealed_text_that_was_moved_to_another_case_does_not_open()
    {
        var (one, other) = (await CaseOfAsync("Oksana", "Kovalenko"), await CaseOfAsync("Amina", "Diallo"));
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.identity_versions SET details = (SELECT details FROM pathway.identity_versions WHERE case_id = '{one}') WHERE case_id = '{other}'");

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => FamilyNameAsync(other));
    }

    [Fact]
    public async Task Sealed_text_of_an_older_version_does_not_open_in_the_newer_one()
    {
        var id = await CaseOfAsync("Oksana", "Kovalenko");
        await host.OnAsync("sw.umea", id, (theCase, act) => theCase.RecordIdentity(new() { GivenName = "Oksana", FamilyName = "Bondar" }, "NONE", act));
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.identity_versions SET details = (SELECT details FROM pathway.identity_versions WHERE case_id = '{id}' ORDER BY number LIMIT 1) WHERE case_id = '{id}'");

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => FamilyNameAsync(id));
    }

    [Fact]
    public async Task Without_its_key_a_case_is_erased()
    {
        var id = await CaseOfAsync("Oksana", "Kovalenko");
        await host.Database.ExecuteAsSuperuserAsync($"DELETE FROM pathway.sealing_keys WHERE id = '{id}'");

        await Assert.ThrowsAsync<InvalidOperationException>(() => FamilyNameAsync(id));
    }

    [Fact]
    public async Task Another_master_key_opens_nothing()
    {
        await CaseOfAsync("Oksana", "Kovalenko");
        var (wrapped, id) = await host.LookAsync(async db => await db.SealingKeys.OrderByDescending(k => k.CreatedAt).Select(k => new ValueTuple<byte[], Guid>(k.Wrapped, k.Id)).FirstAsync(Stopping));

        Assert.Throws<AuthenticationTagMismatchException>(() => MasterKeys.Read(MasterKeys.NewLine(1)).Unwrap(wrapped, 1, id.ToString()));
    }

    [Fact]
    public void A_bad_master_key_is_refused_without_being_repeated()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MasterKeys.Read("1:bm90IGEga2V5"));

        Assert.DoesNotContain("bm90", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A stolen dump names nobody.</summary>
    [Fact]
    public async Task A_dump_of_the_database_holds_none_of_the_names_typed_in()
    {
        var names = Enumerable.Range(0, 100).Select(i => ($"Xq{i:000}given", $"Zv{i:000}family")).ToList();
        foreach (var (given, family) in names) await CaseOfAsync(given, family);

        var dump = await host.DumpAsync();

        Assert.Contains("identity_versions", dump, StringComparison.Ordinal);
        Assert.All(names, n =>
        {
            Assert.DoesNotContain(n.Item1, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(n.Item2, dump, StringComparison.OrdinalIgnoreCase);
        });
        Assert.DoesNotContain("46701740605", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("189001019802", dump, StringComparison.Ordinal);
    }

    /// <summary>From the form to the row: what somebody types, not what a test writes into the domain.</summary>
    [Fact]
    public async Task A_dump_holds_nothing_of_what_was_typed_into_forms()
    {
        var browser = host.As("sw.umea");
        var address = await Cases.A.CaseAsync(browser);
        await TypeAsync("intake/identity", ("Input.GivenName", "Qzgiven"), ("Input.FamilyName", "Qzfamily"), ("Input.Alias", "Qzalias"), ("Input.PersonalNumber", "18900202-9826"), ("Input.Documents[0].Kind", "Passport"), ("Input.Documents[0].Number", "QZ778899"), ("Input.Documents[0].HeldBy", "Exploiter"));
        await TypeAsync("intake/safe-contact", ("Input.Direct", "Yes"), ("Input.Phone", "+46 70 174 06 33"), ("Input.WordsToUse", "Qzwords"), ("Input.DeviceWatched", "Unknown"), ("Input.LastCheckedOn", "2026-03-16"));
        await TypeAsync("intake/exploitation", ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Description", "Qzstory"));
        await TypeAsync("intake/health", ("Input.Pregnant", "No"), ("Input.Note", "Qzhealth"));

        // And of what is left half done.
        var draft = await Cases.A.DraftAsync(browser);
        await browser.Submit(await browser.Get($"{draft}/intake/safe-contact"), ("Input.Phone", "+46 70 174 06 34"), ("Input.WordsToUse", "Qzbegun"), ("later", "true"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.begun_parts"));

        var dump = await host.DumpAsync();

        Assert.All(["Qzbegun", "46701740634", "701740634", "70 174 06 34", "Qzgiven", "Qzfamily", "Qzalias", "189002029826", "900202", "QZ778899", "46701740633", "701740633", "Qzwords", "Qzstory", "Qzhealth"], word => Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase));

        async Task TypeAsync(string page, params (string, string?)[] fields)
        {
            var answer = await browser.Submit(await browser.Get($"{address}/{page}"), fields);
            Assert.True(answer.Status == System.Net.HttpStatusCode.OK && answer.Errors.Count == 0, $"{page}: {answer.Status} {string.Join("; ", answer.Errors)}");
        }
    }

    private async Task<CaseId> CaseOfAsync(string given, string family)
    {
        var actor = await host.ActorAsync("sw.umea");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = host.Clock.GetUtcNow();
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync(Stopping);
        var act = actor.ActAt(at);
        var started = Case.Start(await scope.ServiceProvider.GetRequiredService<CaseLoader>().NextReferenceAsync(at, Stopping), act);
        db.Cases.Add(started);
        await db.SaveChangesAsync(Stopping);
        started.RecordIdentity(new() { GivenName = given, FamilyName = family, PersonalNumber = "189001019802", BirthDate = new(1890, 1, 1) }, "NONE", act);
        started.RecordSafeContact(new() { Direct = "Yes", Phone = "+46701740605", DeviceWatched = "Unknown", LastCheckedOn = act.Day, WordsToUse = $"ask for {given}" }, act);
        await db.SaveChangesAsync(Stopping);
        await transaction.CommitAsync(Stopping);
        return started.Id;
    }

    private Task<string> FamilyNameAsync(CaseId id) => host.LookAsync(async db =>
    {
        var versions = await db.Set<IdentityVersion>().Where(v => v.CaseId == id).ToListAsync(Stopping);
        var sealer = new Sealer(MasterKeys.Read(TestKeys.Master));
        await sealer.OpenAsync(db, Stopping);
        return versions.Single().Details.Value.FamilyName!;
    });
}
