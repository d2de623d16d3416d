using System.Net;
using System.Text.Json;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Directory;

/// <summary>The hours of the national hotline, for people and for systems.</summary>
public sealed class HotlineTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Theory]
    [InlineData("2026-03-16T08:00:00Z", null, "2026-03-16T09:00:00+01:00")]
    [InlineData("2026-03-16T07:59:59Z", "2026-03-16T09:00:00+01:00", "2026-03-16T08:59:59+01:00")]
    [InlineData("2026-03-16T15:29:59Z", null, "2026-03-16T16:29:59+01:00")]
    [InlineData("2026-03-16T15:30:00Z", "2026-03-17T09:00:00+01:00", "2026-03-16T16:30:00+01:00")]
    [InlineData("2026-03-20T15:30:00Z", "2026-03-23T09:00:00+01:00", "2026-03-20T16:30:00+01:00")]
    [InlineData("2026-03-30T14:29:00Z", null, "2026-03-30T16:29:00+02:00")]
    [InlineData("2026-05-14T08:00:00Z", "2026-05-15T09:00:00+02:00", "2026-05-14T10:00:00+02:00")]
    [InlineData("2026-06-06T08:00:00Z", "2026-06-08T09:00:00+02:00", "2026-06-06T10:00:00+02:00")]
    [InlineData("2026-06-19T08:00:00Z", "2026-06-22T09:00:00+02:00", "2026-06-19T10:00:00+02:00")]
    [InlineData("2026-12-24T09:00:00Z", "2026-12-28T09:00:00+01:00", "2026-12-24T10:00:00+01:00")]
    [InlineData("2026-04-06T10:00:00Z", "2026-04-07T09:00:00+02:00", "2026-04-06T12:00:00+02:00")]
    [InlineData("2026-04-06T12:00:00%2B02:00", "2026-04-07T09:00:00+02:00", "2026-04-06T12:00:00+02:00")]
    [InlineData("2026-04-06T12:00:00+02:00", "2026-04-07T09:00:00+02:00", "2026-04-06T12:00:00+02:00")]
    [InlineData("2026-03-16T08:00:00.123Z", null, "2026-03-16T09:00:00+01:00")]
    [InlineData("2026-03-16T08:00Z", null, "2026-03-16T09:00:00+01:00")]
    [InlineData("20260316T080000Z", null, "2026-03-16T09:00:00+01:00")]
    public async Task The_hotline_answers_at_any_instant(string at, string? opensAt, string localTime)
    {
        var answer = await host.Anonymous().Client.GetAsync(new Uri($"/api/hotline?at={at}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($$"""{"open":{{(opensAt is null ? "true" : "false")}},"opensAt":{{(opensAt is null ? "null" : $"\"{opensAt}\"")}},"localTime":"{{localTime}}"}""",
            (await answer.Content.ReadAsStringAsync()).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_instant_it_answers_for_now()
    {
        host.Clock.SetInSweden("2026-09-11 16:35");
        using var answer = JsonDocument.Parse(await host.Anonymous().Client.GetStringAsync(new Uri("/api/hotline", UriKind.Relative)));
        Assert.False(answer.RootElement.GetProperty("open").GetBoolean());
        Assert.Equal("2026-09-14T09:00:00+02:00", answer.RootElement.GetProperty("opensAt").GetString());

        var page = await host.Anonymous("en").Get("/directory");
        Assert.Contains("Closed. Opens Mon 09:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Stängt. Öppnar mån 09.00", (await host.Anonymous("sv").Get("/directory")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-03-16T25:00:00Z")]
    [InlineData("16/03/2026")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T16:00:00Z")]
    [InlineData("0001-01-01T00:00:00%2B14:00")]
    public async Task An_instant_that_cannot_be_read_is_answered_with_what_is_wrong(string at)
    {
        var answer = await host.Anonymous().Client.GetAsync(new Uri($"/api/hotline?at={at}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("The instant could not be read", problem.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_administrator_closes_it_for_a_day_or_early_and_everybody_sees_it()
    {
        host.Clock.SetInSweden("2026-10-05 10:00");
        var admin = host.As("admin");
        const string address = "/administration/directory/hotline";
        var wrong = await admin.Submit(await admin.Get(address), address, ("Input.Day", "2026-10-01"), ("Input.ClosesAt", "noon"));
        Assert.Equal(["Choose today or a later day.", "Write a time such as 09:00."], wrong.Errors);
        var late = await admin.Submit(await admin.Get(address), address, ("Input.Day", "2026-10-05"), ("Input.ClosesAt", "17:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        await admin.Submit(await admin.Get(address), address, ("Input.Day", "2026-10-05"), ("Input.ClosesAt", "12:00"));
        var saved = await admin.Submit(await admin.Get(address), address, ("Input.Day", "2026-10-06"));
        Assert.Contains("Tuesday 6", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["The day is listed already. Remove it first."], (await admin.Submit(saved, address, ("Input.Day", "2026-10-06"))).Errors);

        Assert.Contains("Open until 12:00", (await host.Anonymous().Get("/directory")).Text, StringComparison.Ordinal);
        Assert.Equal("2026-10-07T09:00:00+02:00", await OpensAsync("2026-10-05T10:00:00Z"));
        Assert.Equal("2026-10-07T09:00:00+02:00", await OpensAsync("2026-10-06T08:00:00Z"));

        await admin.Submit(await admin.Get(address), $"{address}?handler=Remove", ("day", "2026-10-06"));
        Assert.Null(await OpensAsync("2026-10-06T08:00:00Z"));
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind IN ('Directory.HotlineChanged', 'Directory.HotlineRestored')"));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get(address)).Status);
        await admin.Submit(await admin.Get(address), $"{address}?handler=Remove", ("day", "2026-10-05"));
    }

    private async Task<string?> OpensAsync(string at)
    {
        using var answer = JsonDocument.Parse(await host.Anonymous().Client.GetStringAsync(new Uri($"/api/hotline?at={at}", UriKind.Relative)));
        return answer.RootElement.GetProperty("opensAt").GetString();
    }
}
