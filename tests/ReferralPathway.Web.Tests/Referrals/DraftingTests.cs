using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>F9: what goes along is chosen, but for how to reach the person safely.</summary>
public sealed class DraftingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Warning = "The recipient will not know how to reach the person safely";

    [Fact]
    public async Task Nothing_is_ticked_but_safe_contact_and_it_goes_along()
    {
        var (form, haven) = await DraftAsync(DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact));

        Assert.Equal(["SafeContact"], form.Document.QuerySelectorAll("input[name='Input.Groups'][checked]").Select(i => i.GetAttribute("value")!));
        Assert.DoesNotContain(Warning, form.Text, StringComparison.Ordinal);
        var preview = await haven.Submit(form, Filled);
        Assert.Contains("How to reach the person safely goes along.", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Warning, preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_it_the_sender_is_warned()
    {
        var (form, haven) = await DraftAsync(DataGroups.Of(DataGroup.Facts, DataGroup.Identity));

        Assert.Contains(Warning, form.Text, StringComparison.Ordinal);
        var preview = await haven.Submit(form, [.. Filled, ("Input.Groups", "Identity")]);
        Assert.EndsWith("/preview", preview.Address, StringComparison.Ordinal);
        Assert.Contains(Warning, preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_is_chosen()
    {
        var (form, haven) = await DraftAsync(DataGroups.Of(DataGroup.Facts, DataGroup.Identity));

        var refused = await haven.Submit(form, Filled);

        Assert.Equal(["Choose at least one detail that goes with it."], refused.Errors);
    }

    private static readonly (string, string?)[] Filled = [("Input.Service", "SOCIAL"), ("Input.Urgency", "Normal")];

    private async Task<(WebPage Form, Browser Haven)> DraftAsync(DataGroups covered)
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea", covered);
        var haven = host.As("ngo.haven");
        return (await haven.Get($"/cases/{id}/referrals/write/{await host.OrganisationAsync("sw.umea")}"), haven);
    }
}
