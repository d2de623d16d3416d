using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Documents;

/// <summary>A program that the deployment names looks for malware before a file is kept.</summary>
public sealed class ScannerTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Theory]
    [InlineData("grep -q EICAR && exit 1; exit 0", "%PDF-1.7 EICAR %%EOF", false)]
    [InlineData("grep -q EICAR && exit 1; exit 0", "%PDF-1.7 harmless %%EOF", true)]
    [InlineData("exit 2", "%PDF-1.7 harmless %%EOF", false)]
    public async Task The_program_gets_the_file_and_its_exit_decides(string script, string content, bool clean)
    {
        var program = Path.Combine(Path.GetTempPath(), $"scanner-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var scanner = FileScanner.Of(new ConfigurationBuilder().AddInMemoryCollection([new("PATHWAY_SCANNER", program)]).Build(), NullLogger<FileScanner>.Instance);
            Assert.Equal(clean, await scanner.IsCleanAsync(Encoding.ASCII.GetBytes(content), TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(program);
        }
    }

    [Fact]
    public void A_scanner_that_is_not_there_stops_the_program_before_it_takes_a_file() =>
        Assert.Throws<InvalidOperationException>(() => FileScanner.Of(new ConfigurationBuilder().AddInMemoryCollection([new("PATHWAY_SCANNER", "/nowhere/clam")]).Build(), NullLogger<FileScanner>.Instance));

    [Fact]
    public async Task A_file_that_the_scanner_does_not_let_through_is_not_kept()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await using var scanning = PathwayHost.Leaking(host, services => services.AddSingleton<IFileScanner, Wary>());
        var browser = scanning.As("ngo.haven");
        var page = await browser.SubmitFile(await browser.Get($"/cases/{id}/consents/record?to={await host.OrganisationAsync("sw.umea")}"), "Input.SignedForm", "%PDF-1.7 %%EOF"u8.ToArray(), "form.pdf", "application/pdf", FrontDoor.Yes);

        Assert.Equal(["The file could not be taken: the malware scanner did not let it through. Choose another file or contact the administrator."], page.Errors);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));
    }

    private sealed class Wary : IFileScanner
    {
        public Task<bool> IsCleanAsync(byte[] content, CancellationToken stopping) => Task.FromResult(false);
    }
}
