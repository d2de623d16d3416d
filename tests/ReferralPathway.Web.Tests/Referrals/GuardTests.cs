using System.Net;
using Npgsql;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>Two guards of a referral: it is taken back only before help has begun (F7), and nobody who is withdrawn from the directory is a new recipient (3.16).</summary>
public sealed class GuardTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Once_help_has_begun_a_referral_is_completed_and_not_taken_back()
    {
        var (malmo, haven) = (host.As("sw.malmo"), host.As("ngo.haven"));
        var shelter = await host.OrganisationAsync("ngo.haven");
        var id = await malmo.OpensCaseAsync("2026-03-15");
        await malmo.RecordsConsentAsync(id, shelter, ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Plan"));
        var referral = await malmo.RefersAsync(id, shelter);
        await haven.AcceptsAsync("Malmö", "2026-03-16");
        Assert.Contains($"{referral.Address}/withdraw", (await malmo.Get(referral.Address)).Links);

        // A service that is planned is none yet.
        var plan = await haven.PlanAsync(id, ("ACCOMMODATION", null, null));
        await haven.FollowsAsync(plan, "Propose");
        await haven.AgreesAsync(plan, "en");
        Assert.Contains($"{referral.Address}/withdraw", (await malmo.Get(referral.Address)).Links);
        var form = await malmo.Get($"{referral.Address}/withdraw");
        await haven.RecordsAsync(plan, 0, "Ongoing");

        Assert.DoesNotContain($"{referral.Address}/withdraw", (await malmo.Get(referral.Address)).Links);
        var refused = await malmo.Submit(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["The recipient has begun to help the person. The referral ends when the recipient records the outcome."], refused.Errors);
        Assert.Equal("Accepted", await StatusAsync(referral));

        // The table refuses too, whoever writes the row.
        var broken = await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync("sw.malmo", "UPDATE pathway.referrals SET status = 'Withdrawn' WHERE id = $1", IdOf(referral)));
        Assert.Equal(nameof(Rule.AReferralWithAServiceIsCompleted), broken.ConstraintName);
        // And tells nobody but the sender whether help has begun.
        Assert.Equal(1, await host.CountAsync("sw.malmo", "SELECT pathway.has_served($1)::int", IdOf(referral)));
        Assert.Equal(0, await host.CountAsync("sw.umea", "SELECT pathway.has_served($1)::int", IdOf(referral)));
    }

    [Fact]
    public async Task A_referral_that_was_accepted_and_not_served_is_taken_back()
    {
        var (umea, haven) = (host.As("sw.umea"), host.As("ngo.haven"));
        var id = await umea.OpensCaseAsync("2026-03-15");
        await host.JoinsAsync("sw.umea", id, "ngo.haven", "Umeå", "2026-03-16");
        var referral = await umea.Get(await ReferralAsync(id));

        await umea.Submit(await umea.Get($"{referral.Address}/withdraw"));

        Assert.Equal("Withdrawn", await StatusAsync(referral));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(HttpStatusCode.OK, (await haven.Get($"/cases/{id}/plan")).Status);
    }

    [Fact]
    public async Task Whoever_is_withdrawn_from_the_directory_is_offered_to_nobody_and_refused()
    {
        var (dorotea, admin) = (host.As("sw.dorotea"), host.As("admin"));
        var platform = await host.OrganisationAsync("ngo.platform");
        var id = await dorotea.OpensCaseAsync("2026-03-15");
        await dorotea.RecordsConsentAsync(id, platform);
        var preview = await dorotea.Submit(await dorotea.Get($"/cases/{id}/referrals/write/{platform}"), ("Input.Service", "ACCOMMODATION"), ("Input.Urgency", "Normal"));
        Assert.Contains(platform.ToString(), (await dorotea.Get($"/cases/{id}/referrals/write")).Source, StringComparison.Ordinal);

        var saved = await admin.Submit(await admin.Get("/administration/directory/create"),
            ("Input.NameSv", "En jour"), ("Input.NameEn", "A shelter"), ("Input.Kind", "NgoPlatform"), ("Input.Organisation", platform.ToString()), ("Input.Channels[0].Type", "Phone"), ("Input.Channels[0].Value", "090-12 34 56"));
        Assert.Contains("The draft is saved.", saved.Text, StringComparison.Ordinal);
        await admin.Submit(saved, $"{saved.Address}?handler=Withdraw");

        Assert.DoesNotContain(platform.ToString(), (await dorotea.Get($"/cases/{id}/referrals/write")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(platform.ToString(), (await dorotea.Get($"/cases/{id}/consents/record")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dorotea.Get($"/cases/{id}/referrals/write/{platform}")).Status);
        var sent = await dorotea.Submit(preview);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal(["This organisation cannot receive this referral. Choose another recipient."], sent.Errors);
        var broken = await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync("sw.dorotea", "UPDATE pathway.referrals SET status = 'Sent' WHERE case_id = $1", id.Value));
        Assert.Equal(nameof(Rule.RecipientReceivesReferrals), broken.ConstraintName);

        // Restored, it is a draft that is checked again, and its organisation can be chosen.
        await admin.Submit(await admin.Get(saved.Address), $"{saved.Address}?handler=Restore");
        Assert.Equal(HttpStatusCode.OK, (await dorotea.Get($"/cases/{id}/referrals/write/{platform}")).Status);
    }

    private static Guid IdOf(WebPage referral) => Guid.Parse(referral.Address[(referral.Address.LastIndexOf('/') + 1)..]);

    private Task<string> StatusAsync(WebPage referral) => host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {IdOf(referral)}");

    private async Task<string> ReferralAsync(CaseId id) => $"/cases/{id}/referrals/{await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}")}";
}
