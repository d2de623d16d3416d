using System.Net;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC03 of the domain reference: a temporary permit without a reflection period before it.</summary>
public sealed class SC03_DirectTemporaryPermit(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Two_talks_come_before_a_direct_application_and_the_permit_is_at_least_six_months()
    {
        host.Clock.SetInSweden("2026-03-03 09:00");
        var id = await host.InvestigatedCaseAsync("il.aklagare", "2026-03-03", "Prosecutor");
        var prosecutor = host.As("il.aklagare");
        host.Clock.SetInSweden("2026-03-04 09:00");
        (string, string?)[] form =
        [
            ("Input.Needed.Met", "yes"), ("Input.Needed.On", "2026-03-03"), ("Input.Cooperates.Met", "yes"), ("Input.Cooperates.On", "2026-03-03"),
            ("Input.TiesBroken.Met", "yes"), ("Input.TiesBroken.On", "2026-03-03"), ("Input.NothingAgainst.Met", "yes"), ("Input.NothingAgainst.On", "2026-03-04"),
            ("Input.Needed.Because", "She is the main witness."), ("Input.Cooperates.Because", "She has told the police everything."), ("Input.TiesBroken.Because", "She lives elsewhere and has a new number."),
            ("Input.NothingAgainst.Because", "Nothing is known against her."),
            ("Input.DeemedNecessary", "The trial begins in April."), ("Input.InSweden", "yes"), ("Input.Channel", "Form"),
        ];
        var draft = await prosecutor.Submit(await prosecutor.Get($"/cases/{id}/permits/write/temporary-permit"), [.. form, ("then", "save")]);
        Assert.Contains("The draft is saved", draft.Text);

        // One talk is not enough.
        draft = await prosecutor.Submit(await prosecutor.Get(draft.Link("talk")), ("Input.With", "Person"), ("Input.On", "2026-03-04"), ("Input.Note", "Wants to testify."));
        var refused = await prosecutor.Submit(draft, [.. form, ("Input.SubmittedOn", "2026-03-04"), ("then", "submit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("at least one talk with the person and one with a provider of assistance", refused.Text);
        Assert.Equal("The trial begins in April.", refused.Document.QuerySelector("[name='Input.DeemedNecessary']")!.TextContent.Trim());

        host.Clock.SetInSweden("2026-03-05 09:00");
        draft = await prosecutor.Submit(await prosecutor.Get(draft.Link("talk")), ("Input.With", "AssistanceProvider"), ("Input.On", "2026-03-05"), ("Input.Note", "Västerås agrees."));
        var permit = await prosecutor.Submit(draft, [.. form, ("Input.SubmittedOn", "2026-03-05"), ("then", "submit")]);
        Assert.Equal("Temporary residence permit", permit.Heading);

        host.Clock.SetInSweden("2026-03-20 10:00");
        var agency = host.As("ma.tillstand");
        var tooShort = await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-04-01"), ("Input.To", "2026-08-31"), ("Input.AsPrinted", "true"), ("Input.On", "2026-03-20"));
        Assert.Contains("The permit must be at least six months. The dates give 5 months.", tooShort.Text);
        Assert.Equal("IRREGULAR", await host.LegalStatusAsync(id));
        await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-04-01"), ("Input.To", "2026-10-01"), ("Input.AsPrinted", "true"), ("Input.On", "2026-03-20"));

        Assert.Equal("TRP", await host.LegalStatusAsync(id));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value} AND kind = 'ReflectionPeriod'"));
        // The agency read what the application says, and nothing of the story.
        var seen = await agency.Get(permit.Address);
        Assert.Contains("The trial begins in April.", seen.Text);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'Application' AND groups & 32 <> 0"));
    }
}
