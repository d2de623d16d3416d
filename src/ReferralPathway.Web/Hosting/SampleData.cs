using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Guidance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Invented organisations, accounts and cases. Every name and number here is synthetic.</summary>
public static class SampleData
{
    /// <param name="Email">The sign-in name.</param>
    public sealed record SampleAccount(string Email, string Name, Role Role, string Organisation, bool IsManager = false);

    private static readonly (string Key, OrganisationKind Kind, string Sv, string En, string? Municipality, string? Region)[] Organisations =
    [
        ("umea", OrganisationKind.Municipality, "Umeå kommun", "Umeå municipality", "2480", null),
        ("malmo", OrganisationKind.Municipality, "Malmö stad", "City of Malmö", "1280", null),
        ("norrkoping", OrganisationKind.Municipality, "Norrköpings kommun", "Norrköping municipality", "0581", null),
        ("vasteras", OrganisationKind.Municipality, "Västerås stad", "City of Västerås", "1980", null),
        ("stockholm", OrganisationKind.Municipality, "Stockholms stad", "City of Stockholm", "0180", null),
        ("dorotea", OrganisationKind.Municipality, "Dorotea kommun", "Dorotea municipality", "2425", null),
        ("evonhuset", OrganisationKind.MunicipalOutreach, "Evonhuset Malmö", "Evonhuset Malmö", "1280", null),
        ("rc-norr", OrganisationKind.RegionalCoordinator, "Regionkoordinator Norr", "Regional coordinator Norr", null, "Norr"),
        ("rc-syd", OrganisationKind.RegionalCoordinator, "Regionkoordinator Syd", "Regional coordinator Syd", null, "Syd"),
        ("rc-ost", OrganisationKind.RegionalCoordinator, "Regionkoordinator Öst", "Regional coordinator Öst", null, "Ost"),
        ("rc-mitt", OrganisationKind.RegionalCoordinator, "Regionkoordinator Mitt", "Regional coordinator Mitt", null, "Mitt"),
        ("rc-sthlm", OrganisationKind.RegionalCoordinator, "Regionkoordinator Stockholm", "Regional coordinator Stockholm", null, "Stockholm"),
        ("polis", OrganisationKind.Police, "Polismyndigheten", "Swedish Police Authority", null, null),
        ("aklagare", OrganisationKind.Prosecutor, "Åklagarmyndigheten", "Swedish Prosecution Authority", null, null),
        ("migration", OrganisationKind.MigrationAgency, "Migrationsverket", "Swedish Migration Agency", null, null),
        ("haven", OrganisationKind.Ngo, "Haven (ideell förening)", "Haven (NGO)", null, null),
        ("platform", OrganisationKind.NgoPlatform, "Plattformen Civila Sverige", "Civil Society Platform", null, null),
        ("lind", OrganisationKind.Lawyer, "Advokatbyrån Lind", "Lind law firm", null, null),
        ("iom", OrganisationKind.Iom, "IOM Finland", "IOM Finland", null, null),
        ("jamy", OrganisationKind.NationalCoordinator, "Jämställdhetsmyndigheten", "Swedish Gender Equality Agency", null, null),
        ("operator", OrganisationKind.Operator, "Systemförvaltningen", "System operator", null, null),
    ];

