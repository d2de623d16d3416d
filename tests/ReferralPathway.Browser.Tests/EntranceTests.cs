using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>The way in of somebody new.</summary>
public sealed partial class EntranceTests(SampleHost host)
{
    [Fact]
    public async Task The_page_an_invitation_leads_to_is_for_everybody()
    {
        var administrator = await host.SignInAsync("admin");
        await administrator.GotoAsync("/administration/accounts/invite");
        await administrator.Locator("[name='Input.Organisation']").SelectOptionAsync(new SelectOptionValue { Label = "City of Malmö" });
        await Hand.AnswerAsync(administrator, null, ("Input.Name", "Ny Person"), ("Input.Email", "ny.person@sample.example"), ("Input.Role", "SocialWorker"));

        var page = await host.OpenAsync(360, "sv", dark: true);
        await page.GotoAsync(await LinkAsync());

        await Assertions.Expect(page.Locator("main input[type=password]")).ToHaveCountAsync(2);
        await Look.IsForEverybodyAsync(page, 360);
        await page.FillAsync("[name='Password']", "kort");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await Look.IsForEverybodyAsync(page, 360);
    }

    private async Task<string> LinkAsync()
    {
        for (var tries = 0; tries < 100; tries++, await Task.Delay(200))
        {
            if (!System.IO.Directory.Exists(host.Mails)) continue;
            foreach (var file in System.IO.Directory.GetFiles(host.Mails))
            {
                var mail = await File.ReadAllTextAsync(file);
                if (mail.Contains("ny.person@", StringComparison.Ordinal) && Link().Match(Body(mail)) is { Success: true } link) return link.Value;
            }
        }
        throw new InvalidOperationException("No invitation came by mail.");
    }

    private static string Body(string mail)
    {
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return mail.Contains("base64", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
            : body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/sign-in/invitation/[\w-]+")]
    private static partial Regex Link();
}
