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
