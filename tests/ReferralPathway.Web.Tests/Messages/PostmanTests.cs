using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Messages;

public sealed class PostmanTests : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;
    private readonly PathwayHost _host;
    private readonly Recorded _post;

    public PostmanTests(PathwayHost host)
    {
        _host = host;
        host.Configure = services => services.AddSingleton<IMailTransport, Recorded>();
        _post = (Recorded)host.Services.GetRequiredService<IMailTransport>();
    }

    private Postman Postman => _host.Services.GetRequiredService<Postman>();

    [Fact]
    public async Task A_mail_says_that_something_waits_and_nothing_about_anybody()
    {
        var id = await _host.CaseAsync("sw.umea");
        await _host.ConsentAsync("sw.umea", id, "ngo.haven");
        var referral = await _host.ReferralAsync("sw.umea", id, "ngo.haven");
        await _host.AcceptAsync("ngo.haven", referral);
        await _host.OnAsync("sw.umea", id, Data.Cases.CaseParts.BreakGlass, (theCase, _, act) =>
        {
            theCase.BreakTheGlass("A reason that names Kanarov, who must not be named", act);
            return Task.CompletedTask;
        });
        var reference = await _host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");

        await Postman.DeliverAsync(Stopping);

        Assert.Contains(_post.Sent, m => m.To == "haven@sample.example");
        Assert.Contains(_post.Sent, m => m.To == "umea@sample.example");
        Assert.All(_post.Sent, mail =>
        {
            var all = $"{mail.Subject}\n{mail.Body}";
            foreach (var canary in new[] { reference, id.ToString(), referral.ToString(), Story.GivenName, Story.FamilyName, Story.Phone, "70174", "Elin Sandberg", "Haven" })
                Assert.DoesNotContain(canary, all, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("/sign-in", mail.Body);
        });
    }

    [Fact]
    public async Task A_function_mailbox_gets_both_languages_and_a_person_their_own()
    {
        var actor = await _host.ActorAsync("sw.malmo.chef");
        await WriteAsync(db =>
        {
            db.Users.Where(a => a.Id == actor.User.Value).ExecuteUpdate(s => s.SetProperty(a => a.Language, "en"));
            db.Outbox.Add(Letter.For(new(Domain.Messages.NoticeKind.GlassBroken, actor.Organisation, null, null, null, managersOnly: true, _host.Clock.GetUtcNow())));
            db.Outbox.Add(Letter.For(new(Domain.Messages.NoticeKind.ReferralArrived, actor.Organisation, null, null, null, managersOnly: false, _host.Clock.GetUtcNow())));
        });

        await Postman.DeliverAsync(Stopping);

        var manager = Assert.Single(_post.Sent, m => m.To == "sw.malmo.chef@sample.example");
        Assert.Equal("Something waits for you in Referral Pathway", manager.Subject);
        var mailbox = Assert.Single(_post.Sent, m => m.To == "malmo@sample.example");
        Assert.Contains("Något väntar på dig", mailbox.Body);
        Assert.Contains("Something waits for you", mailbox.Body);
    }

    [Fact]
    public async Task A_link_travels_sealed_and_is_forgotten_once_it_has_left()
    {
        var actor = await _host.ActorAsync("sw.dorotea");
        var keys = _host.Services.GetRequiredService<InstallationKeys>();
        const string link = "/sign-in/invitation/once-and-never-again";
        var letter = default(Letter);
        await WriteAsync(db =>
        {
            letter = Letter.WithLink("Invitation", actor.Organisation, actor.User, id => keys.Close(InstallationKeys.Letters, Encoding.UTF8.GetBytes(link), id.ToString()), _host.Clock.GetUtcNow());
            db.Outbox.Add(letter);
        });
        Assert.Equal(0, await _host.AskAsync<int>($"SELECT position('invitation' IN encode(sealed_link, 'escape')) AS \"Value\" FROM pathway.outbox WHERE id = {letter!.Id}"));

        await Postman.DeliverAsync(Stopping);

        Assert.Contains($"http://localhost:5080{link}", Assert.Single(_post.Sent, m => m.To == "sw.dorotea@sample.example").Body);
        Assert.True(await _host.AskAsync<bool>($"SELECT sealed_link IS NULL AND delivered_at IS NOT NULL AS \"Value\" FROM pathway.outbox WHERE id = {letter.Id}"));
    }

    [Theory]
    [InlineData("Invitation", "sv", "Ditt konto i Referral Pathway", "Du har fått ett konto")]
    [InlineData("Invitation", "en", "Your account in Referral Pathway", "You have been given an account")]
    [InlineData("NewPassword", "sv", "Välj ett nytt lösenord i Referral Pathway", "välja ett nytt lösenord.")]
    [InlineData("NewPassword", "en", "Choose a new password in Referral Pathway", "choose a new password.")]
    [InlineData("NewStart", "sv", "Börja om i Referral Pathway", "ställa in en ny engångskod")]
    [InlineData("NewStart", "en", "Start again in Referral Pathway", "set up a new one-time code")]
    public async Task Each_mail_with_a_link_says_what_it_is_for_and_not_for_whom(string kind, string language, string subject, string says)
    {
        var actor = await _host.ActorAsync("rc.mitt");
        var keys = _host.Services.GetRequiredService<InstallationKeys>();
        await WriteAsync(db =>
        {
            db.Users.Where(a => a.Id == actor.User.Value).ExecuteUpdate(s => s.SetProperty(a => a.Language, language));
            db.Outbox.Add(Letter.WithLink(kind, actor.Organisation, actor.User, id => keys.Close(InstallationKeys.Letters, Encoding.UTF8.GetBytes("/sign-in/invitation/x"), id.ToString()), _host.Clock.GetUtcNow()));
        });
        _post.Sent.Clear();

        await Postman.DeliverAsync(Stopping);

        var mail = Assert.Single(_post.Sent, m => m.To == "rc.mitt@sample.example");
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(says, mail.Body, StringComparison.Ordinal);
        foreach (var canary in new[] { "Oskar", "Dahl", "rc.mitt", "Mitt@", "Regional" }) Assert.DoesNotContain(canary, mail.Subject + mail.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Din engångskod i Referral Pathway är bytt")]
    [InlineData("en", "Your one-time code in Referral Pathway was changed")]
    public async Task Whoever_has_a_new_second_factor_is_told_by_mail_and_nothing_about_them(string language, string subject)
    {
        var actor = await _host.ActorAsync("rc.ost");
        await WriteAsync(db =>
        {
            db.Users.Where(a => a.Id == actor.User.Value).ExecuteUpdate(s => s.SetProperty(a => a.Language, language));
            db.Outbox.Add(Letter.For(new(Domain.Messages.NoticeKind.SecondFactorReplaced, actor.Organisation, actor.User, null, null, managersOnly: false, _host.Clock.GetUtcNow())));
        });
        _post.Sent.Clear();

        await Postman.DeliverAsync(Stopping);

        var mail = Assert.Single(_post.Sent, m => m.To == "rc.ost@sample.example");
        Assert.Equal(subject, mail.Subject);
        foreach (var canary in new[] { "Lena", "Fors", "rc.ost", "Öst" }) Assert.DoesNotContain(canary, mail.Subject + mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_could_not_leave_is_tried_again_later_and_stops_no_other()
    {
        var umea = await _host.OrganisationAsync("sw.vasteras");
        var lind = await _host.OrganisationAsync("law.lind");
        await WriteAsync(db =>
        {
            db.Outbox.Add(Letter.For(new(Domain.Messages.NoticeKind.LeadMoved, umea, null, null, null, managersOnly: false, _host.Clock.GetUtcNow())));
            db.Outbox.Add(Letter.For(new(Domain.Messages.NoticeKind.LeadMoved, lind, null, null, null, managersOnly: false, _host.Clock.GetUtcNow().AddMilliseconds(1))));
        });
        _post.Refuses = "vasteras@sample.example";
        _host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Postman.DeliverAsync(Stopping);
        Assert.Contains(_post.Sent, m => m.To == "lind@sample.example");
        Assert.DoesNotContain(_post.Sent, m => m.To == "vasteras@sample.example");

        _post.Refuses = null;
        Assert.Equal(0, await Postman.DeliverAsync(Stopping));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Postman.DeliverAsync(Stopping));
        Assert.Contains(_post.Sent, m => m.To == "vasteras@sample.example");
    }

    private async Task WriteAsync(Action<PathwayDb> write)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(_host.Clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        write(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private sealed class Recorded : IMailTransport
    {
        public List<Mail> Sent { get; } = [];

        public string? Refuses { get; set; }

        public Task SendAsync(Mail mail, CancellationToken stopping)
        {
            if (mail.To == Refuses) throw new InvalidOperationException("The mail server is away.");
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
