using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// Delivers the outbox, each letter at least once. Who gets it is worked out at the door: the account or whoever stands in for it, the managers, or the organisation's
/// function mailbox and those of its people who chose to hear at once.
/// A mail says that something waits and where to sign in; nothing about whom or what. Several instances deliver side by side: a letter that one of them holds
/// is passed over by the others.
/// </summary>
public sealed partial class Postman(IServiceScopeFactory scopes, TimeProvider clock, InstallationKeys keys, Phrasebook texts, IMailTransport transport, IConfiguration configuration, ILogger<Postman> log) : BackgroundService
{
    /// <summary>Delivers all that is due.</summary>
    /// <returns>How many letters left.</returns>
    public async Task<int> DeliverAsync(CancellationToken stopping)
    {
        var left = 0;
        while (await NextAsync(stopping) is { } delivered)
            if (delivered) left++;
        return left;
    }

    /// <summary>Held while it is at work by itself. Whoever else holds it keeps it still.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Sweeper.Every(configuration) is not { Ticks: > 0 } every) return;
        using var timer = new PeriodicTimer(every);
        do
        {
            await Turn.WaitAsync(stoppingToken);
            try
            {
                await DeliverAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Interrupted(log, error.GetType().Name);
            }
            finally
            {
                Turn.Release();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Null when no letter is due; false when one could not be delivered and waits for its next try.</returns>
    private async Task<bool?> NextAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = clock.GetUtcNow();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        var letter = (await db.Outbox.FromSql($"""
            SELECT * FROM pathway.outbox WHERE delivered_at IS NULL AND next_try_at <= {at} ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(stopping)).SingleOrDefault();
        if (letter is null) return null;
        var delivered = false;
        try
        {
            var link = letter.SealedLink is { } box ? PublicAddress(configuration) + Encoding.UTF8.GetString(keys.Open(InstallationKeys.Letters, box, letter.Id.ToString())) : null;
            foreach (var receiver in await ReceiversAsync(db, letter, at, stopping)) await transport.SendAsync(Write(letter, receiver, link), stopping);
            letter.Delivered(at);
            delivered = true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What a mail server answers may quote an address.
            NotDelivered(log, letter.Id, error.GetType().Name);
            letter.Failed(at);
        }
        await db.SaveChangesAsync(stopping);
        await transaction.CommitAsync(stopping);
        return delivered;
    }

    /// <summary>Nobody at all is an answer too: then the inbox alone has it.</summary>
    private static async Task<IReadOnlyList<Receiver>> ReceiversAsync(PathwayDb db, Letter letter, DateTimeOffset at, CancellationToken stopping)
    {
        var accounts = db.Users.AsNoTracking().Where(a => a.OrganisationId == letter.OrganisationId && a.Email != null);
        // A link, the mail of the morning and what concerns one's own sign-in are for the person alone, and no choice holds them back.
        if (!Enum.TryParse<NoticeKind>(letter.Kind, out var kind) || NoticeGroups.IsPersonal(kind))
            return await Receivers(accounts.Where(a => a.Id == letter.UserId!.Value.Value && a.Status != AccountStatus.Disabled));
        var always = NoticeGroups.Of(kind, letter.UserId, letter.ManagersOnly, forTeam: false) == NoticeGroup.Always;
        var answering = letter.UserId is { } user ? await db.AnsweringAsync(user, at, stopping) : null;
        if (answering is { } one) return await Receivers(accounts.Where(a => a.Id == one.Value && (always || a.MailOwn == MailChoice.AtOnce)));

        var today = SwedishCalendar.DayOf(at);
        if (letter.ManagersOnly || letter.UserId is not null)
        {
            var there = accounts.Where(a => a.IsManager && a.Status == AccountStatus.Active && !db.Set<Absence>().Any(x => (Guid)(object)x.Account == a.Id && x.EndedAt == null && x.FromOn <= today && x.ToOn >= today));
            if (await there.AnyAsync(stopping)) return await Receivers(there.Where(a => always || a.MailManagers == MailChoice.AtOnce));
        }
        var mailbox = await db.Organisations.Where(o => o.Id == letter.OrganisationId && o.IsActive).Select(o => o.Mail).SingleOrDefaultAsync(stopping);
        IReadOnlyList<Receiver> function = string.IsNullOrEmpty(mailbox) ? [] : [new(mailbox, null)];
        if (letter.ManagersOnly || letter.UserId is not null) return function;

        var active = accounts.Where(a => a.Status == AccountStatus.Active);
        var notice = await db.Notices.AsNoTracking().Where(n => n.Id == letter.Id).Select(n => new { n.CaseId, n.ForTeam }).SingleOrDefaultAsync(stopping);
        return
        [
            .. function,
            .. await Receivers(notice is { ForTeam: true, CaseId: { } about }
                ? active.Where(a => (always || a.MailTeam == MailChoice.AtOnce) && db.Set<TeamMember>().Any(m => m.CaseId == about && m.RemovedAt == null && (Guid)(object)m.UserId == a.Id))
                : active.Where(a => a.MailEverybody == MailChoice.AtOnce && (kind != NoticeKind.AccountToConfirm || a.Role == Role.Administrator))),
        ];

        async Task<IReadOnlyList<Receiver>> Receivers(IQueryable<Account> who) =>
            [.. (await who.Select(a => new { a.Email, a.Language }).ToListAsync(stopping)).Select(a => new Receiver(a.Email!, PageLanguage.Of(a.Language ?? "") ?? PageLanguage.Swedish))];
    }

    /// <summary>A mailbox that several people read gets both languages.</summary>
    /// <param name="link">The path of a one-time link.</param>
    private Mail Write(Letter letter, Receiver receiver, string? link)
    {
        var languages = receiver.Language is { } one ? [one] : PageLanguage.All;
        return new(letter.Id, receiver.Address, string.Join(" / ", languages.Select(l => Text(l, "Subject"))), string.Join("\n\n---\n\n", languages.Select(l => Text(l, "Body"))) + "\n");

        string Text(PageLanguage language, string part) =>
            (texts.Find(language, $"Messages.Mail.{letter.Kind}.{part}") ?? texts.Text(language, $"Messages.Mail.{(link is null ? "Notice" : "Link")}.{part}"))
            .Replace("{link}", $"{PublicAddress(configuration)}{link ?? "/sign-in"}", StringComparison.Ordinal)
            .Replace("{work}", $"{letter.Work}", StringComparison.Ordinal).Replace("{messages}", $"{letter.Messages}", StringComparison.Ordinal);
    }

    /// <summary><c>PATHWAY_PUBLIC_URL</c>: where people reach this installation, without a stroke at the end; in sample mode the address it listens on.</summary>
    public static string PublicAddress(IConfiguration configuration) =>
        (configuration["PATHWAY_PUBLIC_URL"] is { Length: > 0 } given ? given : SampleMode.Urls(configuration)[0]).TrimEnd('/');

    private sealed record Receiver(string Address, PageLanguage? Language);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The letter {Id} could not be delivered ({Error}); it is tried again later.")]
    private static partial void NotDelivered(ILogger log, Guid id, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The delivery of letters was interrupted by {Error}.")]
    private static partial void Interrupted(ILogger log, string error);
}
