using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Somebody who follows every link there is for them, and then looks at each page.</summary>
internal sealed partial class Walker(SampleHost host, string? account)
{
    /// <summary>One of each role, and managers; null is somebody who has not signed in. The first who comes to a page looks at it in full.</summary>
    public static readonly IReadOnlyList<string?> Accounts =
    [
        null, "sw.norrkoping", "sw.vasteras", "sw.malmo", "sw.malmo.chef", "sw.umea", "sw.stockholm", "sw.dorotea", "rc.ost", "rc.norr", "il.polis", "il.aklagare", "ma.tillstand", "ma.mottagning", "ngo.haven", "ngo.haven.chef", "law.lind", "iom.hki", "nc.jamy", "admin", "admin2", "audit",
    ];

    /// <summary>Null is nobody.</summary>
    public string? Account => account;

    private readonly List<string> _faults = [];

    private IPage? _page;

    private List<string> _heard = [];

    /// <summary>An address of each page met.</summary>
    public Dictionary<string, string> Found { get; } = [];

    /// <summary>How many clicks it is from the overview to each page, the shortest way.</summary>
    public Dictionary<string, int> Clicks { get; } = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>From the front door on. Of pages of a case, several cases are tried: one leads where another does not.</summary>
    public async Task FollowLinksAsync()
    {
        _page = account is null ? await host.OpenAsync(language: "sv") : await host.SignInAsync(account, language: "sv");
        _heard = Look.Listen(_page);
        var ahead = new Queue<(string Address, string? From, int Clicks)>([("/", null, 0), ("/status/404", null, 99), ("/sample/look", null, 99), ("/sign-out", null, 99), .. account is null ? (IEnumerable<(string, string?, int)>)[] : [("/sign-in/again", null, 99)]]);
        var met = new HashSet<string>();
        while (ahead.TryDequeue(out var next))
        {
            var (address, from, clicks) = next;
            var page = PageMap.Of(PathOf(address));
            if (page is null || !met.Add(address) || Found.ContainsKey(page) && !LeadsOn(page)) continue;
            var answer = await _page.APIRequest.GetAsync(address);
            var end = new Uri(answer.Url).PathAndQuery;
            if (!answer.Ok && page != "/status/{code:int}")
            {
                _faults.Add($"{from} as {account ?? "nobody"} has a link to {page}, which answers {answer.Status}");
                continue;
            }
            if (PageMap.Of(PathOf(end)) != page)
            {
                ahead.Enqueue((end, page, clicks));
                continue;
            }
            Clicks[page] = Math.Min(clicks, Clicks.GetValueOrDefault(page, int.MaxValue));
            Found[page] = address;
            if (PageMap.Files.Contains(page)) continue;
            var html = await answer.TextAsync();
            _faults.AddRange(Marks.Faults(html).Select(f => $"{page} as {account ?? "nobody"}: {f}"));
            foreach (Match link in Link().Matches(html))
                if (new Uri(new Uri(answer.Url), System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value)) is { } to && to.Authority == new Uri(answer.Url).Authority) ahead.Enqueue((to.PathAndQuery, page, clicks + 1));
        }
    }

    /// <summary>Looks at pages, and closes the window behind it. In Swedish, narrow and dark; and in English, wide and light, unless somebody else does.</summary>
    public async Task LookAsync(IEnumerable<(string Page, string Address, bool InBoth)> pages)
    {
        await _page!.AddInitScriptAsync(Look.Axe);
        foreach (var (page, address, inBoth) in pages) await LookAsync(page, address, inBoth);
        await _page.Context.CloseAsync();
    }

    private async Task LookAsync(string page, string address, bool inBoth)
    {
        await LookAsync(page, address, "sv", 360, ColorScheme.Dark);
        if (inBoth) await LookAsync(page, address, "en", 1280, ColorScheme.Light);
    }

    private async Task LookAsync(string page, string address, string language, int width, ColorScheme colours)
    {
        var what = $"{page} as {account ?? "nobody"} in {language} at {width}";
        await _page!.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        await _page.SetViewportSizeAsync(width, 900);
        _heard.Clear();
        var answer = await _page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/language?to={language}&back={Uri.EscapeDataString(address)}"));
        if (page != "/status/{code:int}")
        {
            if (!answer!.Ok) _faults.Add($"{what}: {answer.Status}");
            _faults.AddRange(_heard.Select(h => $"{what}: {h}"));
        }
        await Pictures.TakeAsync(_page, $"{page} {account ?? "nobody"} {language} {width}");
        _faults.AddRange((await Look.FrameFaultsAsync(_page, width)).Select(f => $"{what}: {f}"));
        _faults.AddRange((await Look.AxeFaultsAsync(_page, onlyWhatDiffers: language == "en")).Select(f => $"{what}: {f}"));
        var other = width == 360 ? 1280 : 360;
        await _page.SetViewportSizeAsync(other, 900);
        _faults.AddRange((await Look.FrameFaultsAsync(_page, other)).Select(f => $"{what}, then {other}: {f}"));
    }

    private static bool LeadsOn(string page) => page is "/cases" or "/work" or "/cases/{caseId}" or "/cases/{caseId}/children" or "/cases/{caseId}/documents" or "/cases/{caseId}/returns/{returnId:guid}" or "/disclosures/{disclosureId}" or "/cases/{caseId}/asylum" or "/cases/{caseId}/referrals/{referralId}" or "/referrals/{referralId}" or "/cases/{caseId}/permits/{permitId:guid}" or "/cases/{caseId}/permits/write/{what}" or "/cases/{caseId}/plans/{planId:guid}" or "/cases/{caseId}/integration/{integrationId:guid}" or "/cases/{caseId}/intake" or "/claims" or "/claims/{claimId}" or "/administration/accounts/{id}" or "/consultations/{consultationId}";

    private static string PathOf(string address) => address.Split('?', '#')[0];

    /// <summary>Also a form's own address: it answers whoever comes back to it.</summary>
    [GeneratedRegex("<(?:a [^>]*href=\"(?<to>/[^\"#]*)|form [^>]*action=\"(?<to>/[^\"#?]*))\"")]
    private static partial Regex Link();
}
