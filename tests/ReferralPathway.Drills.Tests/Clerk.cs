using System.Globalization;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Drills.Tests;

/// <summary>A social worker who opens one case after another and refers each, whatever is killed meanwhile.</summary>
internal sealed class Clerk
{
    private readonly OrganisationId _recipient;

    private Clerk(Browser browser, Patience patience, OrganisationId recipient) => (Browser, Patience, _recipient) = (browser, patience, recipient);

    public Browser Browser { get; }

    public Patience Patience { get; }

    /// <summary>Cases that were begun, opened and referred, as far as this person was told.</summary>
    public List<CaseId> Begun { get; } = [];

    public List<CaseId> Opened { get; } = [];

    public List<CaseId> Referred { get; } = [];

    /// <summary>Signs in with password and code, as everybody has to.</summary>
    /// <param name="recipient">Who gets the referrals.</param>
    public static Task<Clerk> SignInAsync(string account, OrganisationId recipient, params Uri[] instances) => SignInAsync(account, recipient, new Patience(instances));

    public static async Task<Clerk> SignInAsync(string account, OrganisationId recipient, Patience patience)
    {
        var browser = new Browser(new HttpClient(patience) { BaseAddress = new("http://localhost"), DefaultRequestHeaders = { { "Accept-Language", "en" } }, Timeout = Timeout.InfiniteTimeSpan });
        var page = await browser.Submit(await browser.Get("/sign-in"), ("Email", $"{account}@sample.example"), ("Password", Template.Password));
        var key = Key(page.Document.QuerySelector("main .rp-num")?.TextContent ?? throw new InvalidOperationException($"{account}: {page.Address} {page.Text}"));
        await browser.Submit(page, ("Code", SecondFactors.CodeAt(key, SecondFactors.StepAt(TimeProvider.System.GetUtcNow()))));
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        // Whoever is not signed in yet does no act.
        patience.Acknowledged.Clear();
        return new(browser, patience, recipient);
    }

    /// <summary>Works until told to stop, and finishes the case in hand.</summary>
    public async Task WorkAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested) await OpenAndReferAsync();
    }

    public async Task OpenAndReferAsync(params (string Page, (string Name, string? Value)[] Answers)[] instead)
    {
        var today = SwedishCalendar.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var id = await Browser.AnswersIntakeAsync(today, instead);
        Begun.Add(id);
        var opened = await Browser.Submit(await Browser.Get($"/cases/{id}/intake/check"));
        Assert.Equal($"/cases/{id}", opened.Address);
        Opened.Add(id);
        Assert.Empty((await Browser.RecordsConsentAsync(id, _recipient)).Errors);
        var referred = await Browser.RefersAsync(id, _recipient);
        Assert.Empty(referred.Errors);
        Referred.Add(id);
    }

    /// <summary>Base 32, as it stands on the page.</summary>
    private static byte[] Key(string spelled)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = spelled.Where(alphabet.Contains).Select(letter => alphabet.IndexOf(letter, StringComparison.Ordinal)).ToList();
        var key = new byte[bits.Count * 5 / 8];
        for (var bit = 0; bit < key.Length * 8; bit++)
            if ((bits[bit / 5] >> (4 - bit % 5) & 1) == 1) key[bit / 8] |= (byte)(0x80 >> bit % 8);
        return key;
    }
}
