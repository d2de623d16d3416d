using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Messages;

/// <summary>Mails leave for real: over a socket to a mail server of this machine, and into files that a mail program reads.</summary>
public sealed class MailTests : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;
    private readonly PathwayHost _host;
    private readonly Changing _transport;

    public MailTests(PathwayHost host)
    {
        _host = host;
        host.Configure = services => services.AddSingleton<IMailTransport, Changing>();
        _transport = (Changing)host.Services.GetRequiredService<IMailTransport>();
    }

    private Postman Postman => _host.Services.GetRequiredService<Postman>();

    [Fact]
    public async Task A_letter_waits_while_the_mail_server_is_away_and_then_comes_once()
    {
        var port = SmtpServer.FreePort();
        _transport.To = Smtp(port);
        await WriteAsync("sw.umea");

        Assert.Equal(0, await Postman.DeliverAsync(Stopping));
        await using var server = new SmtpServer(port);
        Assert.Equal(0, await Postman.DeliverAsync(Stopping));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Postman.DeliverAsync(Stopping));
        _host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await Postman.DeliverAsync(Stopping));

        var came = Assert.Single(server.Received);
        Assert.Equal(("no-reply@pathway.example", "umea@sample.example"), (came.From, came.To));
        var mail = ReadMail.Of(came.Text);
        Assert.Equal("Något väntar på dig i Referral Pathway / Something waits for you in Referral Pathway", mail.Headers["Subject"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Contains("För deras säkerhet som vi hjälper", mail.Body, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/sign-in\n", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_for_now_is_tried_again_with_the_same_message_id()
    {
        await using var server = new SmtpServer();
        server.Refuses.Add("lind@sample.example");
        _transport.To = Smtp(server.Port);
        var letter = await WriteAsync("law.lind");

        Assert.Equal(0, await Postman.DeliverAsync(Stopping));
        server.Refuses.Clear();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Postman.DeliverAsync(Stopping));

        Assert.Equal($"<{letter:N}@pathway.example>", ReadMail.Of(Assert.Single(server.Received).Text).Headers["Message-ID"]);
    }

    [Fact]
    public async Task A_server_that_says_nothing_holds_up_nobody()
    {
        await using var server = new SmtpServer(silent: true);
        var silent = Smtp(server.Port, ("PATHWAY_SMTP_SECONDS", "1"));

        await Assert.ThrowsAsync<TimeoutException>(() => silent.SendAsync(new(Guid.NewGuid(), "umea@sample.example", "Subject", "Body"), Stopping));
    }

    [Fact]
    public async Task In_development_a_mail_is_a_file_that_a_mail_program_reads()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("mail");
        Environment.SetEnvironmentVariable("PATHWAY_LOCAL", directory.FullName);
        try
        {
            var files = MailTransports.Of(new ConfigurationBuilder().Build(), new InDevelopment());
            var id = Guid.NewGuid();
            await files.SendAsync(new(id, "sw.umea@sample.example", "Välj ett nytt lösenord", "Öppna länken:\n\nhttp://localhost:5080/sign-in/invitation/0123456789_0123456789-0123456789_0123456789-012\n\nHälsningar\n.\n"), Stopping);

            var file = Assert.Single(System.IO.Directory.GetFiles(Path.Combine(directory.FullName, "mail"), "*.eml"));
            var mail = ReadMail.Of(await File.ReadAllTextAsync(file, Stopping));
            Assert.Equal("Välj ett nytt lösenord", mail.Headers["Subject"]);
            Assert.Contains("sw.umea@sample.example", mail.Headers["To"], StringComparison.Ordinal);
            Assert.Equal($"<{id:N}@sample.example>", mail.Headers["Message-ID"]);
            Assert.Equal("Öppna länken:\n\nhttp://localhost:5080/sign-in/invitation/0123456789_0123456789-0123456789_0123456789-012\n\nHälsningar\n.\n", mail.Body);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATHWAY_LOCAL", null);
            directory.Delete(recursive: true);
        }
    }

    private static IMailTransport Smtp(int port, params (string Name, string Value)[] more) => MailTransports.Of(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>(more.Select(m => KeyValuePair.Create(m.Name, (string?)m.Value)))
        {
            ["PATHWAY_SMTP_HOST"] = "127.0.0.1",
            ["PATHWAY_SMTP_PORT"] = $"{port}",
            ["PATHWAY_SMTP_TLS"] = "false",
            ["PATHWAY_SMTP_FROM"] = "no-reply@pathway.example",
        }).Build(), new InDevelopment());

    private async Task<Guid> WriteAsync(string account)
    {
        var organisation = await _host.OrganisationAsync(account);
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(_host.Clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(Stopping);
        var letter = Letter.For(new(NoticeKind.LeadMoved, organisation, null, null, null, managersOnly: false, _host.Clock.GetUtcNow()));
        db.Outbox.Add(letter);
        await db.SaveChangesAsync(Stopping);
        await transaction.CommitAsync(Stopping);
        return letter.Id;
    }

    private sealed class Changing : IMailTransport
    {
        public IMailTransport To { get; set; } = null!;

        public Task SendAsync(Mail mail, CancellationToken stopping) => To.SendAsync(mail, stopping);
    }

    private sealed class InDevelopment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
