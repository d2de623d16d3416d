using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC18 of the domain reference: two leaders at once, and what happened before it was written down.</summary>
public sealed class SC18_ConcurrencyAndBackdating(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Stale = "Someone changed this record while you were editing. Your text is kept below; compare and save again.";

    [Fact]
    public async Task Two_leaders_record_the_same_initiation_and_the_slower_keeps_what_was_typed()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.As("il.polis").OpensCaseAsync("2026-03-09");
        await host.JoinsAsync("il.polis", id, "il.aklagare", "Police", "2026-03-16");
        var polis = host.As("il.polis");
        var aklagare = host.As("il.aklagare");
        var first = await polis.Get($"/cases/{id}/investigations/initiate");
        var second = await aklagare.Get($"/cases/{id}/investigations/initiate");

        var done = await polis.Submit(first, Police("2026-03-10"));
        var late = await aklagare.Submit(second, Prosecutor("AM-12345-26"));

        Assert.EndsWith("/follow", done.Address);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal([Stale], late.Errors);
        Assert.Equal("AM-12345-26", late.Document.QuerySelector("input[name='Input.Reference']")!.GetAttribute("value"));
        Assert.Equal("Riksenheten", late.Document.QuerySelector("input[name='Input.Unit']")!.GetAttribute("value"));
        Assert.Equal(1, await InitiatedAsync(id));

        // Compare and save again: with another number it is another investigation; the earlier one has identified the person.
        var again = await aklagare.Submit(late);
        Assert.EndsWith("/follow", again.Address);
        Assert.Equal(new DateOnly(2026, 3, 10), await host.AskAsync<DateOnly>($"SELECT formally_identified_on AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
    }

    [Fact]
    public async Task At_the_very_same_moment_one_succeeds_and_the_other_is_stale()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.As("il.polis").OpensCaseAsync("2026-03-09");
        await host.JoinsAsync("il.polis", id, "il.aklagare", "Police", "2026-03-16");
        var polis = host.As("il.polis");
        var aklagare = host.As("il.aklagare");
        var first = await polis.Get($"/cases/{id}/investigations/initiate");
        var second = await aklagare.Get($"/cases/{id}/investigations/initiate");

        var answers = await Task.WhenAll(polis.Submit(first, Police("2026-03-16")), aklagare.Submit(second, Prosecutor("AM-777-26")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal([Stale], answers.Single(a => a.Status == HttpStatusCode.Conflict).Errors);
        Assert.Equal(1, await InitiatedAsync(id));
    }

    [Fact]
    public async Task A_double_submit_is_one_act_and_one_answer()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.As("il.polis").OpensCaseAsync("2026-03-09");
        var polis = host.As("il.polis");
        var form = await polis.Get($"/cases/{id}/investigations/initiate");

        var answers = await Task.WhenAll(polis.Submit(form, Police("2026-03-16")), polis.Submit(form, Police("2026-03-16")));

        Assert.Equal(answers[0].Address, answers[1].Address);
        Assert.EndsWith("/follow", answers[0].Address);
        Assert.Equal(1, await InitiatedAsync(id));
    }

    [Fact]
    public async Task An_investigation_that_is_backdated_keeps_both_days()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.As("il.polis").OpensCaseAsync("2026-03-09");
        var polis = host.As("il.polis");

        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), Police("2026-03-10"));

        Assert.Equal(1, await host.AskAsync<long>($"""
            SELECT count(*) AS "Value" FROM pathway.audit_entries
            WHERE case_id = {id.Value} AND kind = 'FormallyIdentified' AND occurred_on = '2026-03-10' AND at = '2026-03-16 09:00:00+00'
            """));

        // What was handed in on paper on the 12th is accepted, because that is after the initiation; on the 9th there was nothing to rest on.
        var early = await polis.ReflectionPeriodAsync(id, "2026-03-09", ("Input.Channel", "Form"));
        Assert.NotEmpty(early.Errors);
        var onPaper = await polis.ReflectionPeriodAsync(id, "2026-03-12", ("Input.Channel", "Form"));
        Assert.Contains("waits for the Migration Agency", onPaper.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 12), await host.AskAsync<DateOnly>($"SELECT submitted_on AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value}"));

        // The guidance for the 11th counts from the day on which it happened; for the 9th she was presumed.
        Assert.Contains("Formally identified", (await polis.Get($"/cases/{id}/guidance?Day=2026-03-11")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Formally identified", (await polis.Get($"/cases/{id}/guidance?Day=2026-03-09")).Text, StringComparison.OrdinalIgnoreCase);
    }

    private Task<long> InitiatedAsync(CaseId id) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value} AND status = 'Initiated'");

    private static (string, string?)[] Police(string on) =>
    [
        ("Input.Unit", "NOA"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K123456-26"),
        ("Input.Offences", "BRB_4_1A"), ("Input.On", on), ("Input.Reason", "true"),
    ];

    private static (string, string?)[] Prosecutor(string reference) =>
    [
        ("Input.Unit", "Riksenheten"), ("Input.LeaderName", "Charlotta Hjelm"), ("Input.Reference", reference),
        ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-16"), ("Input.Reason", "true"),
    ];
}
