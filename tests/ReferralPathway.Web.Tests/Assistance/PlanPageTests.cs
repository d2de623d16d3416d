using System.Net;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Assistance;

public sealed class PlanPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_municipality_and_an_ngo_stand_in_one_plan_and_each_records_its_own()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var haven = await host.OrganisationAsync("ngo.haven");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id, ("SOCIAL", null, null), ("ACCOMMODATION", haven.ToString(), null));

        // A draft is its owner's alone.
        var ngo = host.As("ngo.haven");
        Assert.Equal(HttpStatusCode.NotFound, (await ngo.Get(plan)).Status);
        await malmo.FollowsAsync(plan, "Propose");
        await malmo.AgreesAsync(plan, "en");
        var seen = await ngo.Get(plan);
        Assert.Contains("What she asked for.", seen.Text);
        Assert.DoesNotContain($"{plan}/follow", seen.Links);
        Assert.Single(seen.Links, l => l.EndsWith("/record", StringComparison.Ordinal));
        Assert.Contains("Ongoing", (await ngo.RecordsAsync(plan, 0, "Ongoing")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await ngo.Get($"{plan}/follow")).Status);
        Assert.Contains("The plan is being carried out", (await malmo.FollowsAsync(plan, "Activate")).Text);
    }

    [Fact]
    public async Task A_cost_centre_is_shown_to_the_municipality_and_to_no_ngo()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id);
        await malmo.Submit(await malmo.Get($"{plan}/items/new"), ("Input.Service", "SOCIAL"), ("Input.Need", "A contact person."), ("Input.CostCentre", "QX4711"), ("then", "save"));
        // Tracing is offered for an unaccompanied child alone; the step of the national manual is for order.
        var form = await malmo.Get($"{plan}/items/new");
        Assert.DoesNotContain("value=\"TRACING\"", form.Source, StringComparison.Ordinal);
        var second = await malmo.Submit(form, ("Input.Service", "HEALTH"), ("Input.Need", "A doctor."), ("Input.CostCentre", "QX0815"), ("Input.Step", "InitialSupport"), ("then", "save"));
        Assert.Contains("3. Initial support", second.Text, StringComparison.Ordinal);
        // A cost centre that was wrong is taken away again.
        Assert.Contains("QX0815", second.Text, StringComparison.Ordinal);
        var emptied = await malmo.Submit(await malmo.Get(second.Document.QuerySelectorAll("a[href*='/items/']").Select(a => a.GetAttribute("href")!).Last(a => !a.EndsWith("/new", StringComparison.Ordinal))), ("Input.CostCentre", ""), ("then", "save"));
        Assert.DoesNotContain("QX0815", emptied.Source, StringComparison.Ordinal);
        var proposed = await malmo.FollowsAsync(plan, "Propose");

        Assert.Contains("QX4711", proposed.Text);
        var seen = await host.As("ngo.haven").Get(plan);
        Assert.Contains("A contact person.", seen.Text);
        Assert.DoesNotContain("QX4711", seen.Source);
        Assert.DoesNotContain("Input.CostCentre", (await host.As("ngo.haven").Get($"/cases/{id}/plan")).Source);
    }

    [Fact]
    public async Task A_form_that_is_not_complete_says_what_is_missing_and_keeps_what_was_typed()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id);
        var empty = await malmo.Submit(await malmo.Get($"{plan}/items/new"), ("Input.Provider", ""), ("Input.From", ""), ("Input.Notes", "Kept all the same."), ("then", "save"));

        Assert.Equal(["Choose one of the listed values.", "Enter need.", "Enter who gives the service.", "Enter planned start."], empty.Errors);
        Assert.Contains("Kept all the same.", empty.Source);
        var tracing = await malmo.Submit(empty, ("Input.Service", "TRACING"), ("Input.Need", "Her mother."), ("Input.Other", "The Red Cross"), ("Input.From", "2026-03-17"), ("then", "save"));
        Assert.Contains("Tracing a parent applies to unaccompanied minors.", tracing.Text);
    }

    [Fact]
    public async Task A_child_is_asked_for_its_own_view_beside_its_guardian()
    {
        var id = await host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordPerson(new() { Gender = "M", AgeGroup = "15-17", Languages = ["en"], Unaccompanied = "Yes" }, act));
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id, ("TRACING", "", "The Red Cross"));
        await malmo.FollowsAsync(plan, "Propose");

        var missing = await malmo.AgreesAsync(plan, "en");
        Assert.Equal(["Enter guardian or appointed representative.", "Enter the child’s own view."], missing.Errors);
        var agreed = await malmo.Submit(missing, ("Input.Guardian", "Appointed in March"), ("Input.ChildsView", "Wants to find her."));
        Assert.Contains("The person has agreed", agreed.Text);
        Assert.Contains("Wants to find her.", agreed.Text);
    }

    [Fact]
    public async Task A_no_makes_the_plan_a_draft_again()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id, ("COUNSELLING", null, null));
        await malmo.FollowsAsync(plan, "Propose");

        var refused = await malmo.Submit(await malmo.Get($"{plan}/answer"), ("Input.Agrees", "no"), ("Input.Reason", "She wants to live by herself."));

        Assert.Contains("A draft.", refused.Text);
        Assert.Contains("She wants to live by herself.", refused.Text);
    }

    [Fact]
    public async Task Closing_a_case_says_that_a_plan_rests_and_is_not_barred_by_it()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var malmo = host.As("sw.malmo");
        var plan = await malmo.PlanAsync(id, ("COUNSELLING", null, null));
        await malmo.FollowsAsync(plan, "Propose");
        await malmo.AgreesAsync(plan, "en");
        await malmo.RecordsAsync(plan, 0, "Approved");
        await malmo.FollowsAsync(plan, "Activate");

        var closing = await malmo.Get($"/cases/{id}/close");
        Assert.Contains("One plan of assistance is not finished", closing.Text);
        await malmo.Submit(closing, ("Input.Because", "LOST_CONTACT"));
        Assert.Equal("Closed", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewPlan' AND closed_at IS NULL"));
        Assert.DoesNotContain($"{plan}/follow", (await malmo.Get(plan)).Links);
    }

    [Fact]
    public async Task The_lead_carries_on_the_plan_of_an_organisation_that_has_left()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));
        var plan = await host.As("ngo.haven").PlanAsync(id, ("NGO_SOCIAL_WORK", null, null));
        await host.As("ngo.haven").FollowsAsync(plan, "Propose");
        var malmo = host.As("sw.malmo");
        Assert.Equal(HttpStatusCode.NotFound, (await malmo.Get($"{plan}/follow")).Status);

        var haven = await host.OrganisationAsync("ngo.haven");
        await host.ActAsync("sw.malmo", id, CaseParts.Consents | CaseParts.Referrals, (c, act) => c.WithdrawConsent(haven, "REFERRAL", act.Day, null, c.Referrals, act));

        var ended = await malmo.FollowsAsync(plan, "Discontinue", ("Input.Reason", "Haven takes part no longer."));
        Assert.Contains("The plan is discontinued", ended.Text);
    }
}
