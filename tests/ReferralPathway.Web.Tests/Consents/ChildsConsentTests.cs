using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Consents;

/// <summary>A child decides through a guardian and is heard itself (3.2, F3); so is somebody who may be a child.</summary>
public sealed class ChildsConsentTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Theory]
    [InlineData("15-17")]
    [InlineData("UNCERTAIN")]
    public async Task A_childs_yes_needs_the_guardians_decision_and_the_childs_own_view(string age)
    {
        var id = await host.CanaryCaseAsync("ngo.haven", age);
        var umea = await host.OrganisationAsync("sw.umea");

        var without = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, umea);
        Assert.Equal(["Enter decision of the guardian or representative.", "Enter what the child thinks."], without.Errors);
        Assert.NotNull(without.Document.QuerySelector("#Input_Guardian-error"));
        Assert.NotNull(without.Document.QuerySelector("#Input_ChildsOpinion-error"));
        Assert.Equal(["Enter what the child thinks."], (await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, umea, ("Input.Guardian", "Her aunt agrees"))).Errors);
        Assert.Equal(["Fyll i vad barnet självt tycker."], (await FrontDoor.RecordsConsentAsync(host.As("ngo.haven", "sv"), id, umea, ("Input.Guardian", "Her aunt agrees"))).Errors);
        Assert.Equal(["Enter decision of the guardian or representative."], (await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, umea, ("Input.ChildsOpinion", "I want help"))).Errors);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));

        var given = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, umea, ("Input.Guardian", "Her aunt agrees"), ("Input.ChildsOpinion", "I want help"));

        Assert.Empty(given.Errors);
        var notes = await host.DoAsync("ngo.haven", async doing => (await doing.CaseAsync(id)).Consents.Single().Notes!.Value);
        Assert.Equal(("Her aunt agrees", "I want help"), (notes.Guardian, notes.ChildsOpinion));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions c WHERE c::text LIKE '%aunt%' OR c::text LIKE '%want help%' OR position('aunt'::bytea IN c.notes) > 0"));
    }

    [Fact]
    public async Task A_childs_no_needs_neither()
    {
        var id = await host.CanaryCaseAsync("ngo.haven", "12-14");

        Assert.Empty((await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, await host.OrganisationAsync("sw.umea"), ("Input.Decision", "refused"))).Errors);
        Assert.Equal("Refused", await host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task An_adult_is_not_asked_for_a_guardian()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var page = await host.As("ngo.haven").Get($"/cases/{id}/consents/record");

        Assert.Null(page.Document.QuerySelector("[name='Input.Guardian']"));
        Assert.Null(page.Document.QuerySelector("[name='Input.ChildsOpinion']"));
    }
}
