using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReferralPathway.Web.Tests.Look;

public sealed class RenderingTests(LookHost host) : IClassFixture<LookHost>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sv", false)]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task Everything_is_tied_together_by_ids_that_exist_once(string language, bool withErrors)
    {
        using var browser = host.Browser(language);
        var page = withErrors ? await Post(browser, []) : await Get(browser);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var attribute in new[] { "for", "aria-describedby", "aria-labelledby", "aria-controls", "data-reveals" })
            Assert.All(page.QuerySelectorAll($"[{attribute}]"), element => Assert.Empty(element.GetAttribute(attribute)!.Split(' ').Except(ids)));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), control => Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']")));
    }

    [Fact]
    public async Task No_page_carries_inline_code_or_style()
    {
        using var browser = host.Browser();
        var page = await Get(browser);
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_stays_even_when_it_is_no_date()
    {
        using var browser = host.Browser("en");
        var page = await Post(browser, [("Input.Checked", "31 mars <b>"), ("Input.Words", "\nline two"), ("Input.Cost", "twelve"), ("Input.Municipality", "0180"), ("Input.Direct", "only")]);

        var field = (IHtmlInputElement)page.GetElementById("Input_Checked")!;
        Assert.Equal("31 mars <b>", field.Value);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("Input_Checked-hint Input_Checked-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("Error: Enter a real date as yyyy-mm-dd, for example 2026-03-16.", page.GetElementById("Input_Checked-error")!.TextContent.Trim());
        Assert.Equal("\nline two", ((IHtmlTextAreaElement)page.GetElementById("Input_Words")!).Value);
        Assert.Equal("twelve", ((IHtmlInputElement)page.GetElementById("Input_Cost")!).Value);
        Assert.DoesNotContain("twelve", page.GetElementById("Input_Cost-error")!.TextContent);
        Assert.Equal("0180", ((IHtmlSelectElement)page.GetElementById("Input_Municipality")!).Value);
        Assert.Equal("only", page.QuerySelector("input[name='Input.Direct'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_day_without_hyphens_is_read()
    {
        using var browser = host.Browser("en");
        var page = await Post(browser, [("Input.Checked", " 20260316 ")]);
        Assert.Null(page.GetElementById("Input_Checked-error"));
    }

    [Fact]
    public async Task Ticks_stay_as_they_were_set()
    {
        using var browser = host.Browser();
        var page = await Post(browser, [("Input.Needs", "care"), ("Input.Needs", "words"), ("Input.Informed", "true")]);
        Assert.Equal(["care", "words"], page.QuerySelectorAll("input[name='Input.Needs'][checked]").Select(box => box.GetAttribute("value")));
        Assert.True(((IHtmlInputElement)page.GetElementById("Input_Informed")!).IsChecked);
    }

    [Fact]
    public async Task Ticks_that_were_all_taken_away_stay_away()
    {
        using var browser = host.Browser();
        var page = await Post(browser, []);
        Assert.Empty(page.QuerySelectorAll("input[name='Input.Needs'][checked]"));
    }

    [Fact]
    public async Task The_error_summary_comes_first_in_the_order_of_the_questions_and_leads_to_them()
    {
        using var browser = host.Browser("en");
        var page = await Post(browser, [("Input.Checked", "2026-03-26")]);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var summary = page.QuerySelector("main > .govuk-error-summary")!;
        Assert.Same(page.QuerySelector("main")!.Children.First(child => !child.ClassList.Contains("rp-printonly")), summary);
        Assert.Equal("Three answers need another look", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(["#Input_Phone", "#Input_Message", "#Input_Checked"], summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Last checked on cannot be later than today (2026-03-16).", summary.QuerySelectorAll("a")[^1].TextContent);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        using var browser = host.Browser();
        var page = await Post(browser, [("Input.Password", "correct horse")]);
        Assert.False(page.GetElementById("Input_Password")!.HasAttribute("value"));
        Assert.DoesNotContain("correct horse", page.Source.Text);
    }

    [Fact]
    public async Task A_form_carries_the_act_the_revision_and_the_guard_against_forgery()
    {
        using var browser = host.Browser();
        var (one, two) = (await Get(browser), await Get(browser));
        Assert.Equal("7", Hidden(one, "revision"));
        Assert.NotEqual(Guid.Parse(Hidden(one, "act")), Guid.Parse(Hidden(two, "act")));
        Assert.NotEmpty(Hidden(one, "__RequestVerificationToken"));
        Assert.Equal("post", one.QuerySelector("main form")!.GetAttribute("method"));
    }

    [Fact]
    public async Task What_a_person_wrote_cannot_become_markup()
    {
        using var browser = host.Browser();
        var page = await Post(browser, [("Input.Times", "\"><img src=x onerror=alert(1)>"), ("Input.Words", "</textarea><script>1</script>")]);
        Assert.Empty(page.QuerySelectorAll("main img, main script"));
        Assert.Equal("</textarea><script>1</script>", ((IHtmlTextAreaElement)page.GetElementById("Input_Words")!).Value);
    }

    [Fact]
    public async Task A_chip_is_amber_within_seven_days_ringed_when_late_and_grey_when_others_act()
    {
        using var browser = host.Browser("en");
        var rows = (await Get(browser)).QuerySelectorAll(".rp-row").ToDictionary(row => row.QuerySelector("h3")!.TextContent, row => row.QuerySelector(".rp-due")!.ClassName);
        Assert.Equal("rp-due rp-due--now", rows["Check the safe contact again"]);
        Assert.Equal("rp-due", rows["Talk about what comes after the reflection period"]);
        Assert.Equal("rp-due", rows["Decision on reflection period"]);
        var chips = (await Get(browser)).QuerySelectorAll("aside .rp-due").Select(chip => chip.ClassName).ToList();
        Assert.Equal(["rp-due rp-due--now", "rp-due rp-due--soon", "rp-due", "rp-due"], chips);
    }

    private static string Hidden(IHtmlDocument page, string name) => page.QuerySelector($"main form input[type=hidden][name='{name}']")!.GetAttribute("value")!;

    private static async Task<IHtmlDocument> Get(HttpClient browser)
    {
        using var response = await browser.GetAsync("/sample/look", Stop);
        response.EnsureSuccessStatusCode();
        return await LookHost.Read(response);
    }

    private static async Task<IHtmlDocument> Post(HttpClient browser, (string Name, string Value)[] answers)
    {
        var form = await Get(browser);
        using var content = new FormUrlEncodedContent([.. answers.Append(("__RequestVerificationToken", Hidden(form, "__RequestVerificationToken"))).Select(answer => KeyValuePair.Create(answer.Item1, answer.Item2))]);
        using var response = await browser.PostAsync("/sample/look", content, Stop);
        response.EnsureSuccessStatusCode();
        return await LookHost.Read(response);
    }
}
