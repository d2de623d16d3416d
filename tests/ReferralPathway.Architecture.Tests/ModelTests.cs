using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Architecture.Tests;

/// <summary>The model of the database, without a database.</summary>
public sealed class ModelTests(PageTests.Program_ program) : IClassFixture<PageTests.Program_>
{
    [Fact]
    public void Passkeys_have_their_table()
    {
        using var scope = program.Services.CreateScope();
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<PathwayDb>().Model.FindEntityType(typeof(IdentityUserPasskey<Guid>)));
    }

    [Fact]
    public void The_migrations_are_those_of_the_model()
    {
        using var scope = program.Services.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<PathwayDb>().Database.HasPendingModelChanges());
    }

    [Fact]
    public void Every_sealed_column_is_bytes_and_no_other_column_holds_free_text_of_a_person()
    {
        using var scope = program.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<PathwayDb>().Model;
        var sealeds = model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => typeof(ISealed).IsAssignableFrom(p.ClrType)).ToList();

        Assert.NotEmpty(sealeds);
        Assert.All(sealeds, p => Assert.Equal(typeof(byte[]), p.GetTypeMapping().Converter!.ProviderClrType));
    }
}
