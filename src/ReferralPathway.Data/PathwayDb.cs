using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Keeping;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Data;

/// <summary>
/// How the pathway is kept. Schema <c>pathway</c> holds cases under row-level security and is reached only inside a transaction that says who is acting;
/// schema <c>identity</c> holds accounts.
/// </summary>
public sealed class PathwayDb(DbContextOptions<PathwayDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string Pathway = "pathway";
    public const string Identity = "identity";

    /// <summary>Who acts in the transactions of this context. Without it the database shows nothing.</summary>
    public ActingAs? Acting { get; set; }

    /// <summary>What is asked with the first command of each transaction. Set before one begins.</summary>
    public IReadOnlyList<IOpeningQuestion> Opening { get; set; } = [];

    /// <summary>The unread messages, where they were asked for.</summary>
    public UnreadMessages? Unread => Opening.OfType<UnreadMessages>().FirstOrDefault();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralPreview> ReferralPreviews => Set<ReferralPreview>();

    public DbSet<ConsentDecision> Consents => Set<ConsentDecision>();

    public DbSet<LegalGround> LegalGrounds => Set<LegalGround>();

    public DbSet<Investigation> Investigations => Set<Investigation>();

    public DbSet<ChildTask> ChildTasks => Set<ChildTask>();

    public DbSet<PermitApplication> Permits => Set<PermitApplication>();

    public DbSet<AssistancePlan> Plans => Set<AssistancePlan>();

    public DbSet<IntegrationPlan> Integrations => Set<IntegrationPlan>();

    public DbSet<ReturnApplication> Returns => Set<ReturnApplication>();

    public DbSet<ReimbursementClaim> Claims => Set<ReimbursementClaim>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Letter> Outbox => Set<Letter>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    public DbSet<InstallationKey> InstallationKeys => Set<InstallationKey>();

    public DbSet<NameToken> NameTokens => Set<NameToken>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>A column of <see cref="IdentityUserContext{TUser, TKey}.UserPasskeys"/> that Identity does not know: when the question was asked that the passkey answered last. An older one it answers no more.</summary>
    public const string PasskeyAsked = "AskedAt";

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<AccountChange> AccountChanges => Set<AccountChange>();

    /// <summary>Puts a message into the inbox, and the mail that says that one waits into the outbox.</summary>
    public void Tell(Notice notice)
    {
        Notices.Add(notice);
        Outbox.Add(Letter.For(notice));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.KeepAsTheHouseDoes();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PathwayDb).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims", Identity);
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins", Identity);
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens", Identity);
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys", Identity).Property<DateTimeOffset?>(PasskeyAsked);
        builder.NameAsTheHouseDoes();
    }
}
