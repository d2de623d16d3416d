using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Codes;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Data.Documents;
using ReferralPathway.Data.Guidance;
using ReferralPathway.Data.Matches;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Overview;
using ReferralPathway.Data.Referrals;
using ReferralPathway.Data.Reimbursement;
using ReferralPathway.Data.Retention;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Data.Whereabouts;

namespace ReferralPathway.Data;

public static class DataServices
{
    /// <summary>Everything that keeps the pathway. The caller registers <see cref="Databases"/> and <see cref="MasterKeys"/>.</summary>
    public static IServiceCollection AddPathwayData(this IServiceCollection services)
    {
        // Passkeys have a table only in this version of the schema, and only the options of the application say so.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddScoped<Door>();
        services.AddScoped<Sealer>();
        services.AddScoped<ActInterceptor>();
        services.AddScoped<ConsultationInterceptor>();
        services.AddScoped<DisclosureInterceptor>();
        services.AddSingleton<MatchInterceptor>();
        services.AddScoped<OwnNames>();
        services.AddScoped<Acceptance>();
        services.AddScoped<AddressReader>();
        services.AddScoped<FileReader>();
        services.AddSingleton<ActingInterceptor>();
        services.AddSingleton<TransactionGuard>();
        services.AddSingleton<ReadingInterceptor>();
        services.AddSingleton<DirectoryInterceptor>();
        services.AddSingleton<HistoryInterceptor>();
        services.AddSingleton<HotlineBook>();
        services.AddSingleton<CodeBook>();
        services.AddSingleton<RuleBook>();
        services.AddSingleton(p => new InstallationKeys(p.GetRequiredService<MasterKeys>(), p.GetRequiredService<Databases>().Beside));
        services.AddSingleton<SearchTokens>();
        services.AddDbContext<PathwayDb>((p, options) =>
        {
            var databases = p.GetRequiredService<Databases>();
            var door = p.GetRequiredService<Door>().Through;
            options.UseNpgsql(door switch
            {
                Entrance.App => databases.App,
                Entrance.System => databases.System,
                _ => databases.Owner ?? throw new InvalidOperationException("This host was given no owner's connection."),
            }, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, PathwayDb.Identity));
            if (door == Entrance.Owner) return;
            options.AddInterceptors(p.GetRequiredService<ActingInterceptor>(), p.GetRequiredService<TransactionGuard>(), p.GetRequiredService<ReadingInterceptor>(),
                // Before the acts: a new text has its key when everything is closed.
                p.GetRequiredService<ConsultationInterceptor>(), p.GetRequiredService<DisclosureInterceptor>(), p.GetRequiredService<MatchInterceptor>(), p.GetRequiredService<ActInterceptor>(), p.GetRequiredService<DirectoryInterceptor>(),
                p.GetRequiredService<HistoryInterceptor>());
        });
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<Eraser>();
        services.AddSingleton<CheckpointKey>();
        services.AddCaseKeeping();
        services.AddScoped<DeskReader>();
        services.AddScoped<Inbox>();
        services.AddScoped<ClaimReader>();
        services.AddScoped<Counter>();
        services.AddScoped<StatisticsReader>();
        services.AddSweeps();
        return services;
    }
}
