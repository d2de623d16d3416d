using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Integration;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC12 of the domain reference: a permanent permit opens the public services; another temporary one does not, until it becomes permanent.</summary>
public sealed class SC12_PermanentPermitAndIntegration(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly string[] Eight = ["PROGRAMME", "HEALTH", "LANGUAGE_CULTURE", "PROFESSIONAL", "BASIC_EDU", "SKILLS", "JOB", "SOCIAL"];

    [Fact]
    public async Task The_eight_public_components_follow_a_permanent_permit_and_a_change_of_permit_asks_for_a_review()
    {
        host.Clock.SetInSweden("2026-02-10 08:00");
        var malmo = host.As("sw.malmo");
        var id = await malmo.OpensCaseAsync("2026-02-09", ("person", [("Input.Languages[0]", "ti")]), ("identity", [("Input.Nationalities[0]", "ER")]));
        host.Clock.SetInSweden("2026-02-10 09:00");
        await malmo.StaysAsync(id, "PERMANENT");
        Assert.Contains($"/cases/{id}/integration", (await malmo.Get($"/cases/{id}/guidance")).Links);

        host.Clock.SetInSweden("2026-02-16 10:00");
        var plan = await malmo.IntegrationAsync(id, Eight);
        var begun = await malmo.BeginsAsync(plan, "ti");
        Assert.Contains("The plan is under way", begun.Text);
        Assert.Contains("The person’s right to stay opens the public services.", begun.Text);
        Assert.Equal(("Active", new DateOnly(2026, 2, 16)), (await StatusAsync(id), await host.AskAsync<DateOnly>($"SELECT began_on AS \"Value\" FROM pathway.integration_plans WHERE case_id = {id.Value}")));
        Assert.Equal(8, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.integration_components WHERE case_id = {id.Value} AND component <> 'NGO_PLAN'"));
        Assert.Contains("An integration plan is being carried out", (await malmo.Get($"/cases/{id}")).Text);

        // In parallel: another temporary permit opens only the individual plan of an NGO.
        var parallel = await malmo.OpensCaseAsync("2026-02-16", ("legal-status", [("Input.Status", "TRP_OTHER"), ("Input.ValidTo", "2027-02-16")]));
        var only = await malmo.IntegrationAsync(parallel);
        var form = await malmo.Get($"{only}/components/new");
        Assert.Equal(["NGO_PLAN"], form.Document.QuerySelectorAll("[name='Input.Component'] option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v)));
        var forged = await malmo.Submit(form, ("Input.Component", "JOB"), ("Input.By", "Municipal"), ("then", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains("The public components are open with a permanent permit", forged.Text);
        await malmo.Submit(forged, ("Input.Component", "NGO_PLAN"), ("Input.By", "Ngo"), ("Input.Provider", ""), ("Input.Other", "Haven"), ("then", "save"));
        Assert.Contains("The plan is under way", (await malmo.BeginsAsync(only)).Text);
        await SweepAsync();
        Assert.Equal(0, await ReviewsAsync(parallel));

        host.Clock.SetInSweden("2026-09-01 09:00");
        await malmo.StaysAsync(parallel, "PERMANENT");
        await SweepAsync();
        await SweepAsync();
        Assert.Equal((1, 0), (await ReviewsAsync(parallel), await ReviewsAsync(id)));
        Assert.Contains("Go through the integration plan", (await malmo.Get("/work")).Text);
        Assert.Contains("An integration plan is to be gone through", (await malmo.Get("/messages")).Text);
        var changed = await malmo.Get(only);
        Assert.Contains("The right to stay has changed.", changed.Text);
        Assert.Contains("opens the public services", changed.Text);

        // What has opened is added with the person's yes, and the review is done.
        var added = await malmo.Submit(await malmo.Get($"{only}/components/new"), ("Input.Component", "JOB"), ("Input.By", "State"), ("Input.Provider", ""), ("Input.Other", "Employment service"), ("Input.AgreedOn", "2026-09-01"), ("then", "save"));
        Assert.Contains("The component is saved", added.Text);
        Assert.Contains("The review is saved", (await malmo.TakesOnAsync(only, "Review", ("Input.Note", "She wants to work."))).Text);
        Assert.Equal(0, await ReviewsAsync(parallel));
        await SweepAsync();
        Assert.Equal(0, await ReviewsAsync(parallel));
    }

    private Task<string> StatusAsync(CaseId id) => host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.integration_plans WHERE case_id = {id.Value}");

    private Task<long> ReviewsAsync(CaseId id) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewIntegration' AND closed_at IS NULL");

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
}
