using Microsoft.Extensions.Configuration;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Host=database.example;Username=a", false)]
    [InlineData("Host=database.example;Username=a;SSL Mode=Require", false)]
    [InlineData("Host=localhost,database.example;Username=a", false)]
    [InlineData("Host=database.example;Username=a;SSL Mode=VerifyFull", true)]
    [InlineData("Host=localhost;Username=a", true)]
    [InlineData("Host=127.0.0.1:5433;Username=a", true)]
    [InlineData("Host=/var/run/postgresql;Username=a", true)]
    public void A_database_on_another_machine_is_spoken_to_in_secret_and_shows_its_certificate(string connection, bool starts)
    {
        foreach (var name in new[] { "Pathway", "PathwaySystem", "PathwayOwner" })
        {
            var configuration = With(("ConnectionStrings:Pathway", "Host=localhost"), ($"ConnectionStrings:{name}", connection));
            if (starts) Assert.NotNull(Settings.Databases(configuration));
            else Assert.Contains("SSL Mode=VerifyFull", Assert.Throws<InvalidOperationException>(() => Settings.Databases(configuration)).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Containers of one machine.</summary>
    [Fact]
    public void Whoever_runs_it_may_say_that_the_way_is_closed() =>
        Assert.NotNull(Settings.Databases(With(("ConnectionStrings:Pathway", "Host=database"), ("PATHWAY_DATABASE_PLAIN", "true"))));

    private static IConfiguration With(params (string Name, string Value)[] settings) => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)).GroupBy(s => s.Key).Select(s => s.Last())).Build();
}
