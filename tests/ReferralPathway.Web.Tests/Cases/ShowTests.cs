using System.Diagnostics;
using System.Net;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class ShowTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_team_of_the_lead_sees_the_answer_of_now_safe_contact_first_and_no_name()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");

        var page = await host.As("sw.malmo").Get($"/cases/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("M.K., woman, 25–34", page.Heading);
        Assert.DoesNotContain(Told.FamilyName, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("M.K.", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains(Told.Channel, page.Document.QuerySelector(".rp-safe")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7 days ago", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Nobody outside your organisation knows of the person.", page.Document.QuerySelector(".rp-pathway__now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Consent", page.Document.QuerySelector("[aria-current=step] .rp-stage__name")!.FirstChild!.TextContent);
        Assert.Contains(Told.Story, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.HealthNote, page.Source, StringComparison.Ordinal);
        Assert.True(page.Source.IndexOf("rp-safe", StringComparison.Ordinal) < page.Source.IndexOf("rp-pathway", StringComparison.Ordinal));
        Assert.Contains($"/cases/{id}/referrals/write", page.Links);
        Assert.Contains($"/cases/{id}/close", page.Links);
        Assert.DoesNotContain($"/cases/{id}/investigations/initiate", page.Links);
    }

    [Fact]
    public async Task A_safe_contact_that_was_checked_long_ago_is_warned_about()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(24));

        var page = await host.As("sw.umea").Get($"/cases/{id}");

        host.Clock.Set(now);
        Assert.Contains("Checked more than 30 days ago", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked more than 30 days ago", (await host.As("sw.umea").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_outside_the_team_sees_one_line_and_the_way_to_open_it()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");

        var page = await host.As("sw.malmo.chef").Get($"/cases/{id}");

        Assert.Equal("Woman, 25–34", page.Heading);
        Assert.Contains($"/cases/{id}/break-glass", page.Links);
        Assert.DoesNotContain(Told.Channel, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.Story, page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("rp-timeline", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{id}/consents/record", page.Links);
        Assert.Contains("How to contact the person is locked", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_person_has_no_initials()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo", protectedIdentity: "SEKRETESSMARKERING");

        var page = await host.As("sw.malmo").Get($"/cases/{id}");

        Assert.Equal("Protected person, woman, 25–34", page.Heading);
        Assert.DoesNotContain("M.K.", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_sees_what_was_agreed_and_a_former_one_what_was_received()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.ConsentAsync("sw.malmo", id, "ngo.platform", given: false);
        var referral = await host.SentReferralAsync("sw.malmo", id, "ngo.haven");
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"/cases/{id}")).Status);
        Assert.Contains("answers by", (await host.As("sw.malmo").Get($"/cases/{id}")).Document.QuerySelector(".rp-pathway__now")!.TextContent, StringComparison.Ordinal);
        await host.AcceptAsync("ngo.haven", id, referral);

        var recipient = await host.As("ngo.haven").Get($"/cases/{id}");
        var lead = await host.As("sw.malmo").Get($"/cases/{id}");

        Assert.Equal("M.K., woman, 25–34", recipient.Heading);
        Assert.Contains(Told.Channel, recipient.Text, StringComparison.Ordinal);
        Assert.Contains("Not shared with you. It takes a consent of its own.", recipient.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the person said no", recipient.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who has seen this", recipient.Text, StringComparison.Ordinal);
        Assert.Single(recipient.Document.QuerySelectorAll(".rp-consent tbody tr"));
        Assert.Equal(3, lead.Document.QuerySelectorAll(".rp-consent tbody tr").Length);
        Assert.Contains("the person said no", lead.Text, StringComparison.Ordinal);
        Assert.Contains("Åsa Lindgren", lead.Text, StringComparison.Ordinal);

        await host.ActAsync("ngo.haven", id, CaseParts.Referrals, (theCase, act) => theCase.Referrals.Single(r => r.Id == referral).Complete("Housed and safe.", act.Day, act));
        await host.ActAsync("sw.malmo", id, CaseParts.Core, (theCase, act) => theCase.RecordSafeContact(new() { Direct = "No", DeviceWatched = "No", LastCheckedOn = act.Day }, act));
        var former = await host.As("ngo.haven").Get($"/cases/{id}");

        Assert.Contains("You took part until", former.Text, StringComparison.Ordinal);
        Assert.Contains(Told.Channel, former.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Presumed", former.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{id}/referrals/write", former.Links);
    }

    [Fact]
    public async Task Identification_and_what_became_of_the_investigation_stand_side_by_side()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        await host.InitiatedAsync("sw.norrkoping", id);

        var identified = await host.As("sw.norrkoping").Get($"/cases/{id}");
        Assert.Contains("Formally identified on Mon 16", identified.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5000-K123456-26", identified.Source, StringComparison.Ordinal);
        Assert.Contains("5000-K123456-26", (await host.As("il.polis").Get($"/cases/{id}")).Text, StringComparison.Ordinal);

        await host.ActAsync("il.polis", id, CaseParts.Investigations, (theCase, act) => theCase.FollowInvestigation(theCase.Investigations.Single().Id, i => i.Discontinue(act.Day, "No suspect was found.", act), act));
        var discontinued = await host.As("sw.norrkoping").Get($"/cases/{id}");
        Assert.Contains("; investigation discontinued on Mon 16", discontinued.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_is_spoken_of_as_one()
    {
        var page = await host.As("sw.stockholm").Get($"/cases/{await host.AnOpenCaseAsync("sw.stockholm", ageGroup: "15-17")}");

        Assert.Equal("M.K., girl, 15–17", page.Heading);
        Assert.Contains("Treated as a child until shown otherwise.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_opening_is_recorded_with_what_was_shown()
    {
        var id = await host.AnOpenCaseAsync("law.lind");

        await host.As("law.lind").Get($"/cases/{id}");

        var groups = await host.AskAsync<int>($"SELECT groups AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.Case'");
        Assert.Equal(DataGroups.Of(DataGroup.Facts, DataGroup.SafeContact, DataGroup.Narrative), new(groups));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_page_speaks_both_languages(string language)
    {
        var id = await host.AnOpenCaseAsync("rc.ost");
        await host.ConsentAsync("rc.ost", id, "ngo.haven");
        await host.SentReferralAsync("rc.ost", id, "ngo.haven");

        Assert.Equal(HttpStatusCode.OK, (await host.As("rc.ost", language).Get($"/cases/{id}")).Status);
    }

    [Fact]
    public async Task The_page_asks_the_database_at_most_six_times()
    {
        var id = await host.AnOpenCaseAsync("sw.vasteras");
        await host.InitiatedAsync("sw.vasteras", id);
        var browser = host.As("sw.vasteras");
        await browser.Get($"/cases/{id}");
        var asked = new List<string>();
        var database = new Npgsql.NpgsqlConnectionStringBuilder(host.Database.App).Database;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.ToDictionary(t => t.Key, t => t.Value as string);
                if (tags.ContainsValue(database) && (tags.GetValueOrDefault("db.query.text") ?? tags.GetValueOrDefault("db.statement")) is { } sql) lock (asked) asked.Add(sql);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await browser.Get($"/cases/{id}");

        // Sign-in has its own transaction; the page's begins with the last "who is acting", and ends with a commit that is no command.
        var page = asked.Skip(asked.FindLastIndex(sql => sql.Contains("set_config", StringComparison.Ordinal))).ToList();
        Assert.Contains(page, sql => sql.Contains("json_build_object", StringComparison.Ordinal));
        Assert.InRange(page.Count + 1, 4, 6);
    }
}
