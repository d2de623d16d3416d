using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Matches;
using ReferralPathway.Data.Statistics;

namespace ReferralPathway.Data.Sweeps;

internal static class SweepServices
{
    /// <summary>Everything that falls due by time alone, in the order in which it is asked.</summary>
    public static void AddSweeps(this IServiceCollection services)
    {
        services.AddScoped<ISweep, AuditPartitions>();
        services.AddScoped<ISweep, DailyCheckpoint>();
        services.AddScoped<ISweep, ConsentExpiry>();
        services.AddScoped<ISweep, CasesLeft>();
        services.AddScoped<ISweep, WorkLeft>();
        services.AddScoped<ISweep, StandInsEnd>();
        services.AddScoped<ISweep, StandInsBegin>();
        services.AddScoped<ISweep, ReferralReminder>();
        services.AddScoped<ISweep, ReferralEscalation>();
        services.AddScoped<ISweep, PermitEnds>();
        services.AddScoped<ISweep, PermitReminder>();
        services.AddScoped<ISweep, UnreviewedEmergencies>();
        services.AddScoped<ISweep, GroundExpiry>();
        services.AddScoped<ISweep, MissedDeadlines>();
        services.AddScoped<ISweep, PlanReviews>();
        services.AddScoped<ISweep, PlanReminder>();
        services.AddScoped<ISweep, IntegrationReviews>();
        services.AddScoped<ISweep, InquiryDecisionReminder>();
        services.AddScoped<ISweep, InquiryReminder>();
        services.AddScoped<ISweep, MissedClaims>();
        services.AddScoped<ISweep, ClaimReminder>();
        services.AddScoped<ISweep, UnclaimedQuarters>();
        services.AddScoped<ISweep, UnclaimedReminder>();
        services.AddScoped<ISweep, DisclosureReminder>();
        services.AddScoped<ISweep, EntryReview>();
        services.AddScoped<ISweep, PersonComparison>();
        services.AddScoped<ISweep, ContactOffers>();
        services.AddScoped<ISweep, ConsultationClosing>();
        services.AddScoped<ISweep, ConsultationErasure>();
        // Last: these count what the others have done.
        services.AddScoped<ISweep, NightlyFigures>();
        services.AddScoped<ISweep, QuarterlyReleases>();
        services.AddScoped<ISweep, WeeklyReadings>();
        services.AddScoped<ISweep, MorningDigest>();
    }
}
