using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>
/// Three people carry one person along the first stretch of the pathway, each in a browser of their own: a social worker from intake to referral, a shelter that
/// accepts, and an investigation leader whose act alone identifies the person formally (S1-08).
/// </summary>
public sealed class PathwayStoryTests(SampleHost host)
{
    [Fact]
    public async Task From_intake_through_consent_referral_and_acceptance_to_an_investigation_that_identifies_the_person()
    {
        var worker = await host.SignInAsync("sw.stockholm");
        var breaches = Look.Listen(worker);
        var theCase = await Hand.OpenCaseAsync(worker);
        await Hand.SendAsync(worker);
        Assert.EndsWith(theCase, worker.Url, StringComparison.Ordinal);

        await ReferAsync(worker, theCase, "Haven (NGO)", "ACCOMMODATION");
        await ReferAsync(worker, theCase, "Swedish Police Authority", "LEGAL");

        foreach (var account in new[] { "ngo.haven", "il.polis" })
        {
            var recipient = await host.SignInAsync(account);
            await Hand.AcceptAsync(recipient, "City of Stockholm");
            Assert.EndsWith(theCase, recipient.Url, StringComparison.Ordinal);
            if (account != "il.polis") continue;

            await Hand.AnswerAsync(recipient, $"{theCase}/investigations/initiate",
                ("Input.Unit", "Västerås"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K214365-26"),
                ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-16"), ("Input.Reason", "true"));
        }

        await worker.GotoAsync(theCase);
        await Assertions.Expect(worker.GetByText("Formally identified").First).ToBeVisibleAsync();
        await Look.IsForEverybodyAsync(worker, 1280);
        Assert.Empty(breaches);
    }

    private static async Task ReferAsync(IPage page, string theCase, string recipient, string service)
    {
        await Hand.ConsentAsync(page, theCase, recipient);
        await Hand.DraftAsync(page, theCase, recipient, service);
        await Hand.SendAsync(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("has not answered yet");
    }
}
