using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Forms;

/// <summary>A link somebody was given fills in nothing that they do not see.</summary>
public sealed class QueryOfPagesTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task What_a_form_leaves_out_is_not_taken_from_its_address()
    {
        var browser = host.As("admin");
        var form = await browser.Get("/administration/accounts/invite?Input.IsManager=true");
        Assert.False(form.Document.QuerySelector("[name='Input.IsManager']")!.HasAttribute("checked"));
        var organisation = (await host.OrganisationAsync("sw.umea")).Value.ToString();

        await browser.Submit(form, ("Input.Organisation", organisation), ("Input.Name", "Länkad Person"), ("Input.Email", "lankad@sample.example"), ("Input.Role", "SocialWorker"));

        Assert.Equal("False", await host.AskAsync<string>($"SELECT is_manager::text AS \"Value\" FROM identity.accounts WHERE email = 'lankad@sample.example'"), ignoreCase: true);
    }

    [Fact]
    public async Task No_field_says_otherwise_than_the_address()
    {
        var browser = host.As("sw.umea");
        var (id, other) = (await host.OpenCaseAsync("sw.umea"), await host.OpenCaseAsync("sw.umea"));
        var form = await browser.Get($"/cases/{id}/indicators");

        var saved = await browser.Submit(form, ("caseId", other.ToString()), ("Input.Conclusion", "No sign of it."));

        Assert.Empty(saved.Errors);
        Assert.StartsWith($"/cases/{id}/", saved.Address, StringComparison.Ordinal);
    }
}
