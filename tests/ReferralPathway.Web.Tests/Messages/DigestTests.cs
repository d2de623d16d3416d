using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Messages;

/// <summary>Which mails somebody gets, and the one of the morning: over a socket to a mail server of this machine.</summary>
public sealed class DigestTests : IClassFixture<PathwayHost>, IAsyncDisposable
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;
    private readonly PathwayHost _host;
    private readonly SmtpServer _server = new();

    public DigestTests(PathwayHost host)
    {
        _host = host;
        host.Configure = services => services.AddSingleton<IMailTransport, Changing>();
        ((Changing)host.Services.GetRequiredService<IMailTransport>()).To = MailTransports.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PATHWAY_SMTP_HOST"] = "127.0.0.1", ["PATHWAY_SMTP_PORT"] = $"{_server.Port}", ["PATHWAY_SMTP_TLS"] = "false", ["PATHWAY_SMTP_FROM"] = "no-reply@pathway.example",
        }).Build(), host.Services.GetRequiredService<IHostEnvironment>());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_mail_of_the_morning_comes_once_on_working_days_counts_and_tells_nothing()
    {
        // Maundy Thursday, with Easter behind it.
        _host.Clock.SetInSweden("2026-04-02 10:00");
        var id = await _host.CaseAsync("sw.umea");
        await _host.ConsentAsync("sw.umea", id, "ngo.haven");
        await _host.ReferralAsync("sw.umea", id, "ngo.haven", Urgency.Urgent);
        var reference = await _host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
        var haven = _host.As("ngo.haven");
        await haven.Submit(await haven.Get("/account"), "/account?handler=Language", ("Language", "en"));

        foreach (var holiday in new[] { "2026-04-03 09:00", "2026-04-05 09:00", "2026-04-06 09:00" }) await MorningAsync(holiday);
        Assert.Empty(Mornings());
        await MorningAsync("2026-04-07 06:59");
        Assert.Empty(Mornings());

        // Two instances at once, and one that starts again later in the day.
        _host.Clock.SetInSweden("2026-04-07 07:00");
        await using var other = PathwayHost.Leaking(_host, _ => { });
        await Task.WhenAll(Sweeper(_host).SweepAsync(Stopping), Sweeper(other).SweepAsync(Stopping));
        await MorningAsync("2026-04-07 07:01");
        await MorningAsync("2026-04-07 15:00");

        var mail = Assert.Single(Mornings(), m => m.To == "ngo.haven@sample.example");
        var said = ReadMail.Of(mail.Text);
        Assert.Equal("Your day in Referral Pathway", said.Headers["Subject"]);
        Assert.Contains("To do today or late: 1\nUnread messages: 2\n", said.Body, StringComparison.Ordinal);
        Assert.Contains("/sign-in", said.Body, StringComparison.Ordinal);
        // Nothing waits at any other organisation that has a part in nothing.
        Assert.DoesNotContain(_server.Received, m => m.To.StartsWith("law.lind", StringComparison.Ordinal));
        Assert.All(_server.Received, m =>
        {
            foreach (var canary in new[] { reference, id.ToString(), Story.GivenName, Story.FamilyName, Story.Phone, "Haven", "Elin Sandberg" }) Assert.DoesNotContain(canary, ReadMail.Of(m.Text).Body + ReadMail.Of(m.Text).Headers["Subject"], StringComparison.OrdinalIgnoreCase);
        });

        // Tuesday's was read; what is late is counted again on Wednesday.
        var before = Mornings().Count();
        await haven.Submit(await haven.Get("/messages"), "/messages");
        await MorningAsync("2026-04-08 07:30");
        Assert.Contains("To do today or late: 1\nUnread messages: 0\n", ReadMail.Of(Assert.Single(Mornings().Skip(before), m => m.To == "ngo.haven@sample.example").Text).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_chooses_which_mails_come_and_what_is_urgent_comes_all_the_same()
    {
        var chief = _host.As("sw.malmo.chef");
        var page = await chief.Get("/account/mail");
        Assert.Equal("AtOnce", page.Document.QuerySelector("input[name='Input.Own'][checked]")!.GetAttribute("value"));
        var saved = await chief.Submit(page, ("Input.Own", "InboxOnly"), ("Input.Team", "Daily"), ("Input.Everybody", "AtOnce"), ("Input.Managers", "InboxOnly"));
        Assert.Contains("Your choices are saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Account.MailChosen'"));
        Assert.DoesNotContain("Input.Managers", (await _host.As("sw.malmo").Get("/account/mail")).Source, StringComparison.Ordinal);

        var actor = await _host.ActorAsync("sw.malmo.chef");
        await SendAsync(
            new(NoticeKind.ReferralDeclined, actor.Organisation, actor.User, null, null, managersOnly: false, _host.Clock.GetUtcNow()),
            new(NoticeKind.AccountToConfirm, actor.Organisation, null, null, null, managersOnly: true, _host.Clock.GetUtcNow()));
        Assert.DoesNotContain(_server.Received, m => m.To == "sw.malmo.chef@sample.example");

        await SendAsync(new Notice(NoticeKind.ReferralArrived, actor.Organisation, null, null, null, managersOnly: false, _host.Clock.GetUtcNow()));
        Assert.Single(_server.Received, m => m.To == "sw.malmo.chef@sample.example");
        Assert.Single(_server.Received, m => m.To == "malmo@sample.example");
        await SendAsync(new Notice(NoticeKind.DeadlineMissed, actor.Organisation, null, null, null, managersOnly: true, _host.Clock.GetUtcNow()));
        Assert.Equal(2, _server.Received.Count(m => m.To == "sw.malmo.chef@sample.example"));
    }

    private IEnumerable<Delivery> Mornings() => _server.Received.Where(m => ReadMail.Of(m.Text).Headers["Subject"] is "Your day in Referral Pathway" or "Din dag i Referral Pathway");

    private static Sweeper Sweeper(PathwayHost host) => host.Services.GetRequiredService<Sweeper>();

    private async Task MorningAsync(string at)
    {
        _host.Clock.SetInSweden(at);
        await Sweeper(_host).SweepAsync(Stopping);
        await _host.Services.GetRequiredService<Postman>().DeliverAsync(Stopping);
    }

    private async Task SendAsync(params Notice[] notices)
    {
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
            var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
            db.Acting = ActingAs.System(_host.Clock.GetUtcNow());
            await using var transaction = await db.Database.BeginTransactionAsync(Stopping);
            db.Notices.AddRange(notices);
            db.Outbox.AddRange(notices.Select(Letter.For));
            await db.SaveChangesAsync(Stopping);
            await transaction.CommitAsync(Stopping);
        }
        await _host.Services.GetRequiredService<Postman>().DeliverAsync(Stopping);
    }

    /// <summary>Each test has a server of its own.</summary>
    private sealed class Changing : IMailTransport
    {
        public IMailTransport To { get; set; } = null!;

        public Task SendAsync(Mail mail, CancellationToken stopping) => To.SendAsync(mail, stopping);
    }
}
