using System.Net;
using System.Net.Mail;
using System.Text;

namespace ReferralPathway.Web.Hosting;

/// <summary>A mail as it leaves: nothing of any case in it.</summary>
/// <param name="Id">The same at every try, so that whoever gets it twice can tell.</param>
public sealed record Mail(Guid Id, string To, string Subject, string Body);

/// <summary>The last step of a mail.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over. An exception means that it will be tried again.</summary>
    Task SendAsync(Mail mail, CancellationToken stopping);
}

/// <summary>Where mails go: to the deployment's server, or, in development without one, into files under <c>.local/mail</c>.</summary>
public static class MailTransports
{
    /// <exception cref="InvalidOperationException">Outside development a server and a sender are needed.</exception>
    public static IMailTransport Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["PATHWAY_SMTP_HOST"] is { Length: > 0 } host)
        {
            var from = configuration["PATHWAY_SMTP_FROM"] is { Length: > 0 } given ? given : throw new InvalidOperationException("Set PATHWAY_SMTP_FROM to the address that mails come from.");
            return new SmtpTransport(host, configuration.GetValue("PATHWAY_SMTP_PORT", 587), configuration.GetValue("PATHWAY_SMTP_TLS", true), from, configuration["PATHWAY_SMTP_USER"], configuration["PATHWAY_SMTP_PASSWORD"], TimeSpan.FromSeconds(configuration.GetValue("PATHWAY_SMTP_SECONDS", 20)));
        }
        if (environment.IsDevelopment()) return new MailFiles(Path.Combine(Settings.LocalDirectory(environment), "mail"));
        throw new InvalidOperationException("Set PATHWAY_SMTP_HOST and PATHWAY_SMTP_FROM: invitations and notices leave by mail.");
    }

    internal static MailMessage Message(Mail mail, string from)
    {
        var message = new MailMessage(from, mail.To, mail.Subject, mail.Body) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}

/// <summary>A mail becomes a file that a mail program opens.</summary>
internal sealed class MailFiles(string directory) : IMailTransport
{
    public async Task SendAsync(Mail mail, CancellationToken stopping)
    {
        System.IO.Directory.CreateDirectory(directory);
        using var message = MailTransports.Message(mail, "no-reply@sample.example");
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = directory };
        await client.SendMailAsync(message, stopping);
    }
}

internal sealed class SmtpTransport(string host, int port, bool tls, string from, string? user, string? password, TimeSpan patience) : IMailTransport
{
    /// <exception cref="TimeoutException">The server has said nothing for too long. <see cref="SmtpClient.Timeout"/> is not heeded when sending asynchronously.</exception>
    public async Task SendAsync(Mail mail, CancellationToken stopping)
    {
        using var message = MailTransports.Message(mail, from);
        using var client = new SmtpClient(host, port) { EnableSsl = tls };
        if (!string.IsNullOrEmpty(user)) client.Credentials = new NetworkCredential(user, password);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        waiting.CancelAfter(patience);
        try
        {
            await client.SendMailAsync(message, waiting.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server does not answer.");
        }
    }
}
