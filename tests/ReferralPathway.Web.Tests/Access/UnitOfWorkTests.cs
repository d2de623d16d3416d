using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Access;

/// <summary>One request, one transaction; one form, one act.</summary>
public sealed class UnitOfWorkTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_command_on_the_pathway_outside_a_transaction_is_refused()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.Person(await host.ActorAsync("sw.umea"), host.Clock.GetUtcNow());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Cases.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Twenty_editors_of_one_case_are_one_saved_and_nineteen_told()
    {
        var id = await host.OpenCaseAsync("sw.umea");
        var gate = new Barrier(20);
        var saved = 0;
        var lost = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                await host.DoAsync("sw.umea", async doing =>
                {
                    var theCase = await doing.CaseAsync(id);
                    gate.SignalAndWait();
                    theCase.RecordHealth(new() { Pregnant = "No", UrgentNeed = "No", Disability = $"Unknown{i}" }, doing.Act);
                });
                Interlocked.Increment(ref saved);
            }
            catch (DbUpdateConcurrencyException)
            {
                Interlocked.Increment(ref lost);
            }
        })));

        Assert.Equal((1, 19), (saved, lost));
    }

    [Fact]
    public async Task A_refusal_at_a_page_that_only_renders_is_recorded()
    {
        // The page has no handler for GET; its folder has a guard.
        Assert.Null(typeof(Pages.Cases.Start.IndexModel).GetMethod("OnGet"));
        var before = await RefusalsAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get("/cases/start")).Status);

        Assert.Equal(before + 1, await RefusalsAsync());
        Task<long> RefusalsAsync() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND role = 'NationalCoordinator'");
    }

    [Fact]
    public async Task A_post_that_nothing_on_the_page_takes_is_refused_and_not_rendered()
    {
        var browser = host.As("sw.umea");
        var token = (await browser.Get("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);

        var answer = await browser.Client.PostAsync(new Uri("/account", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_fault_shows_nothing_of_itself()
    {
        await using var faulty = PathwayHost.Leaking(host, services => services.AddScoped<IHotline, Faulty>());

        var page = await faulty.As("sw.umea").Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.DoesNotContain("Qxsecret", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_act_that_fails_while_it_is_saved_nothing_is_left_in_the_record()
    {
        var fault = new LostConnection();
        await using var faulty = PathwayHost.Leaking(host, services => services.ConfigureDbContext<PathwayDb>(options => options.AddInterceptors(fault)));
        var browser = faulty.As("sw.umea");
        var start = await browser.Get("/cases/start");
        var before = await LinesAsync();

        fault.IsNext = true;
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.Post(start, ("Unknown", "true"))).StatusCode);
        Assert.Equal(before, await LinesAsync());

        // Sent again as it is, it is done once.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Post(start, ("Unknown", "true"))).StatusCode);
        Assert.Equal(before + 1, await LinesAsync());
        Task<long> LinesAsync() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'CaseStarted'");
    }

    /// <summary>Whatever is saved next is not; the page that says so has a transaction of its own.</summary>
    private sealed class LostConnection : SaveChangesInterceptor
    {
        public bool IsNext { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!IsNext) return new(result);
            IsNext = false;
            throw new IOException("The connection is lost.");
        }
    }

    private sealed class Faulty : IHotline
    {
        public HotlineNow Now => throw new InvalidOperationException("Qxsecret");
    }
}
