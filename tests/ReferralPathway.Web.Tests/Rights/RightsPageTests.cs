using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.RowLevelSecurity;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Rights;

/// <summary>The person's rights: a note of disagreement beside an entry, a correction, and the extract of what is written.</summary>
public sealed class RightsPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Said = "I was never in that house.";

    private Browser Worker { get; } = host.As("sw.malmo");

    [Fact]
    public async Task What_the_person_does_not_agree_with_stands_beside_the_entry_for_everybody_who_reads_it()
    {
        var id = await CaseAsync();
        await host.JoinsAsync("sw.malmo", id, "ngo.haven", "Malmö", "2026-03-17");
        await host.JoinsAsync("sw.malmo", id, "law.lind", "Malmö", "2026-03-17");
        var form = await Worker.Get((await Worker.Get($"/cases/{id}")).Link("does not agree"));
        Assert.Equal(["Choose which entry it is about.", "Choose what you note.", "Enter note."], (await Worker.Submit(form)).Errors);
        var entry = form.Document.QuerySelectorAll("select option").First(o => o.TextContent.Contains("exploitation", StringComparison.OrdinalIgnoreCase)).GetAttribute("value");
        var noted = await Worker.Submit(form, ("Input.Entry", entry), ("Input.Kind", "Disagreement"), ("Input.Text", Said));

        Assert.Contains("The person does not agree (16 March 2026, noted by City of Malmö)", noted.Text, StringComparison.Ordinal);
        Assert.Contains(Said, noted.Document.QuerySelectorAll(".rp-timeline")[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains(Said, noted.Document.QuerySelector("#known")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Said, (await host.As("ngo.haven").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await host.As("sw.malmo.chef").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await host.DumpAsync(), StringComparison.Ordinal);
        // What was written stays as it was, and the note is never changed.
        Assert.False(await host.AskAsync<bool>($"SELECT has_any_column_privilege('pathway_app', 'pathway.entry_notes', 'UPDATE') OR has_table_privilege('pathway_app', 'pathway.entry_notes', 'DELETE') AS \"Value\""));
    }

    [Fact]
    public async Task A_note_beside_an_identity_is_not_read_by_who_may_not_read_identities()
    {
        var id = await CaseAsync();
        var haven = await host.OrganisationAsync("ngo.haven");
        await Worker.RecordsConsentAsync(id, haven, ("Input.Groups", "Facts"));
        await Worker.RefersAsync(id, haven);
        await host.As("ngo.haven").AcceptsAsync("Malmö", "2026-03-17");
        var form = await Worker.Get($"/cases/{id}/rights/note");
        var entry = form.Document.QuerySelectorAll("select option").First(o => o.TextContent.Contains("Name and numbers", StringComparison.OrdinalIgnoreCase)).GetAttribute("value");
        Assert.Contains(Said, (await Worker.Submit(form, ("Input.Entry", entry), ("Input.Kind", "Correction"), ("Input.Text", Said))).Text, StringComparison.Ordinal);

        Assert.DoesNotContain(Said, (await host.As("ngo.haven").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_beside_an_entry_of_two_groups_is_read_by_who_reads_both()
    {
        var id = await CaseAsync();
        var haven = await host.OrganisationAsync("ngo.haven");
        await Worker.RecordsConsentAsync(id, haven, ("Input.Groups", "Facts"));
        await Worker.RefersAsync(id, haven);
        await host.As("ngo.haven").AcceptsAsync("Malmö", "2026-03-17");
        foreach (var groups in new[] { DataGroups.Of(DataGroup.Facts), DataGroups.Of(DataGroup.Facts, DataGroup.Identity) })
        {
            await host.LookAsync(async db =>
            {
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO pathway.entry_notes (id, case_id, kind, about, groups, text, "on", recorded_at, recorded_by, recorder)
                    SELECT gen_random_uuid(), e.case_id, 'Disagreement', e.id, {groups.Mask}, '', '2026-03-17', e.at, e.organisation_id, e.user_id FROM pathway.audit_entries e WHERE e.case_id = {id.Value} AND e.kind = 'CaseOpened'
                    """);
                await db.Database.CurrentTransaction!.CommitAsync();
                return true;
            });
        }
        var notes = $"SELECT count(*) FROM pathway.entry_notes WHERE case_id = '{id}'";

        Assert.Equal(2L, await DirectTests.AskAsync(host, await host.ActorAsync("sw.malmo"), notes));
        Assert.Equal(1L, await DirectTests.AskAsync(host, await host.ActorAsync("ngo.haven"), notes));
    }

    [Fact]
    public async Task What_the_person_says_of_an_assessment_or_a_plan_stands_beside_it()
    {
        var id = await CaseAsync();
        await Worker.Submit(await Worker.Get($"/cases/{id}/indicators/DR"), ("Input.Answers[DR02]", "Yes"), ("Input.Conclusion", "She was deceived."));
        var plan = await Worker.PlanAsync(id, ("COUNSELLING", null, null));
        await NotesAsync("Indicators", "Nobody deceived me.");
        await NotesAsync("plan of assistance", "I never asked for this.");

        var page = await Worker.Get($"/cases/{id}");
        Assert.Contains("Nobody deceived me.", page.Document.QuerySelector("#known")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("I never asked for this.", page.Document.QuerySelector("#known")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var shown = await Worker.Get(plan);
        Assert.Contains("I never asked for this.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody deceived me.", shown.Text, StringComparison.Ordinal);

        async Task NotesAsync(string entry, string text)
        {
            var form = await Worker.Get($"/cases/{id}/rights/note");
            var about = form.Document.QuerySelectorAll("select option").First(o => o.TextContent.Contains(entry, StringComparison.OrdinalIgnoreCase)).GetAttribute("value");
            Assert.Empty((await Worker.Submit(form, ("Input.Entry", about), ("Input.Kind", "Disagreement"), ("Input.Text", text))).Errors);
        }
    }

    [Fact]
    public async Task An_extract_is_reviewed_by_a_manager_before_it_is_printed_and_holds_no_name_of_staff()
    {
        var id = await CaseAsync();
        await host.JoinsAsync("sw.malmo", id, "ngo.haven", "Malmö", "2026-03-17");
        await host.As("ngo.haven").Get($"/cases/{id}");
        var prepared = await Worker.Submit(await Worker.Get($"/cases/{id}/rights/extract"));
        Assert.Contains("Waits for the review of a manager", prepared.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(prepared.Links, l => l.Contains("subject-extract", StringComparison.Ordinal));
        var extract = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.subject_extracts WHERE case_id = {id.Value}");
        Assert.Equal(HttpStatusCode.NotFound, (await Worker.Get($"/cases/{id}/letters/subject-extract-{extract}")).Status);
        foreach (var other in new[] { "sw.malmo", "ngo.haven", "ngo.haven.chef" }) Assert.Equal(HttpStatusCode.Forbidden, (await host.As(other).Get($"/cases/{id}/rights/review")).Status);

        var manager = host.As("sw.malmo.chef");
        var review = await manager.Get($"/cases/{id}/rights/review");
        Assert.DoesNotContain(Story.FamilyName, review.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose on which ground something is withheld.", "Enter why."], (await manager.Submit(review, ("Input.Withheld", "SafeContact"))).Errors);
        await manager.Submit(review, ("Input.Withheld", "SafeContact"), ("Input.Ground", "OtherPerson"), ("Input.Why", "It names her sister."));

        var letter = await Worker.Get((await Worker.Get($"/cases/{id}/rights/extract")).Link("Extract of"));
        var sheet = letter.Document.QuerySelector("article")!.TextContent;
        foreach (var said in new[] { Story.FamilyName, "Haven", "OSL 26:1", "Which organisations have read about you" }) Assert.Contains(said, sheet, StringComparison.Ordinal);
        foreach (var kept in new[] { Story.Phone, "It names her sister.", "Jonas Ekdahl" }) Assert.DoesNotContain(kept, sheet, StringComparison.Ordinal);

        // What is written afterwards was not reviewed: the old extract is no letter any more.
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Worker.Submit(await Worker.Get($"/cases/{id}/intake/exploitation"), ("Input.Description", "She tells more."));
        Assert.Equal(HttpStatusCode.NotFound, (await Worker.Get(letter.Address)).Status);
        Assert.Contains("Prepare a new one", (await Worker.Get($"/cases/{id}/rights/extract")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'ExtractReviewed'"));
    }

    private async Task<CaseId> CaseAsync()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        return await Worker.OpensCaseAsync("2026-03-15", FrontDoor.Worker());
    }
}
