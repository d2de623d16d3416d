using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>A recipient without accounts answers by telephone; whom to ask after a no.</summary>
public sealed class ToldAnswerTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task An_accepted_answer_is_written_down_by_the_sender_says_so_and_opens_no_part()
    {
        var (id, referral, parish) = await SentAsync();
        var haven = host.As("ngo.haven");
        var shown = await haven.Get($"/cases/{id}/referrals/{referral}");
        var form = await haven.Get(shown.Link("Record the answer"));
        Assert.Equal("Answer of The parish", form.Heading);

        var done = await haven.Submit(form, ("Input.Answer", "Accepted"), ("Input.Function", "Duty officer"), ("Input.Responsible", "Maria Qxparish"), ("Input.Phone", "+46701740605"));

        Assert.Empty(done.Errors);
        Assert.Equal("The parish has accepted", done.Heading);
        Assert.Contains("Recorded by the sender", done.Text, StringComparison.Ordinal);
        Assert.Contains("Duty officer, by telephone", done.Text, StringComparison.Ordinal);
        Assert.Contains("Maria Qxparish", done.Text, StringComparison.Ordinal);
        var page = await haven.Get($"/cases/{id}");
        Assert.Contains("The parish accepted the referral by telephone; recorded by the sender", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND organisation_id = {parish.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.referrals r WHERE r::text LIKE '%Qxparish%'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE source_id = {referral.Value} AND closed_at IS NULL"));

        // Also a settlement that follows opens nothing to them.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SqlAsync("ngo.haven", "SELECT pathway.settle_case($1)", id.Value);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND organisation_id = {parish.Value}"));
        Assert.Equal(HttpStatusCode.NotFound, (await haven.Get($"/cases/{id}/referrals/{referral}/told")).Status);

        var completed = await haven.Submit(await haven.Get(done.Link("Complete the referral")), ("Input.Outcome", "She moved in."), ("Input.On", "2026-03-16"));
        Assert.Empty(completed.Errors);
        Assert.Equal("The parish has completed it", completed.Heading);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'ReferralCompleted'"));
    }

    [Theory]
    [InlineData("Input.Function", "", "Enter who answered.")]
    [InlineData("Input.Responsible", "", "Enter responsible at the recipient’s.")]
    [InlineData("Input.Phone", "call me", "Write the phone number with country code, for example +46 70 123 45 67.")]
    [InlineData("Input.On", "2026-03-17", "Day of the answer cannot be later than today (2026-03-16).")]
    [InlineData("Input.On", "2026-03-15", "Day of the answer must be on or after the day on which the referral was sent (2026-03-16).")]
    public async Task What_is_missing_of_an_answer_is_said_beside_the_question(string field, string value, string error)
    {
        var (id, referral, _) = await SentAsync();
        var haven = host.As("ngo.haven");
        (string, string?)[] usual = [("Input.Answer", "Accepted"), ("Input.Function", "Duty officer"), ("Input.Responsible", "Maria")];

        var page = await haven.Submit(await haven.Get($"/cases/{id}/referrals/{referral}/told"), [.. usual.Where(u => u.Item1 != field), (field, value)]);

        Assert.Equal([error], page.Errors);
        Assert.NotNull(page.Document.QuerySelector($"#{field.Replace('.', '_')}-error"));
        Assert.Equal("Sent", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {referral.Value}"));
    }

    [Fact]
    public async Task A_no_leads_to_others_who_give_the_same_help_and_a_new_referral_is_written_as_the_last()
    {
        var (id, referral, parish) = await SentAsync("Please bring her clothes.");
        await host.ConsentAsync("ngo.haven", id, "ngo.platform", DataGroups.Of(DataGroup.Identity, DataGroup.SafeContact));
        var haven = host.As("ngo.haven");

        var declined = await haven.Submit(await haven.Get($"/cases/{id}/referrals/{referral}/told"), ("Input.Answer", "Declined"), ("Input.Function", "Duty officer"), ("Input.Reason", "NO_CAPACITY"));

        Assert.Equal("The parish could not accept", declined.Heading);
        Assert.Contains("No capacity or resources", declined.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'FindAnotherProvider' AND closed_at IS NULL"));
        Assert.Contains("Ask somebody else", declined.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(declined.Links, l => l.Contains(parish.ToString(), StringComparison.Ordinal));
        var next = declined.Links.First(l => l.Contains($"like={referral}", StringComparison.Ordinal));
        Assert.Contains((await host.OrganisationAsync("ngo.platform")).ToString(), next, StringComparison.Ordinal);
        var draft = await haven.Get(next);
        Assert.Equal("ACCOMMODATION", draft.Document.QuerySelector("select[name='Input.Service'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Urgent", draft.Document.QuerySelector("input[name='Input.Urgency'][checked]")!.GetAttribute("value"));
        Assert.Equal("Please bring her clothes.", draft.Document.QuerySelector("textarea[name='Input.Message']")!.TextContent.Trim());
        // Only what this recipient is covered for stands ticked.
        Assert.Equal(["Identity", "SafeContact"], draft.Document.QuerySelectorAll("input[name='Input.Groups'][checked]").Select(i => i.GetAttribute("value")!));
        var preview = await haven.Submit(draft);
        Assert.EndsWith("/preview", preview.Address, StringComparison.Ordinal);
        Assert.NotEqual($"/cases/{id}/referrals/{referral}/preview", preview.Address);
    }

    [Fact]
    public async Task The_database_lets_nobody_answer_for_those_who_answer_here()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var referral = await host.SendAsync("ngo.haven", id, "sw.umea");
        const string Told = "UPDATE pathway.referrals SET status = $2, told_by = 'Telephone', told_on = '2026-03-16' WHERE id = $1";

        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"/cases/{id}/referrals/{referral}/told")).Status);
        foreach (var status in new[] { "Accepted", "Declined" })
            Assert.Equal(nameof(Rule.OnlyAnOrganisationWithoutAccountsIsAnsweredFor), (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.SqlAsync("ngo.haven", Told, referral.Value, status))).ConstraintName);

        var (_, waiting, _) = await SentAsync();
        Assert.Equal(0, await host.SqlAsync("sw.umea", Told, waiting.Value, "Accepted"));
        Assert.Equal(1, await host.SqlAsync("ngo.haven", Told, waiting.Value, "Accepted"));
    }

    private async Task<(CaseId, ReferralId, OrganisationId)> SentAsync(string? message = null)
    {
        var parish = await ParishAsync();
        var id = await host.CanaryCaseAsync("ngo.haven");
        var referral = await host.DoAsync("ngo.haven", async doing =>
        {
            var theCase = await doing.CaseAsync(id);
            theCase.GiveConsent(new() { Recipient = parish, RecipientKind = OrganisationKind.Ngo, Purpose = Purposes.Referral, Groups = SampleCase.Usual, DecidedOn = doing.Act.Day, Method = "WRITTEN", FullyInformed = true }, doing.Act);
            var draft = theCase.DraftReferral(new() { Recipient = parish, RecipientKind = OrganisationKind.Ngo, Kind = ReferralKind.Service, Service = "ACCOMMODATION", Urgency = Urgency.Urgent, Groups = SampleCase.Usual, Message = message }, doing.Act);
            theCase.SendReferral(draft.Id, false, doing.Act);
            return draft.Id;
        });
        return (id, referral, parish);
    }

    /// <summary>An organisation in which nobody has an account.</summary>
    private async Task<OrganisationId> ParishAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(host.Clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var parish = new Organisation(OrganisationId.New(host.Clock.GetUtcNow()), OrganisationKind.Ngo, "Församlingen", "The parish");
        db.Organisations.Add(parish);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return parish.Id;
    }
}
