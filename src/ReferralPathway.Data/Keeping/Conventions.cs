using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Whereabouts;

namespace ReferralPathway.Data.Keeping;

/// <summary>What holds for every table: typed ids are uuid, enums are their names, masks are int, what is sealed is bytes, names are snake_case, keys are never made by the database.</summary>
internal static partial class Conventions
{
    public static void KeepAsTheHouseDoes(this ModelConfigurationBuilder builder)
    {
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<DataGroups>().HaveConversion<DataGroupsConverter, DataGroupsComparer>();
        builder.Properties<List<OrganisationId>>().HaveConversion<OrganisationIdsConverter, OrganisationIdsComparer>();
        builder.Properties<IntakeParts>().HaveConversion<int>();
        foreach (var id in typeof(CaseId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>))))
            builder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        builder.Properties<Sealed<IdentityDetails>>().HaveConversion<SealedConverter<IdentityDetails>>();
        builder.Properties<Sealed<SafeContactDetails>>().HaveConversion<SealedConverter<SafeContactDetails>>();
        builder.Properties<Sealed<HealthDetails>>().HaveConversion<SealedConverter<HealthDetails>>();
        builder.Properties<Sealed<ConsentNotes>>().HaveConversion<SealedConverter<ConsentNotes>>();
        builder.Properties<Sealed<ToldAnswer>>().HaveConversion<SealedConverter<ToldAnswer>>();
        builder.Properties<Sealed<byte[]>>().HaveConversion<SealedConverter<byte[]>>();
        builder.Properties<Sealed<PermitForm>>().HaveConversion<SealedConverter<PermitForm>>();
        builder.Properties<Sealed<ComponentDetails>>().HaveConversion<SealedConverter<ComponentDetails>>();
        builder.Properties<Sealed<PlanItemDetails>>().HaveConversion<SealedConverter<PlanItemDetails>>();
        builder.Properties<Sealed<AnswerNotes>>().HaveConversion<SealedConverter<AnswerNotes>>();
        builder.Properties<Sealed<Dwelling>>().HaveConversion<SealedConverter<Dwelling>>();
        builder.Properties<Sealed<ReturnContent>>().HaveConversion<SealedConverter<ReturnContent>>();
        builder.Properties<Sealed<DisclosureQuestion>>().HaveConversion<SealedConverter<DisclosureQuestion>>();
        builder.Properties<Sealed<string>>().HaveConversion<SealedConverter<string>>();
        builder.ComplexProperties<CaseFacts>();
    }

    public static void NameAsTheHouseDoes(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson()) continue;
            Name(entity);
            foreach (var key in entity.FindPrimaryKey()!.Properties) key.ValueGenerated = ValueGenerated.Never;
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}" + (key.IsPrimaryKey() ? "" : "_" + string.Join('_', key.Properties.Select(p => p.GetColumnName()))));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var reference in entity.GetForeignKeys())
                if (!reference.IsOwnership) reference.SetConstraintName($"fk_{entity.GetTableName()}_{string.Join('_', reference.Properties.Select(p => p.GetColumnName()))}");
        }
    }

    private static void Name(IMutableTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties()) property.SetColumnName(Snake(property.Name));
        foreach (var complex in type.GetDeclaredComplexProperties()) Name(complex.ComplexType);
    }

    public static string Snake(string name) => Words().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Words();
}

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value)) where TId : struct, ITypedId<TId>
{
    // An expression tree may not call a static abstract member.
    private static TId From(Guid value) => TId.From(value);
}

internal sealed class DataGroupsConverter() : ValueConverter<DataGroups, int>(groups => groups.Mask, mask => new(mask));

/// <summary>A mask is a number, not a collection, to the change tracker.</summary>
internal sealed class DataGroupsComparer() : ValueComparer<DataGroups>((a, b) => a.Mask == b.Mask, groups => groups.Mask);

internal sealed class OrganisationIdsConverter() : ValueConverter<List<OrganisationId>, Guid[]>(ids => ids.Select(id => id.Value).ToArray(), values => values.Select(OrganisationId.From).ToList());

/// <summary>A list is what stands in it.</summary>
internal sealed class OrganisationIdsComparer() : ValueComparer<List<OrganisationId>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToList());

/// <summary>Only boxes go in and out; the keeper of keys closes them before a save and opens them after a load.</summary>
internal sealed class SealedConverter<T>() : ValueConverter<Sealed<T>, byte[]>(content => Box(content), box => new(new SealedBox(box))) where T : class
{
    private static byte[] Box(ISealed content) => content.Box ?? throw new InvalidOperationException("Something was about to be saved unsealed.");
}