    /// <summary>The accounts, as they are printed at the start.</summary>
    public static readonly IReadOnlyList<SampleAccount> Accounts =
    [
        new("sw.umea@sample.example", "Elin Sandberg", Role.SocialWorker, "umea"),
        new("sw.malmo@sample.example", "Jonas Ekdahl", Role.SocialWorker, "malmo"),
        new("sw.malmo.chef@sample.example", "Birgitta Nyman", Role.SocialWorker, "malmo", IsManager: true),
        new("sw.norrkoping@sample.example", "Amira Haddad", Role.SocialWorker, "norrkoping"),
        new("sw.vasteras@sample.example", "Peter Wallin", Role.SocialWorker, "vasteras"),
        new("sw.stockholm@sample.example", "Karin Öberg", Role.SocialWorker, "stockholm"),
        new("sw.dorotea@sample.example", "Nils Persson", Role.SocialWorker, "dorotea"),
        new("rc.norr@sample.example", "Maja Lundmark", Role.RegionalCoordinator, "rc-norr"),
        new("rc.syd@sample.example", "Sofia Bergqvist", Role.RegionalCoordinator, "rc-syd"),
        new("rc.syd2@sample.example", "Henrik Ask", Role.RegionalCoordinator, "rc-syd"),
        new("rc.ost@sample.example", "Lena Fors", Role.RegionalCoordinator, "rc-ost"),
        new("rc.mitt@sample.example", "Oskar Dahl", Role.RegionalCoordinator, "rc-mitt"),
        new("rc.sthlm@sample.example", "Yasmin Rahimi", Role.RegionalCoordinator, "rc-sthlm"),
        new("il.polis@sample.example", "Per Grahn", Role.InvestigationLeader, "polis"),
        new("il.aklagare@sample.example", "Charlotta Hjelm", Role.InvestigationLeader, "aklagare"),
        new("ma.tillstand@sample.example", "Anders Roos", Role.MigrationOfficer, "migration"),
        new("ma.mottagning@sample.example", "Fatima Noor", Role.MigrationOfficer, "migration"),
        new("ngo.haven@sample.example", "Åsa Lindgren", Role.NgoWorker, "haven"),
        new("ngo.haven.chef@sample.example", "Gunilla Ström", Role.NgoWorker, "haven", IsManager: true),
        new("ngo.platform@sample.example", "Mikael Sjö", Role.NgoWorker, "platform"),
        new("law.lind@sample.example", "Tove Lind", Role.Lawyer, "lind"),
        new("iom.hki@sample.example", "Aino Virtanen", Role.IomCaseworker, "iom"),
        new("nc.jamy@sample.example", "Eva Rydell", Role.NationalCoordinator, "jamy"),
        new("admin@sample.example", "Stefan Holm", Role.Administrator, "operator"),
        // Nobody confirms alone: what one administrator asks for, the other decides.
        new("admin2@sample.example", "Lotta Ek", Role.Administrator, "operator"),
        new("audit@sample.example", "Ingrid Falk", Role.Auditor, "operator"),
    ];

    /// <summary>Fills an empty database; in one that is filled it only gives the accounts the password of this start.</summary>
    /// <returns>Whether the database was empty.</returns>
    public static async Task<bool> LoadAsync(IServiceProvider services, string password)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var empty = !await db.Organisations.AnyAsync();
        if (empty)
        {
            var ids = Organisations.ToDictionary(o => o.Key, _ => OrganisationId.New(at));
            db.Organisations.AddRange(Organisations.Select(o => new Organisation(ids[o.Key], o.Kind, o.Sv, o.En, o.Municipality, o.Region, $"{o.Key}@sample.example")));
            db.Users.AddRange(Accounts.Select(a => new Account
            {
                Id = Guid.CreateVersion7(at),
                UserName = a.Email,
                NormalizedUserName = a.Email.ToUpperInvariant(),
                Email = a.Email,
                NormalizedEmail = a.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                Name = a.Name,
                PersonId = PersonId.New(at),
                OrganisationId = ids[a.Organisation],
                Role = a.Role,
                IsManager = a.IsManager,
                Status = AccountStatus.Active,
                LockoutEnabled = true,
                SecurityStamp = Guid.CreateVersion7(at).ToString("N"),
            }));
            await db.SaveChangesAsync();
        }
        // One hash for all of them: hashing twenty-five times at each start would take seconds.
        var hash = hasher.HashPassword(new(), password);
        await db.Users.Where(a => a.Email!.EndsWith("@sample.example")).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash));
        await transaction.CommitAsync();
        return empty;
    }

    /// <summary>The installation begins with these rules, of whatever day somebody asks; what an administrator has chosen since comes after.</summary>
    public static async Task PresetAsync(IServiceProvider services, RuleSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var first = await db.RuleChanges.Where(c => c.Since == RuleChange.Always).OrderByDescending(c => c.Number).FirstOrDefaultAsync();
        if (first is null || first.RuleSet != settings.RuleSet || first.ReimbursementFrom != settings.ReimbursementFrom)
            db.RuleChanges.Add(RuleChange.Preset(await db.RuleChanges.MaxAsync(c => (int?)c.Number) + 1 ?? 1, settings, at));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
