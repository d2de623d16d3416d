using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Directory;

/// <summary>The contacts of the national guide (S1-41, S4-10), taken over into an empty directory. Nothing was checked against a living source: what was doubtful begins under check.</summary>
public static class DirectoryImport
{
    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>As the file says it.</summary>
    internal sealed record Contact(
        string NameSv, string NameEn, OrganisationKind Kind, IReadOnlyList<HelpKind> Helps, IReadOnlyList<ChannelContent> Channels,
        string? UnitSv = null, string? UnitEn = null, string? AssistanceSv = null, string? AssistanceEn = null, CoordinationRegion? Region = null, string? Municipality = null,
        IReadOnlyList<TargetGroup>? TargetGroups = null, IReadOnlyList<string>? Languages = null, IReadOnlyList<OpeningSpan>? Hours = null, string? SourceNoteSv = null, string? SourceNoteEn = null,
        IReadOnlyList<Doubt>? Doubts = null, IReadOnlyList<string>? Rejected = null);

    internal sealed record Doubt(string Sv, string En, string? About = null);

    /// <summary>Does nothing where the directory has entries already.</summary>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken stopping = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var at = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        at = new(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        if (await db.DirectoryEntries.AnyAsync(stopping)) return;
        db.DirectoryEntries.AddRange(Contacts().Select(contact => Entry(contact, at)));
        await db.SaveChangesAsync(stopping);
        await transaction.CommitAsync(stopping);
    }

    internal static IReadOnlyList<Contact> Contacts()
    {
        using var stream = typeof(DirectoryImport).Assembly.GetManifestResourceStream(typeof(DirectoryImport), "contacts.json")!;
        return JsonSerializer.Deserialize<List<Contact>>(stream, Reading)!;
    }

    private static DirectoryEntry Entry(Contact contact, DateTimeOffset at) => DirectoryEntry.Import(
        new()
        {
            NameSv = contact.NameSv,
            NameEn = contact.NameEn,
            Kind = contact.Kind,
            UnitSv = contact.UnitSv,
            UnitEn = contact.UnitEn,
            AssistanceSv = contact.AssistanceSv,
            AssistanceEn = contact.AssistanceEn,
            Helps = contact.Helps,
            Region = contact.Region,
            Municipality = contact.Municipality,
            Languages = contact.Languages ?? [],
            TargetGroups = contact.TargetGroups ?? [],
            Hours = contact.Hours ?? [],
            Channels = contact.Channels,
            SourceNoteSv = contact.SourceNoteSv,
            SourceNoteEn = contact.SourceNoteEn,
        },
        [.. (contact.Doubts ?? []).Select(d => (d.About, d.Sv, d.En))], contact.Rejected ?? [], at);
}
