using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Messages;

/// <summary>As a deployment sends: STARTTLS and a password, both the default. What cannot be trusted gets no mail.</summary>
public sealed class SecureMailTests
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;
    private static readonly (string, string) Account = ("pathway", "a password of the mail server");

    [Fact]
    public async Task A_mail_leaves_over_tls_with_a_password()
    {
        using var certificate = SmtpServer.OwnCertificate();
        await using var server = new SmtpServer(certificate: certificate, account: Account);
        using var trusted = Trust(certificate);

        await Smtp(server.Port).SendAsync(Mail(), Stopping);

        Assert.Equal("umea@sample.example", Assert.Single(server.Received).To);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password()
    {
        using var certificate = SmtpServer.OwnCertificate();
        await using var server = new SmtpServer(certificate: certificate, account: Account);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Smtp(server.Port).SendAsync(Mail(), Stopping));

        Assert.IsType<AuthenticationException>(refused is SmtpException { InnerException: { } inner } ? inner : refused);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_without_tls_gets_no_mail()
    {
        await using var server = new SmtpServer();

        await Assert.ThrowsAsync<SmtpException>(() => Smtp(server.Port).SendAsync(Mail(), Stopping));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_wrong_password_delivers_nothing()
    {
        using var certificate = SmtpServer.OwnCertificate();
        await using var server = new SmtpServer(certificate: certificate, account: ("pathway", "another password"));
        using var trusted = Trust(certificate);

        await Assert.ThrowsAsync<SmtpException>(() => Smtp(server.Port).SendAsync(Mail(), Stopping));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task What_is_refused_for_now_is_an_error_and_comes_at_the_next_try()
    {
        using var certificate = SmtpServer.OwnCertificate();
        await using var server = new SmtpServer(certificate: certificate, account: Account);
        using var trusted = Trust(certificate);
        server.Refuses.Add("umea@sample.example");
        var (transport, mail) = (Smtp(server.Port), Mail());

        await Assert.ThrowsAnyAsync<SmtpException>(() => transport.SendAsync(mail, Stopping));
        server.Refuses.Clear();
        await transport.SendAsync(mail, Stopping);

        Assert.Equal($"<{mail.Id:N}@pathway.example>", ReadMail.Of(Assert.Single(server.Received).Text).Headers["Message-ID"]);
    }

    private static Mail Mail() => new(Guid.NewGuid(), "umea@sample.example", "Subject", "Body");

    /// <summary>TLS is not set: it is on unless a deployment says otherwise.</summary>
    private static IMailTransport Smtp(int port) => MailTransports.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["PATHWAY_SMTP_HOST"] = "localhost",
        ["PATHWAY_SMTP_PORT"] = $"{port}",
        ["PATHWAY_SMTP_FROM"] = "no-reply@pathway.example",
        ["PATHWAY_SMTP_USER"] = Account.Item1,
        ["PATHWAY_SMTP_PASSWORD"] = Account.Item2,
    }).Build(), new HostingEnvironment { EnvironmentName = "Production" });

    /// <summary>For as long as the test lasts, this one certificate is vouched for, as an authority of the deployment would.</summary>
    private static Trusted Trust(X509Certificate2 certificate) => new(certificate.Thumbprint);

    private sealed class Trusted : IDisposable
    {
        private static readonly HashSet<string> Vouched = [];
        private readonly string _thumbprint;

        static Trusted()
        {
#pragma warning disable SYSLIB0014 // The mail client of the framework asks here, and nowhere else.
            ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                lock (Vouched) return errors == System.Net.Security.SslPolicyErrors.None || certificate is X509Certificate2 known && Vouched.Contains(known.Thumbprint);
            };
#pragma warning restore SYSLIB0014
        }

        public Trusted(string thumbprint)
        {
            lock (Vouched) Vouched.Add(_thumbprint = thumbprint);
        }

        public void Dispose()
        {
            lock (Vouched) Vouched.Remove(_thumbprint);
        }
    }
}
