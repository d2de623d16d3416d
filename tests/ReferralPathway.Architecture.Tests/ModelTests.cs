using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Domain.Consultations;
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
    public void The_tables_of_consultations_lead_to_no_case_and_no_person()
    {
        using var scope = program.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<PathwayDb>().Model;
        Type[] kept = [typeof(Consultation), typeof(ConsultationText), model.GetEntityTypes().Single(e => e.ClrType.Name == "ConsultationKey").ClrType];
        var tables = kept.Select(type => model.FindEntityType(type)!).ToList();

        Assert.All(tables.SelectMany(t => t.GetForeignKeys()), key => Assert.Contains(key.PrincipalEntityType.ClrType, kept));
        // Nor does anything else lead to them, and no column could hold a case, a part in one or a person.
        Assert.DoesNotContain(model.GetEntityTypes().Except(tables).SelectMany(t => t.GetForeignKeys()), key => kept.Contains(key.PrincipalEntityType.ClrType));
        Type[] known = [typeof(CaseId), typeof(PersonId), typeof(ReferralId), typeof(ConsentId), typeof(InvestigationId), typeof(LegalGroundId)];
        Assert.DoesNotContain(tables.SelectMany(t => t.GetProperties()), p => known.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) || p.GetColumnName().Contains("case", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(ConsultationEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConsultationEvent))).SelectMany(t => t.GetProperties()), p => known.Contains(p.PropertyType));
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
