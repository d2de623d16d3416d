using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Look;

namespace ReferralPathway.Web.Tests.Cases;

/// <summary>F13: how the person is contacted without danger is kept whole, and stands first wherever somebody contacts them.</summary>
public sealed class SafeContactTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private Browser Worker { get; } = host.As("sw.malmo");

    [Fact]
    public async Task Not_directly_but_through_somebody_trusted_is_a_way()
    {
        var id = await host.OpenCaseAsync("sw.malmo");

        await Worker.Submit(await Worker.Get($"/cases/{id}/intake/safe-contact"), ("Input.Direct", "No"), ("Input.Phone", ""), ("Input.TrustedPerson", "Her aunt Qxaunt"), ("Input.WhoMayAnswer", "Qxcousin"),
            ("Input.SafeTimes", "Qxmornings"), ("Input.InPerson", "Qxlibrary"), ("Input.DeviceWatched", "Yes"));

        var shown = (await Worker.Get($"/cases/{id}")).Document.QuerySelector(".rp-safe")!.TextContent;
        Assert.All(new[] { "Do not contact the person directly. Go only the way that stands here.", "Qxaunt", "Qxcousin", "Qxmornings", "Qxlibrary" }, word => Assert.Contains(word, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_summary_names_the_organisation_that_was_chosen()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var haven = await host.OrganisationAsync("ngo.haven");

        await Worker.Submit(await Worker.Get($"/cases/{id}/intake/safe-contact"), ("Input.Direct", "Through"), ("Input.Organisation", haven.ToString()), ("Input.DeviceWatched", "Yes"));

        Assert.Contains("Only through Haven (NGO).", (await Worker.Get($"/cases/{id}")).Document.QuerySelector(".rp-safe")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(haven.Value, await host.AskAsync<Guid>($"SELECT through AS \"Value\" FROM pathway.safe_contact_summaries WHERE case_id = {id.Value} ORDER BY number DESC LIMIT 1"));
        var again = await Worker.Get($"/cases/{id}/intake/safe-contact");
        Assert.Equal(haven.ToString(), again.Document.QuerySelector("select[name='Input.Organisation'] option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "", "Enter which organisation.")]
    [InlineData("other", "", "Enter name of the other organisation.")]
    [InlineData("nobody", "", "Choose one of the listed values.")]
    public async Task Through_whom_is_asked(string organisation, string name, string error)
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var refused = await Worker.Submit(await Worker.Get($"/cases/{id}/intake/safe-contact"), ("Input.Direct", "Through"), ("Input.Organisation", organisation), ("Input.Through", name), ("Input.DeviceWatched", "Yes"));
        Assert.Equal([error], refused.Errors);
    }

    [Fact]
    public async Task A_name_beside_a_listed_organisation_is_not_dropped_in_silence()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var haven = await host.OrganisationAsync("ngo.haven");
        var refused = await Worker.Submit(await Worker.Get($"/cases/{id}/intake/safe-contact"), ("Input.Direct", "Through"), ("Input.Organisation", haven.ToString()), ("Input.Through", "The parish"), ("Input.DeviceWatched", "Yes"));
        Assert.Single(refused.Errors, e => e.StartsWith("Choose “Another organisation”", StringComparison.Ordinal));
    }

    /// <summary>The pages on which somebody contacts the person, or has just done so.</summary>
    public static TheoryData<string> Pages => new(
        "Cases/Show/Index", "Investigations/Follow/Index", "Consents/Record/Index", "Returns/CarryOut/Contact", "Returns/CarryOut/Relay", "Children/Report/Index", "Children/Protect/Index",
        "Children/Represent/Index", "Permits/Talk/Index", "Assistance/Answer/Index", "Integration/Answer/Index");

    [Theory, MemberData(nameof(Pages))]
    public void It_stands_before_the_form(string page)
    {
        var source = Source.Files("*.cshtml").Single(f => f.Name.EndsWith($"Pages/{page}.cshtml", StringComparison.Ordinal)).Text;
        var block = source.IndexOf("<partial name=\"_SafeContact\" model=\"Model.View\" />", StringComparison.Ordinal);
        Assert.InRange(block, 0, source.Length);
        Assert.DoesNotContain("<rp-form", source[..block], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reads_it_as_far_as_it_is_shared_and_is_warned_when_it_is_old()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");
        await host.InitiatedAsync("sw.malmo", id);
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        var referral = await host.SentReferralAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, referral);
        var investigation = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}");
        host.Clock.Advance(TimeSpan.FromDays(31));

        var shown = (await Worker.Get($"/cases/{id}/consents/record")).Document.QuerySelector(".rp-safe")!.TextContent;
        Assert.Contains("About your appointment", shown, StringComparison.Ordinal);
        Assert.Contains("Checked more than 30 days ago. Check again before you use it.", shown, StringComparison.Ordinal);
        var police = await host.As("il.polis").Get($"/cases/{id}/investigations/{investigation}/follow");
        Assert.Contains("About your appointment", police.Document.QuerySelector(".rp-safe")!.TextContent, StringComparison.Ordinal);
        // Nobody reads it by answering a referral: it stands in the case.
        var answered = await host.As("ngo.haven").Get($"/referrals/{referral}");
        Assert.Contains("first in the case", answered.Document.QuerySelector(".rp-safe")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("About your appointment", answered.Source, StringComparison.Ordinal);
    }
}
