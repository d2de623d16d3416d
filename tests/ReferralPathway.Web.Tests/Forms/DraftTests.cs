using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Forms;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Forms;

/// <summary>What is typed into a form is kept until it is sent, for its author alone. The script's part is in the browser's tests.</summary>
public sealed class DraftTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Said = "Råkade säga \"nej\" & gick";

    [Fact]
    public async Task What_was_typed_and_not_sent_stands_in_the_form_again()
    {
        var (worker, form) = await BegunAsync("sw.umea");
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(worker, form, ("Input.Description", Said), ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Types", "FORCED_LABOUR"))).StatusCode);

        var again = await worker.Get(form.Address);

        Assert.Contains("without sending it", again.Text, StringComparison.Ordinal);
        Assert.Empty(again.Errors);
        Assert.DoesNotContain("Error:", again.Document.Title, StringComparison.Ordinal);
        Assert.Equal(Said, again.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Description']")?.Value);
        Assert.Equal(["SEXUAL", "FORCED_LABOUR"], again.Document.QuerySelectorAll<IHtmlInputElement>("[name='Input.Types']").Where(i => i.IsChecked).Select(i => i.Value).Order().Reverse());
        Assert.True(again.Document.QuerySelector<IHtmlInputElement>("[name='Input.Exposure'][value='THB']")!.IsChecked);
        // It is no answer yet.
        Assert.DoesNotContain("gick", (await worker.Get(form.Address.Replace("/intake/exploitation", "/intake", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.form_drafts WHERE encode(box, 'escape') LIKE '%gick%'"));
    }

    [Fact]
    public async Task What_is_emptied_or_unticked_in_a_draft_stays_so()
    {
        var (worker, form) = await BegunAsync("sw.umea");
        await worker.Submit(form, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"), ("Input.Description", "Told in full"));
        form = await worker.Get(form.Address);
        Assert.Contains("Told in full", form.Source, StringComparison.Ordinal);

        await SaveAsync(worker, form, ("Input.Description", ""), ("Input.Types", ""));

        var again = await worker.Get(form.Address);
        Assert.DoesNotContain("Told in full", again.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Document.QuerySelectorAll<IHtmlInputElement>("[name='Input.Types']"), i => i.IsChecked);
    }

    [Fact]
    public async Task A_form_that_is_sent_leaves_no_draft_and_one_with_an_error_keeps_it()
    {
        var (worker, form) = await BegunAsync("ngo.haven");
        await SaveAsync(worker, form, ("Input.Description", Said));
        var again = await worker.Get(form.Address);

        var wrong = await worker.Submit(again, ("Input.Exposure", null));
        Assert.NotEmpty(wrong.Errors);
        Assert.Equal(1, await DraftsAsync(form.Address));
        var sent = await worker.Submit(wrong, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"));

        Assert.Empty(sent.Errors);
        Assert.Equal(0, await DraftsAsync(form.Address));
        // A save that arrives after the form was sent has come too late.
        await SaveAsync(worker, form, "late", wrong, ("Input.Description", "late"));
        Assert.Equal(0, await DraftsAsync(form.Address));
    }

    [Fact]
    public async Task Two_tabs_keep_a_draft_each()
    {
        var (worker, one) = await BegunAsync("ngo.haven");
        var other = await worker.Get(one.Address);
        await SaveAsync(worker, one, ("Input.Description", "In the first tab"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(worker, other, ("Input.Description", "In the second tab"));

        var newest = await worker.Get(one.Address);
        Assert.Equal("In the second tab", newest.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Description']")?.Value);
        Assert.Contains("one more draft", newest.Text, StringComparison.Ordinal);
        // The second tab is written on after its draft was taken up in a third: sending the third does not take that away.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(worker, other, ("Input.Description", "Further in the second tab"));
        await worker.Submit(newest, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"));
        var further = await worker.Get(one.Address);
        Assert.Equal("Further in the second tab", further.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Description']")?.Value);

        var without = await worker.Submit(further, "/drafts/forget");
        Assert.Equal("In the first tab", without.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Description']")?.Value);
    }

    [Fact]
    public async Task Of_very_many_drafts_the_oldest_go_and_nobody_elses()
    {
        var (other, theirs) = await BegunAsync("sw.umea");
        await SaveAsync(other, theirs, ("Input.Description", Said));
        var (worker, form) = await BegunAsync("sw.norrkoping");
        await SaveAsync(worker, form, ("Input.Description", "the oldest"));
        for (var n = 1; n < Drafts.Most; n++) await AnotherAsync(n);
        Assert.Equal(1, await DraftsAsync(form.Address));
        await AnotherAsync(Drafts.Most);

        Assert.Equal(0, await DraftsAsync(form.Address));
        Assert.Equal(Drafts.Most, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.form_drafts WHERE address LIKE '/somewhere/%'"));
        Assert.Equal(1, await DraftsAsync(theirs.Address));

        async Task AnotherAsync(int n)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            using var saved = await PostAsync(worker, form, "/drafts", ("draft", $"{Guid.NewGuid()}"), ("of", $"{Guid.NewGuid()}"), ("form", "form"), ("page", $"/somewhere/{n}"), ("Input.Description", Said));
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_else_reads_changes_or_throws_away_a_draft()
    {
        var (worker, form) = await BegunAsync("sw.umea");
        await SaveAsync(worker, form, ("Input.Description", Said));
        var id = form.Document.QuerySelector<IHtmlInputElement>("form [name=draft]")!.Value;

        foreach (var other in new[] { "sw.malmo.chef", "sw.malmo", "admin" })
        {
            var browser = host.As(other);
            var page = await browser.Get("/account");
            Assert.DoesNotContain(Said, (await browser.Get(form.Address)).Source, StringComparison.Ordinal);
            await PostAsync(browser, page, "/drafts/forget", ("draft", id));
            using var saved = await PostAsync(browser, page, "/drafts", ("draft", id), ("of", $"{Guid.NewGuid()}"), ("form", "form"), ("page", form.Address), ("Input.Description", "theirs"));
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        Assert.Equal(Said, (await worker.Get(form.Address)).Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.Description']")?.Value);
    }

    [Fact]
    public async Task Neither_a_password_nor_an_address_nor_a_search_is_kept()
    {
        var (worker, form) = await BegunAsync("sw.umea");
        await SaveAsync(worker, form, ("Input.Description", Said), ("Input.NewPassword", "canary of a password"));
        var (id, box) = await host.LookAsync(async db => (await db.Set<FormDraft>().Where(d => d.Address == form.Address).ToListAsync()).Select(d => (d.Id, d.Box)).Single());
        var kept = Encoding.UTF8.GetString(host.Services.GetRequiredService<InstallationKeys>().Open(InstallationKeys.Accounts, box, $"form-draft/{id}/{form.Address}"));
        Assert.Contains("gick", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary of a password", kept, StringComparison.Ordinal);

        foreach (var address in new[] { "/cases", "/cases/start", "/account/password", form.Address.Replace("/intake/exploitation", "/whereabouts/record", StringComparison.Ordinal) })
            Assert.Null((await worker.Get(address)).Document.QuerySelector("form[data-draft]"));
    }

    private async Task<(Browser Worker, WebPage Form)> BegunAsync(string account)
    {
        var worker = host.As(account);
        var form = await worker.Get($"/cases/{await worker.DraftsCaseAsync()}/intake/exploitation");
        Assert.NotNull(form.Document.QuerySelector("form[data-draft]"));
        return (worker, form);
    }

    /// <summary>As the script does: the fields of the form as they now are.</summary>
    private static Task<HttpResponseMessage> SaveAsync(Browser browser, WebPage page, params (string Name, string? Value)[] fields) => SaveAsync(browser, page, "form", page, fields);

    private static Task<HttpResponseMessage> SaveAsync(Browser browser, WebPage page, string form, WebPage of, params (string Name, string? Value)[] fields)
    {
        string Hidden(WebPage on, string name) => on.Document.QuerySelector<IHtmlInputElement>($"form[data-draft] [name={name}]")!.Value;
        return PostAsync(browser, page, "/drafts", [("draft", Hidden(page, "draft")), ("of", Hidden(of, "act")), ("form", form), ("page", page.Address), .. fields]);
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, WebPage page, string address, params (string Name, string? Value)[] fields)
    {
        var token = page.Document.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value ?? "")), new("__RequestVerificationToken", token)]);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private Task<long> DraftsAsync(string address) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.form_drafts WHERE address = {address}");
}
