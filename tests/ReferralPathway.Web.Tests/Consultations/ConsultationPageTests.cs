using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Consultations;

public sealed class ConsultationPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_telephone_number_is_refused_beside_the_field_by_its_kind_and_nothing_of_it_is_kept()
    {
        var before = await CountAsync("consultations");
        var refused = await host.As("ngo.haven").AskAsync(("Input.Question", Asking.Question + " She is on 070-174 06 77."));

        Assert.Equal(["The text seems to contain a telephone number. Remove it: personal details must not be disclosed in an anonymous consultation."], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector("#Input_Question-error"));
        Assert.Contains("070-174 06 77", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync("consultations"));
        Assert.Equal("why=AConsultationNamesNobody\npage=/Consultations/Ask\nkind=Telephone",
            await host.AskAsync<string>($"SELECT payload AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Rule' AND role = 'NgoWorker' AND payload LIKE '%kind=Telephone%'"));

        var swedish = await host.As("ngo.haven", "sv").AskAsync(("Input.Question", Asking.Question + " Mejl: namn@kommun.se"));
        Assert.Equal(["Texten verkar innehålla en e-postadress. Ta bort det: personuppgifter får inte röjas vid anonym konsultation."], swedish.Errors);
    }

    [Fact]
    public async Task A_draft_with_a_number_is_not_kept_either()
    {
        var before = await CountAsync("consultation_texts");
        var refused = await host.As("ngo.haven").AskAsync(("Input.Question", "640823-3234"), ("save", "yes"));

        Assert.Contains("a personal or coordination number", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync("consultation_texts"));
    }

    [Fact]
    public async Task What_may_be_a_name_asks_for_a_tick_and_is_then_sent()
    {
        var haven = host.As("ngo.haven");
        var doubted = await haven.AskAsync(("Input.Question", Asking.Question + " Her name is Zzyzx."));
        Assert.Contains("The text may contain a name.", Assert.Single(doubted.Errors), StringComparison.Ordinal);
        Assert.Contains("I have checked: no person can be recognised", doubted.Text, StringComparison.Ordinal);

        var sent = await haven.Submit(doubted, ("Input.Checked", "true"));
        Assert.Equal("The question waits for an answer", sent.Heading);
    }

    [Fact]
    public async Task The_name_of_somebody_in_an_own_case_is_refused_and_in_anybody_elses_only_doubted()
    {
        await host.OpenCaseAsync("sw.umea", (c, act) => c.RecordIdentity(new() { GivenName = "Quellinda", FamilyName = "Vantorp" }, "NONE", act));
        foreach (var written in (string[])["Quellinda is afraid.", "we met quellinda yesterday", "It is about Vantorps children.", "She is Q U E L L I N D A."])
            Assert.Contains("the name of somebody in your organisation’s cases", Assert.Single((await host.As("sw.umea").AskAsync(("Input.Question", $"{Asking.Question} {written}"), ("Input.Checked", "true"))).Errors), StringComparison.Ordinal);

        var elsewhere = await host.As("sw.malmo").AskAsync(("Input.Question", $"{Asking.Question} We met Quellinda."), ("Input.Checked", "true"));
        Assert.Equal("The question waits for an answer", elsewhere.Heading);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_a_draft_waits_unfinished_for_its_author_alone()
    {
        var lind = host.As("law.lind");
        var lacking = await lind.Submit(await lind.Get("/consultations/ask"), ("Input.Question", "Too short"));
        Assert.Equal(5, lacking.Errors.Count);

        var saved = await lind.Submit(lacking, ("save", "yes"));
        Assert.Equal("/consultations", saved.Address);
        var draft = await lind.Get(saved.Link("Draft without a subject"));
        Assert.Contains("Too short", draft.Text, StringComparison.Ordinal);
        var id = ConsultationId.Parse(draft.Address.Split('/')[2], null);
        foreach (var other in (string[])["nc.jamy", "sw.umea", "rc.syd"])
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(other).Get($"/consultations/{id}")).Status);
        Assert.Equal("The question waits for an answer", (await lind.Submit(draft, ("Input.Type", "Other"), ("Input.Region", "Norr"), ("Input.AgeGroup", "U18"), ("Input.WorldRegion", "Asia"), ("Input.Question", Asking.Question))).Heading);
        // The wording that was replaced is gone with its key.
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consultation_texts WHERE consultation_id = {id.Value}"));
    }

    [Fact]
    public async Task The_form_begins_empty_whatever_the_address_says()
    {
        var id = await host.OpenCaseAsync("sw.umea");
        var umea = host.As("sw.umea");
        var link = (await umea.Get($"/cases/{id}")).Link("Ask without personal details");
        Assert.Equal("/consultations/ask", link);

        var form = await umea.Get($"/consultations/ask?caseId={id}&Input.Question=from+the+case");
        Assert.Equal("", form.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain(id.ToString(), form.Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_role_reaches_its_own_pages_and_no_others()
    {
        var (national, regional, about) = (await host.AskedAsync("sw.umea"), await host.AskedAsync("sw.umea", ("Input.AskedOf", "Regional"), ("Input.Region", "Norr")), await host.AskedAsync("sw.umea", ("Input.Type", "Return"), ("Input.Region", "Syd")));
        (string Account, HttpStatusCode National, HttpStatusCode Regional, HttpStatusCode About)[] may =
        [
            ("sw.umea", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), ("nc.jamy", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK),
            ("rc.norr", HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), ("rc.syd", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), ("rc.mitt", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ("iom.hki", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), ("sw.malmo", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("il.polis", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ("admin", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("audit", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
        ];
        foreach (var (account, first, second, third) in may)
        {
            var browser = host.As(account);
            Assert.True((first, second, third) == ((await browser.Get($"/consultations/{national}")).Status, (await browser.Get($"/consultations/{regional}")).Status, (await browser.Get($"/consultations/{about}")).Status), account);
        }
        foreach (var (account, ask, list, desk) in ((string, HttpStatusCode, HttpStatusCode, HttpStatusCode)[])
            [
                ("sw.umea", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden), ("rc.norr", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), ("nc.jamy", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK),
                ("iom.hki", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), ("admin", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("audit", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ])
        {
            var browser = host.As(account);
            Assert.True((ask, list, desk) == ((await browser.Get("/consultations/ask")).Status, (await browser.Get("/consultations")).Status, (await browser.Get("/consultations/desk")).Status), account);
        }
        // What is the desk's is not the author's, and the other way round; each attempt is recorded.
        var refused = await CountAsync("audit_entries WHERE kind = 'Refused.Access'");
        foreach (var page in (string[])["take-on", "return", "answer"]) Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.umea").Get($"/consultations/{national}/{page}")).Status);
        foreach (var page in (string[])["edit", "withdraw", "close"]) Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/consultations/{national}/{page}")).Status);
        Assert.Equal(refused + 6, await CountAsync("audit_entries WHERE kind = 'Refused.Access'"));
    }

    [Fact]
    public async Task Whoever_answers_learns_what_kind_of_professional_asks_and_not_which()
    {
        var id = await host.AskedAsync("sw.dorotea", ("Input.AskedOf", "Regional"), ("Input.Region", "Norr"));
        foreach (var desk in (string[])["nc.jamy", "rc.norr"])
            foreach (var address in (string[])["/", "/consultations/desk", $"/consultations/{id}", $"/consultations/{id}/return", "/messages"])
            {
                var page = await host.As(desk).Get(address);
                Assert.DoesNotContain("Dorotea", page.Source, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Nils Persson", page.Source, StringComparison.Ordinal);
            }
        Assert.Contains("Social worker", (await host.As("nc.jamy").Get($"/consultations/{id}")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_returned_text_is_hidden_from_everybody_but_its_author_and_gone_when_it_is_sent_again()
    {
        var id = await host.AskedAsync("sw.malmo");
        Assert.Contains(Asking.Question, (await host.As("sw.malmo.chef").Get($"/consultations/{id}")).Text, StringComparison.Ordinal);
        var text = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.consultation_texts WHERE consultation_id = {id.Value}");

        await host.ReturnedAsync("nc.jamy", id);

        var desk = await host.As("nc.jamy").Get($"/consultations/{id}");
        Assert.Equal("The question was sent back", desk.Heading);
        Assert.DoesNotContain(Asking.Question, desk.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo.chef").Get($"/consultations/{id}")).Status);
        foreach (var (account, seen) in ((string, int)[])[("nc.jamy", 0), ("sw.malmo.chef", 0), ("sw.malmo", 1)])
            Assert.Equal((seen, seen), await host.DoAsync(account, async d => (await d.Db.Set<ConsultationText>().CountAsync(t => t.Id == text, Stopping), await d.Db.Set<ConsultationKey>().CountAsync(k => k.Id == text, Stopping))));

        var author = host.As("sw.malmo");
        Assert.Contains("Change your question and send it again", (await author.Get("/")).Text, StringComparison.Ordinal);
        var edit = await author.Get($"/consultations/{id}/edit");
        Assert.Contains("A name or a title", edit.Text, StringComparison.Ordinal);
        Assert.Contains(Asking.Question, edit.Text, StringComparison.Ordinal);
        await author.Submit(edit, ("Input.Question", "Who pays for housing in an acute situation?"));

        Assert.Equal("Submitted", await host.StatusAsync(id));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT (SELECT count(*) FROM pathway.consultation_texts WHERE id = {text}) + (SELECT count(*) FROM pathway.consultation_keys WHERE id = {text}) AS \"Value\""));
        Assert.Contains("Who pays for housing in an acute situation?", (await host.As("nc.jamy").Get($"/consultations/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync($"work_items WHERE source_id = '{id}' AND kind = 'RedactConsultation' AND closed_at IS NULL"));
    }

    [Fact]
    public async Task A_question_taken_on_leaves_the_other_desks_and_an_answered_one_leaves_all()
    {
        var id = await host.AskedAsync("sw.vasteras", ("Input.Type", "Return"), ("Input.Region", "Mitt"));
        Assert.Equal(2, await OpenWorkAsync(id));
        foreach (var desk in (string[])["nc.jamy", "iom.hki"])
        {
            Assert.Contains("Answer a question without personal details", (await host.As(desk).Get("/work")).Text, StringComparison.Ordinal);
            Assert.Contains("A question without personal details waits for an answer", (await host.As(desk).Get("/messages")).Text, StringComparison.Ordinal);
        }

        await host.TakenOnAsync("iom.hki", id);
        Assert.Equal(1, await OpenWorkAsync(id));
        Assert.Equal(await host.OrganisationAsync("iom.hki"), OrganisationId.From(await host.AskAsync<Guid>($"SELECT organisation_id AS \"Value\" FROM pathway.work_items WHERE source_id = {id.Value} AND closed_at IS NULL")));

        var answered = await host.AnsweredAsync("iom.hki", id, "Contact the regional coordinator first; nothing is decided by asking.");
        Assert.Equal("The question is answered", answered.Heading);
        Assert.Equal(0, await OpenWorkAsync(id));
        var author = host.As("sw.vasteras");
        Assert.Contains("Your question is answered", (await author.Get("/messages")).Text, StringComparison.Ordinal);
        var read = await author.Get($"/consultations/{id}");
        Assert.Contains("nothing is decided by asking", read.Text, StringComparison.Ordinal);
        Assert.Contains("IOM Finland", read.Text, StringComparison.Ordinal);
        Assert.Equal("/consultations", (await author.Submit(read, $"/consultations/{id}/close")).Address);
        Assert.Equal("Closed", await host.StatusAsync(id));
    }

    [Fact]
    public async Task A_question_that_was_answered_meanwhile_is_refused_in_the_laws_own_words()
    {
        var id = await host.AskedAsync("sw.umea");
        await host.TakenOnAsync("nc.jamy", id);
        var desk = host.As("nc.jamy");
        var late = await desk.Get($"/consultations/{id}/answer");
        await host.AnsweredAsync("nc.jamy", id);

        var refused = await desk.Submit(late, ("Input.Text", "Another answer."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["This is no longer possible. The question: Answered."], refused.Errors);
    }

    [Fact]
    public async Task What_was_withdrawn_is_destroyed_and_gone_from_the_desk()
    {
        var id = await host.AskedAsync("ma.mottagning");
        var author = host.As("ma.mottagning");
        await author.Submit(await author.Get($"/consultations/{id}/withdraw"));

        Assert.Equal("Withdrawn", await host.StatusAsync(id));
        Assert.Equal(0, await CountAsync($"consultation_texts WHERE consultation_id = '{id}'"));
        Assert.Equal(0, await OpenWorkAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("nc.jamy").Get($"/consultations/{id}")).Status);
    }

    [Fact]
    public async Task An_answer_is_closed_after_thirty_days_and_erased_after_two_years()
    {
        var sweeper = host.Services.GetRequiredService<Sweeper>();
        var began = host.Clock.GetUtcNow();
        var id = await host.AskedAsync("sw.norrkoping");
        await host.TakenOnAsync("nc.jamy", id);
        await host.AnsweredAsync("nc.jamy", id);

        host.Clock.Set(began.AddDays(29));
        Assert.True(await sweeper.SweepAsync(Stopping));
        Assert.Equal("Answered", await host.StatusAsync(id));
        host.Clock.Set(began.AddDays(30));
        Assert.True(await sweeper.SweepAsync(Stopping));
        Assert.Equal("Closed", await host.StatusAsync(id));
        Assert.Equal(1, await CountAsync($"audit_entries WHERE record_id = '{id}' AND kind = 'ConsultationClosed' AND role = 'System'"));

        host.Clock.Set(began.AddDays(30).AddYears(2));
        Assert.True(await sweeper.SweepAsync(Stopping));
        Assert.Equal(2, await CountAsync($"consultation_texts WHERE consultation_id = '{id}'"));
        host.Clock.Set(began.AddDays(31).AddYears(2));
        Assert.True(await sweeper.SweepAsync(Stopping));
        Assert.Equal(0, await CountAsync($"consultation_texts WHERE consultation_id = '{id}'"));
        Assert.Equal(1, await CountAsync($"consultations WHERE id = '{id}'"));
        host.Clock.Set(began);
    }

    [Fact]
    public async Task A_question_leaves_no_word_in_record_notice_letter_or_dump()
    {
        const string Planted = "Xqplanted";
        var id = await host.AskedAsync("il.polis", ("Input.Question", $"{Asking.Question} {Planted}one"), ("Input.Checked", "true"));
        await host.As("il.polis").AskAsync(("Input.Question", $"{Asking.Question} {Planted}two +46 70 174 06 88"));
        await host.TakenOnAsync("nc.jamy", id);
        await host.AnsweredAsync("nc.jamy", id, $"An answer, {Planted}three.");
        Assert.Contains($"{Planted}three", (await host.As("il.polis").Get($"/consultations/{id}")).Text, StringComparison.Ordinal);

        var dump = await host.DumpAsync();

        Assert.Contains("consultation_texts", dump, StringComparison.Ordinal);
        Assert.Contains("ConsultationAnswered", dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("174 06 88", dump, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync($"audit_entries WHERE record_id = '{id}' AND (case_id IS NOT NULL OR payload LIKE '%{Planted}%')"));
    }

    [Theory]
    [InlineData("a question in somebody else's name", "INSERT INTO pathway.consultations (id, reference, author, author_role, organisation_id, status, asked_of, urgency, drafted_at, changed_at, returned_because, recommended_entries, revision) VALUES (gen_random_uuid(), 'K-2026-999999', gen_random_uuid(), 'SocialWorker', gen_random_uuid(), 'Draft', 'National', 'Normal', now(), now(), '{}', '{}', 0)")]
    [InlineData("a text in somebody else's question", "INSERT INTO pathway.consultation_texts (id, consultation_id, kind, written_by, written_at, text) VALUES (gen_random_uuid(), gen_random_uuid(), 'Question', pathway.person(), now(), '')")]
    public async Task What_is_forged_is_refused_by_the_database(string what, string statement)
    {
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.DoAsync("sw.umea", async d =>
        {
            await using var command = d.Db.Database.GetDbConnection().CreateCommand();
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(d.Db.Database.CurrentTransaction!);
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(Stopping);
        }));
        Assert.True(refused.SqlState == "42501", $"{what}: {refused.SqlState} {refused.MessageText}");
    }

    private Task<long> OpenWorkAsync(ConsultationId id) => CountAsync($"work_items WHERE source_id = '{id}' AND closed_at IS NULL");

#pragma warning disable EF1002 // Ids of this test, and nothing that anybody typed.
    private Task<long> CountAsync(string what) => host.LookAsync(db => db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM pathway.{what}").SingleAsync(Stopping));
#pragma warning restore EF1002
}
