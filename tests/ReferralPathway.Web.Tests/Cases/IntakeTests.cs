using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class IntakeTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private Browser Worker { get; } = host.As("sw.umea");

    [Fact]
    public async Task Seven_answers_without_a_name_make_a_case()
    {
        var address = await A.CaseAsync(Worker);
        var id = Guid.Parse(address["/cases/".Length..]);

        Assert.Equal("Open", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.cases WHERE id = {id}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'CaseOpened'"));
        Assert.Equal(6, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'FactsRecorded'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.identity_versions WHERE case_id = {id}"));
    }

    [Fact]
    public async Task A_draft_is_left_and_taken_up_again()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/detected"), ("Input.On", "2026-03-01"), ("Input.By", "SHELTER"), ("Input.Municipality", "0581"));

        var list = await Worker.Get($"{address}/intake");
        Assert.Contains("1 of 7 parts done", list.Text, StringComparison.Ordinal);
        Assert.Contains("1 March 2026, Shelters (for abused women), Norrköping", list.Text, StringComparison.Ordinal);
        var again = await Worker.Get($"{address}/intake/detected");
        Assert.Equal("2026-03-01", Value(again, "Input.On"));
        Assert.Equal("0581", Value(again, "Input.Municipality"));
        Assert.Contains("coordination region Öst", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_with_something_unanswered_is_not_opened()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/danger"), ("Input.Acute", "No"));

        var check = await Worker.Get($"{address}/intake/check");
        Assert.Contains("Still without an answer", check.Text, StringComparison.Ordinal);
        var before = await RefusedAsync();
        var refused = await Worker.Submit(check);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Some of the seven required parts are not answered yet. Answer them, then open the case.", refused.Errors);
        Assert.Equal(before + 1, await RefusedAsync());
    }

    private Task<long> RefusedAsync() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Rule' AND payload LIKE {"%" + Rule.IntakeIsComplete.Name + "%"}");

    [Fact]
    public async Task What_cannot_be_saved_stays_on_the_form_with_a_sentence_beside_each_field()
    {
        var address = await A.DraftAsync(Worker);
        var form = await Worker.Get($"{address}/intake/safe-contact");
        var shown = await Worker.Submit(form, ("Input.Direct", "Yes"), ("Input.Phone", "ring her"), ("Input.Email", "not an address"), ("Input.WordsToUse", "Say the dentist"), ("Input.DeviceWatched", "Unknown"), ("Input.LastCheckedOn", "2026-03-26"));

        Assert.Equal(
            [
                "Write the phone number with country code, for example +46 70 123 45 67.", "Enter whether a message may be left.",
                "Last checked on cannot be later than today (2026-03-16).", "Write an e-mail address, for example name@kommun.se.",
            ],
            shown.Errors);
        Assert.Equal("ring her", Value(shown, "Input.Phone"));
        Assert.Equal("2026-03-26", Value(shown, "Input.LastCheckedOn"));
        Assert.Contains("Say the dentist", shown.Source, StringComparison.Ordinal);

        var unreadable = await Worker.Submit(shown, ("Input.LastCheckedOn", "30 February"));
        Assert.Contains("Enter a real date as yyyy-mm-dd, for example 2026-03-16.", unreadable.Errors);
        Assert.Equal("30 February", Value(unreadable, "Input.LastCheckedOn"));
    }

    [Fact]
    public async Task A_safe_phone_number_is_kept_with_its_country_code()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/safe-contact"),
            ("Input.Direct", "Yes"), ("Input.Phone", "070-123 45 67"), ("Input.Message", "No"), ("Input.DeviceWatched", "Yes"), ("Input.WordsNeverToUse", "police"));

        var again = await Worker.Get($"{address}/intake/safe-contact");
        Assert.Equal("+46701234567", Value(again, "Input.Phone"));
        Assert.Contains("police", again.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", "Write the number as YYYYMMDD-NNNN. If the person has none, leave it empty.")]
    [InlineData("6408233", "Write the number as YYYYMMDD-NNNN. If the person has none, leave it empty.")]
    [InlineData("640823-3235", "The last digit does not match. Check the number with the person; do not guess.")]
    [InlineData("19900230-1234", "The first eight digits are not a possible date of birth.")]
    [InlineData("750231-0241", "The first eight digits are not a possible date of birth.")]
    public async Task A_personal_number_that_cannot_be_is_not_kept(string typed, string said)
    {
        var address = await A.DraftAsync(Worker);
        var page = await Worker.Get($"{address}/intake/identity");
        Assert.Contains("2018:218, 3:10", page.Text, StringComparison.Ordinal);
        var shown = await Worker.Submit(page, ("Input.PersonalNumber", typed), ("Input.GivenName", "Kept"));

        Assert.Equal([said], shown.Errors);
        Assert.Equal(typed, Value(shown, "Input.PersonalNumber"));
        Assert.Equal("Kept", Value(shown, "Input.GivenName"));
    }

    [Theory]
    [InlineData("640823-3234", "19640823-3234", "1964-08-23")]
    [InlineData("18900101-9802", "18900101-9802", "1890-01-01")]
    [InlineData("701063-2391", "19701063-2391", "1970-10-03")]
    public async Task A_personal_number_is_kept_with_twelve_digits_and_gives_the_birth_date(string typed, string kept, string birth)
    {
        var address = await A.DraftAsync(Worker);
        var saved = await Worker.Submit(await Worker.Get($"{address}/intake/identity"), ("Input.PersonalNumber", typed), ("Input.GivenName", "Ana"), ("Input.Documents[0].Kind", "Passport"), ("Input.Documents[0].Number", "xy12345"), ("Input.Documents[0].HeldBy", "Exploiter"));

        Assert.Empty(saved.Errors);
        var again = await Worker.Get($"{address}/intake/identity");
        Assert.Equal(kept, Value(again, "Input.PersonalNumber"));
        Assert.Equal(birth, Value(again, "Input.BirthDate"));
        Assert.Equal("XY12345", Value(again, "Input.Documents[0].Number"));
        var id = Guid.Parse(address["/cases/".Length..]);
        Assert.True(await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'Read.Identity'") >= 2);
    }

    [Fact]
    public async Task A_birth_date_says_the_age_group_and_an_uncertain_age_is_treated_as_a_childs()
    {
        var address = await A.DraftAsync(Worker);
        var page = await Worker.Get($"{address}/intake/person");
        await Worker.Submit(page, ("Input.Gender", "F"), ("Input.BirthDate", "2009-03-17"), ("Input.Unaccompanied", "Yes"), ("Input.Interpreter", "No"));
        Assert.Equal("15-17", await AgeGroup(address));
        Assert.Contains("Send a report of concern to the social board at once. It needs no consent.", (await Worker.Get($"{address}/intake")).Text, StringComparison.Ordinal);

        page = await Worker.Get($"{address}/intake/person");
        Assert.Equal("2009-03-17", Value(page, "Input.BirthDate"));
        await Worker.Submit(page, ("Input.BirthDate", "2000-01-01"));
        Assert.Equal("25-34", await AgeGroup(address));

        page = await Worker.Get($"{address}/intake/person");
        await Worker.Submit(page, ("Input.AgeUncertain", "true"), ("Input.Unaccompanied", "Unknown"));
        Assert.Equal("UNCERTAIN", await AgeGroup(address));
        Assert.Equal("NOT_REQUIRED_CHILD", (await Worker.Get($"{address}/intake/exploitation")).Document.QuerySelector("input[name='Input.Means'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_child_is_asked_for_and_an_interpreter_needs_a_language()
    {
        var address = await A.DraftAsync(Worker);
        var shown = await Worker.Submit(await Worker.Get($"{address}/intake/person"), ("Input.Gender", "M"), ("Input.AgeGroup", "12-14"), ("Input.Interpreter", "Yes"), ("Input.Children", "21"));
        Assert.Equal(["Enter whether the child is without a parent or guardian.", "Enter language.", "Write a number from 0 to 20."], shown.Errors);
    }

    [Fact]
    public async Task A_permit_has_a_last_day_and_a_period_runs_forward()
    {
        var address = await A.DraftAsync(Worker);
        var status = await Worker.Submit(await Worker.Get($"{address}/intake/legal-status"), ("Input.Status", "TRP"));
        Assert.Equal(["Enter last day of the permit or period."], status.Errors);

        var period = await Worker.Submit(await Worker.Get($"{address}/intake/exploitation"), ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.From", "2025-11"), ("Input.To", "2025-03"));
        Assert.Equal(["Until must be on or after from (2025-11)."], period.Errors);
        var unreadable = await Worker.Submit(period, ("Input.From", "last year"), ("Input.To", "2027"));
        Assert.Equal(["Write a year, or a year and a month, for example 2025 or 2025-11.", "Until cannot be later than today (2026-03-16)."], unreadable.Errors);
    }

    [Fact]
    public async Task The_line_of_work_is_kept_only_for_exploitation_in_work()
    {
        var address = await A.DraftAsync(Worker);
        var refused = await Worker.Submit(await Worker.Get($"{address}/intake/exploitation"), ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Sectors", "CAR"), ("Input.Description", "Kept sealed"));
        Assert.Equal(["A sector belongs to exploitation in work. Choose such a type of exploitation, or untick the sector."], refused.Errors);
        await Worker.Submit(refused, ("Input.Types", "FORCED_LABOUR"));
        var check = await Worker.Get($"{address}/intake/check");
        Assert.Contains("Car wash or garage", check.Text, StringComparison.Ordinal);
        Assert.Contains("Kept sealed", check.Text, StringComparison.Ordinal);
        Assert.Contains("Sweden", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detection_in_the_future_is_refused_and_one_long_ago_is_questioned()
    {
        var address = await A.DraftAsync(Worker);
        var future = await Worker.Submit(await Worker.Get($"{address}/intake/detected"), ("Input.On", "2026-03-17"), ("Input.By", "OTHER"));
        Assert.Equal(["Detected on cannot be later than today (2026-03-16)."], future.Errors);
        var longAgo = await Worker.Submit(future, ("Input.On", "2016-03-15"));
        Assert.Contains("more than ten years ago", longAgo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_need_puts_the_telephone_before_the_form()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/danger"), ("Input.Acute", "Yes"));
        var list = await Worker.Get($"{address}/intake");
        Assert.Contains("tel:112", list.Links);
        Assert.Contains("tel:11414", list.Links);
        Assert.Contains("Social services on call", list.Text, StringComparison.Ordinal);
        Assert.Contains("Open now, until 16:30", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_opened_again_only_with_a_reason()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/health"), ("Input.Pregnant", "Yes"), ("Input.Note", "Needs a midwife"));

        var closed = await Worker.Get($"{address}/intake/health");
        Assert.DoesNotContain("midwife", closed.Source, StringComparison.Ordinal);
        var unsaid = await Worker.Submit(closed);
        Assert.Equal(["Enter why you open what is written."], unsaid.Errors);
        Assert.DoesNotContain("midwife", unsaid.Source, StringComparison.Ordinal);
        var open = await Worker.Submit(unsaid, ("Reason", "PersonAsked"));
        Assert.Contains("Needs a midwife", open.Source, StringComparison.Ordinal);
        var saved = await Worker.Submit(open, ("Input.Pregnant", "No"));
        Assert.Empty(saved.Errors);
        var id = Guid.Parse(address["/cases/".Length..]);
        Assert.True(await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'Read.Health' AND purpose = 'PersonAsked'") > 0);
    }

    [Fact]
    public async Task A_protected_person_has_no_initials_anywhere()
    {
        // The list begins with what changed last.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var address = await A.DraftAsync(Worker);
        var saved = await Worker.Submit(await Worker.Get($"{address}/intake/identity"), ("Input.GivenName", "Zenobia"), ("Input.FamilyName", "Quist"), ("Input.Protection", "SEKRETESSMARKERING"));
        Assert.Contains("shown as protected everywhere", saved.Text, StringComparison.Ordinal);
        var list = await Worker.Get("/cases");
        Assert.Contains("Protected person", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Z.Q.", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_and_loses_nothing()
    {
        var address = await A.DraftAsync(Worker);
        var slow = await Worker.Get($"{address}/intake/exploitation");
        await Worker.Submit(await Worker.Get($"{address}/intake/danger"), ("Input.Acute", "No"));
        var told = await Worker.Submit(slow, ("Input.Exposure", "THB"), ("Input.Types", "BEGGING"), ("Input.Description", "Typed with care"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Typed with care", told.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Worker.Submit(told)).Status);
        Assert.Contains("Begging", (await Worker.Get($"{address}/intake")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_case_is_corrected_on_the_same_pages()
    {
        var address = await A.CaseAsync(Worker);
        Assert.EndsWith("/intake", (await Worker.Get($"{address}/intake/check")).Address, StringComparison.Ordinal);
        var corrected = await Worker.Submit(await Worker.Get($"{address}/intake/legal-status"), ("Input.Status", "ASYLUM"));
        Assert.Equal(address, corrected.Address);
        Assert.Contains("Asylum seeker", (await Worker.Get($"{address}/intake")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/intake")]
    [InlineData("/intake/danger")]
    [InlineData("/intake/safe-contact")]
    [InlineData("/intake/detected")]
    [InlineData("/intake/exploitation")]
    [InlineData("/intake/person")]
    [InlineData("/intake/legal-status")]
    [InlineData("/intake/rights")]
    [InlineData("/intake/identity")]
    [InlineData("/intake/health")]
    [InlineData("/intake/check")]
    [InlineData("/indicators")]
    [InlineData("/indicators/DR")]
    public async Task Each_page_is_there_in_both_languages_and_for_nobody_else(string page)
    {
        var address = await A.DraftAsync(Worker);
        foreach (var language in new[] { "sv", "en" })
        {
            var shown = await host.As("sw.umea", language).Get(address + page);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Single(shown.Document.QuerySelectorAll("h1"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get(address + page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("admin").Get(address + page)).Status);
    }

    private async Task<string> AgeGroup(string address)
    {
        var id = Guid.Parse(address["/cases/".Length..]);
        return await host.AskAsync<string>($"SELECT f.age_group AS \"Value\" FROM pathway.cases c JOIN pathway.facts_versions f ON f.id = c.facts_id WHERE c.id = {id}");
    }

    private static string? Value(WebPage page, string name) => page.Document.QuerySelector($"[name='{name}']") switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value,
        { } field => field.GetAttribute("value"),
        null => null,
    };

    [Fact]
    public async Task What_was_asked_is_shown_to_whoever_reads_the_case()
    {
        var address = await A.CaseAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/detected"), ("Input.On", "2026-03-01"), ("Input.By", "SHELTER"), ("Input.Organisation", (await host.OrganisationAsync("ngo.haven")).ToString()));
        await Worker.Submit(await Worker.Get($"{address}/intake/person"), ("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "ro"), ("Input.Dialect", "Qxdialect"), ("Input.Interpreter", "Yes"),
            ("Input.InterpreterGender", "F"), ("Input.Children", "2"), ("Input.ChildrenAges", "0-11"));

        var shown = await Worker.Get(address);

        Assert.All(new[] { "Haven (NGO)", "Qxdialect", "A woman", "a woman as interpreter needed", "Accompanying children2: 0–11" }, word => Assert.Contains(word, shown.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_means_is_needed_against_a_child_once_the_age_is_known()
    {
        var address = await A.DraftAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/intake/exploitation"), ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Description", "Qxstory"));
        await Worker.Submit(await Worker.Get($"{address}/intake/person"), ("Input.Gender", "F"), ("Input.AgeGroup", "15-17"), ("Input.Unaccompanied", "No"), ("Input.Interpreter", "No"));

        var form = await Worker.Get($"{address}/intake/exploitation");

        Assert.Equal("NOT_REQUIRED_CHILD", form.Document.QuerySelector("input[name='Input.Means'][checked]")!.GetAttribute("value"));
        Assert.Contains("Qxstory", form.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_always_room_for_one_more()
    {
        var address = await A.DraftAsync(Worker);
        var more = new[] { "SE", "NO", "DK", "FI" };
        await Worker.Submit(await Worker.Get($"{address}/intake/exploitation"), [("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), .. more.Select((c, i) => ($"Input.Countries[{i}]", (string?)c))]);
        Assert.Equal(5, (await Worker.Get($"{address}/intake/exploitation")).Document.QuerySelectorAll("select[name^='Input.Countries']").Length);
    }

    [Theory]
    [InlineData("safe-contact", "Input.Phone", "+46 70 123 45 67")]
    [InlineData("detected", "Input.Municipality", "0581")]
    [InlineData("exploitation", "Input.Description", "Qxstory")]
    [InlineData("person", "Input.BirthDate", "1999-02-03")]
    [InlineData("legal-status", "Input.Status", "RP")]
    [InlineData("rights", "Input.Informed", "Yes")]
    public async Task A_part_that_lacks_answers_is_saved_as_begun_and_taken_up_again(string part, string field, string typed)
    {
        var address = await A.DraftAsync(Worker);
        var id = Guid.Parse(address["/cases/".Length..]);
        var form = await Worker.Get($"{address}/intake/{part}");

        var list = await Worker.Submit(form, (field, typed), ("later", "true"), ("Input.By", null), ("Input.Language", ""));

        Assert.Equal($"{address}/intake", list.Address);
        Assert.Equal(("Started", "0 of 7 parts done"), (list.Document.QuerySelector($"a[href$='/{part}']")!.Closest("li")!.QuerySelector(".govuk-tag")!.TextContent, list.Document.QuerySelector("#progress")!.TextContent));
        var again = await Worker.Get($"{address}/intake/{part}");
        Assert.Equal(typed, Value(again, field) is { } value && field is not ("Input.Status" or "Input.Informed") ? value : Chosen(again, field));
        // Nothing of it is recorded as an answer, nothing can be read, and the case is not opened.
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.begun_parts WHERE case_id = {id} AND position({System.Text.Encoding.UTF8.GetBytes(typed)} IN typed) = 0"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT (SELECT count(*) FROM pathway.facts_versions WHERE case_id = {id}) + (SELECT count(*) FROM pathway.safe_contact_versions WHERE case_id = {id}) + (SELECT count(*) FROM pathway.safe_contact_summaries WHERE case_id = {id}) + (SELECT count(*) FROM pathway.identity_versions WHERE case_id = {id}) + (SELECT count(*) FROM pathway.narrative_versions WHERE case_id = {id}) AS \"Value\""));
        var check = await Worker.Get($"{address}/intake/check");
        Assert.DoesNotContain(typed, check.Text, StringComparison.Ordinal);
        Assert.Contains($"{address}/intake/{part}", check.Links);
        Assert.Contains("Some of the seven required parts are not answered yet. Answer them, then open the case.", (await Worker.Submit(check)).Errors);
    }

    [Fact]
    public async Task What_is_wrong_is_said_also_when_the_rest_comes_later()
    {
        var address = await A.DraftAsync(Worker);
        var shown = await Worker.Submit(await Worker.Get($"{address}/intake/safe-contact"), ("Input.Phone", "ring her"), ("Input.LastCheckedOn", "2026-03-26"), ("later", "true"));

        Assert.Equal(["Write the phone number with country code, for example +46 70 123 45 67.", "Last checked on cannot be later than today (2026-03-16)."], shown.Errors);
        Assert.Equal("ring her", Value(shown, "Input.Phone"));
        Assert.Contains("To do", (await Worker.Get($"{address}/intake")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_begun_part_is_gone_when_it_is_answered_and_begun_again_it_is_unanswered()
    {
        var address = await A.DraftAsync(Worker);
        var id = Guid.Parse(address["/cases/".Length..]);
        Task<long> Begun() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.begun_parts WHERE case_id = {id}");
        await Worker.Submit(await Worker.Get($"{address}/intake/rights"), ("Input.Informed", "Yes"), ("Input.Language", ""), ("later", "true"));
        await Worker.Submit(await Worker.Get($"{address}/intake/rights"), ("Input.Language", ""), ("later", "true"));
        Assert.Equal(1, await Begun());

        var list = await Worker.Submit(await Worker.Get($"{address}/intake/rights"), ("Input.Language", "ro"), ("later", "true"));
        Assert.Contains("1 of 7 parts done", list.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Begun());

        list = await Worker.Submit(await Worker.Get($"{address}/intake/rights"), ("Input.Language", ""), ("later", "true"));
        Assert.Contains("0 of 7 parts done", list.Text, StringComparison.Ordinal);
        Assert.Equal("", Value(await Worker.Get($"{address}/intake/rights"), "Input.Language"));
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'PartBegun'"));
    }

    [Fact]
    public async Task In_an_open_case_a_part_is_saved_whole_or_not()
    {
        var address = await A.CaseAsync(Worker);
        var form = await Worker.Get($"{address}/intake/rights");
        Assert.Empty(form.Document.QuerySelectorAll("button[name=later]"));

        var shown = await Worker.Submit(form, ("Input.Informed", "Yes"), ("Input.Language", ""), ("later", "true"));

        Assert.Single(shown.Errors);
    }

    private static string? Chosen(WebPage page, string name) => page.Document.QuerySelector($"[name='{name}'][checked]")?.GetAttribute("value") ?? page.Document.QuerySelector($"textarea[name='{name}']")?.TextContent;

    [Theory]
    [InlineData("legal-status", "Input_ValidTo", "Input.Status", "RP")]
    [InlineData("person", "Input_Languages_0_", "Input.Interpreter", "Yes")]
    public async Task A_field_that_is_not_needed_says_so(string part, string field, string asks, string answer)
    {
        var address = await A.DraftAsync(Worker);
        var form = await Worker.Get($"{address}/intake/{part}");
        Assert.Contains("(optional)", form.Document.QuerySelector($"label[for='{field}']")!.TextContent, StringComparison.Ordinal);
        var needed = await Worker.Submit(form, (asks, answer));
        Assert.DoesNotContain("(optional)", needed.Document.QuerySelector($"label[for='{field}']")!.TextContent, StringComparison.Ordinal);
    }
}
