using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Architecture.Tests;

/// <summary>Every page hangs under a guard because of where it lies, and renders nothing but what the projection lets through.</summary>
public sealed partial class PageTests(PageTests.Program_ program) : IClassFixture<PageTests.Program_>
{
    /// <summary>The real program, never asked for anything that needs a database.</summary>
    public sealed class Program_ : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:Pathway", "Host=/nowhere");
            builder.UseSetting("PATHWAY_MASTER_KEY", $"1:{Convert.ToBase64String(new byte[32])}");
        }

        internal IReadOnlyList<(string Route, PageActionDescriptor Page, Endpoint Endpoint)> Pages =>
            [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(e => (e.RoutePattern.RawText!, e.Metadata.GetMetadata<PageActionDescriptor>()!, (Endpoint)e))
                .Where(e => e.Item2 is not null)];
    }

    [Fact]
    public void Whoever_is_not_signed_in_reaches_the_open_pages_and_no_other()
    {
        Assert.NotEmpty(program.Pages);
        Assert.All(program.Pages, p =>
        {
            Assert.NotNull(p.Endpoint.Metadata.GetMetadata<IAuthorizeData>());
            Assert.Equal(Guards.Open.Contains(p.Page.ViewEnginePath), p.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);
        });
    }

    [Fact]
    public void A_page_under_a_case_hangs_under_the_guard_of_an_operation()
    {
        var pages = program.Pages.Where(p => p.Route.Contains("{caseId", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(p.Page.FilterDescriptors.Count(f => f.Filter is CaseOnRoute) == 1, $"{p.Page.ViewEnginePath} needs exactly one guard"));
    }

    [Fact]
    public void A_page_under_a_referral_hangs_under_its_guard()
    {
        var pages = program.Pages.Where(p => p.Route.StartsWith("referrals/{referralId", StringComparison.Ordinal)).ToList();
        Assert.All(pages, p => Assert.Contains(p.Page.FilterDescriptors, f => f.Filter is ReferralOnRoute));
    }

    [Fact]
    public void A_page_under_a_consultation_hangs_under_the_guard_of_an_operation()
    {
        var pages = program.Pages.Where(p => p.Route.Contains("{consultationId", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(p.Page.FilterDescriptors.Count(f => f.Filter is ConsultationOnRoute) == 1, $"{p.Page.ViewEnginePath} needs exactly one guard"));
    }

    [Fact]
    public void A_page_under_a_claim_hangs_under_the_guard_of_an_operation()
    {
        var pages = program.Pages.Where(p => p.Route.Contains("{claimId", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(p.Page.FilterDescriptors.Count(f => f.Filter is ClaimOnRoute) == 1, $"{p.Page.ViewEnginePath} needs exactly one guard"));
    }

    [Fact]
    public void A_page_under_a_request_for_disclosure_hangs_under_the_guard_of_an_operation()
    {
        var pages = program.Pages.Where(p => p.Route.Contains("{disclosureId", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(p.Page.FilterDescriptors.Count(f => f.Filter is DisclosureOnRoute) == 1, $"{p.Page.ViewEnginePath} needs exactly one guard"));
    }

    [Fact]
    public void Every_page_is_one_unit_of_work() =>
        Assert.All(program.Pages, p => Assert.Contains(p.Page.FilterDescriptors, f => f.Filter is ServiceFilterAttribute { ServiceType: var type } && type == typeof(UnitOfWork)));

    [Fact]
    public void Every_folder_that_a_guard_names_has_pages()
    {
        var folders = Guards.Cases.Keys.Concat(Guards.Roles.Keys).Concat(Guards.Managers).Concat(Guards.Received).Concat(Guards.Proved).Concat(Guards.ProvedToSee).Concat(Guards.Consultations.Keys).Concat(Guards.Disclosures.Keys).Concat(Guards.DecidersOfDisclosure);
        Assert.All(folders, f => Assert.Contains(program.Pages, p => p.Page.ViewEnginePath.StartsWith(f + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_page_model_shows_no_aggregate()
    {
        var models = Models();
        Assert.NotEmpty(models);
        Assert.Empty(models.SelectMany(ShownAggregates));
    }

    [Fact]
    public void A_page_model_that_shows_an_aggregate_is_caught() => Assert.Single(ShownAggregates(typeof(OffendingModel)));

    [Fact]
    public void A_page_model_is_small_enough_to_read_at_one_glance()
    {
        Assert.All(Models(), m => Assert.True(m.GetConstructors().Max(c => c.GetParameters().Length) <= 6, $"{m} has too many dependencies"));
        Assert.All(Repository.Files("*.cshtml.cs"), f => Assert.True(Repository.Read(f).Split('\n').Length <= 150, $"{f} is longer than 150 lines"));
    }

    [Fact]
    public void No_source_steps_past_what_holds_the_house()
    {
        var sources = Repository.Files("*.cs").Concat(Repository.Files("*.cshtml")).Where(f => f.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.Empty(sources.SelectMany(f => Forbidden().Matches(Repository.Read(f)).Select(m => $"{f}: {m.Value}")));
    }

    [Theory]
    [InlineData("@Html.Raw(x)")]
    [InlineData("db.Cases.FromSqlRaw(\"…\")")]
    [InlineData("db.Cases.IgnoreQueryFilters()")]
    [InlineData("<a style=\"color: red\">")]
    [InlineData("<button onclick=\"x()\">")]
    [InlineData("db.Cases.OrderBy(c => c.ChangedAt)")]
    public void What_steps_past_it_is_caught(string source) => Assert.Matches(Forbidden(), source);

    private static List<Type> Models() => [.. typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)];

    private static IEnumerable<string> ShownAggregates(Type model)
    {
        Type[] aggregates = [typeof(Case), typeof(Participation), typeof(ConsentDecision), typeof(LegalGround), typeof(Investigation), typeof(IdentityVersion), typeof(SafeContactVersion), typeof(HealthVersion), typeof(NarrativeVersion), typeof(Consultation), typeof(ConsultationText), typeof(DisclosureRequest), typeof(DisclosureAssessment)];
        return model.GetProperties().Where(p => aggregates.Any(a => p.PropertyType == a || p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments().Contains(a)))
            .Select(p => $"{model}.{p.Name} shows {p.PropertyType.Name}");
    }

    [GeneratedRegex(@"Html\.Raw|FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw|IgnoreQueryFilters\(\)|\sstyle=""|\son[a-z]+=""|\.Cases\.OrderBy")]
    private static partial Regex Forbidden();
}

internal sealed class OffendingModel : PageModel
{
    public Case? Case { get; set; }
}
