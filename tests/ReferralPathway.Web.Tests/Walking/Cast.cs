using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Everybody who walks: each role as a recipient of each state of consent, the colleagues of the lead, whoever takes part for a reason of its own, and those who take part in nothing.
/// </summary>
internal static class Cast
{
    /// <summary>The roles whose organisations receive referrals, and the kind of organisation that stands for each.</summary>
    public static readonly IReadOnlyList<(Role Role, OrganisationKind Kind)> Recipients =
    [
        .. Enum.GetValues<OrganisationKind>().Where(OrganisationKinds.ReceivesReferrals).Select(k => (Role: OrganisationKinds.CaseRoleOf(k)!.Value, Kind: k)).GroupBy(k => k.Role).Select(g => g.First()),
    ];

    /// <summary>Three organisations of each: in three cases they stand for nine states of consent.</summary>
    public const int Slots = 3;

    public const string Lead = "sw.malmo";
    public const string Manager = "sw.malmo.chef";
    public const string Colleague = "walk.colleague";
    public const string ThroughGlass = "walk.glass";
    public const string Named = "walk.named";
    public const string Completed = "law.lind";
    public const string NewLead = "ngo.haven";

    /// <summary>An organisation without accounts, whose answers the sender writes down.</summary>
    public static readonly OrganisationId Silent = OrganisationId.From(new("01890000-0000-7000-8000-0000000000aa"));

    public static string Recipient(Role role, int slot) => $"walk.{role}{slot}".ToLowerInvariant();

    /// <summary>Whoever walks beside the recipients: one of each role that takes part in nothing, and everybody who stands to the case in a way of their own.</summary>
    private static readonly string[] Others =
    [
        Lead, Manager, Colleague, ThroughGlass, Named, Completed, NewLead, "ngo.haven.chef", "il.polis", "sw.umea", "ma.tillstand", "ma.mottagning", "rc.syd", "rc.syd2", "iom.hki", "nc.jamy", "admin", "audit",
    ];

    public static readonly IReadOnlyList<string> All = [.. Others, .. Recipients.SelectMany(r => Enumerable.Range(0, Slots).Select(slot => Recipient(r.Role, slot)))];

    /// <summary>The organisations and accounts that the samples do not have.</summary>
    public static async Task EnterAsync(PathwayHost host)
    {
        var at = host.Clock.GetUtcNow();
        var malmo = await host.OrganisationAsync(Lead);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Organisations.Add(new(Silent, OrganisationKind.Municipality, "Utan konton", "Without accounts", "2581"));
        foreach (var (role, kind) in Recipients)
            for (var slot = 0; slot < Slots; slot++)
                db.Users.Add(Account(Recipient(role, slot), role, Found(kind, $"{role} {slot}"), at));
        db.Users.Add(Account(Named, Role.InvestigationLeader, Found(OrganisationKind.Police, "Named"), at));
        db.Users.Add(Account(Colleague, Role.SocialWorker, malmo, at));
        db.Users.Add(Account(ThroughGlass, Role.SocialWorker, malmo, at));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        OrganisationId Found(OrganisationKind kind, string name)
        {
            var id = OrganisationId.New(at);
            db.Organisations.Add(new(id, kind, $"Vandring {name}", $"Walk {name}", kind is OrganisationKind.Municipality ? "0114" : null, kind is OrganisationKind.RegionalCoordinator ? "Mitt" : null));
            return id;
        }
    }

    private static Account Account(string name, Role role, OrganisationId organisation, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        UserName = $"{name}@sample.example",
        NormalizedUserName = $"{name}@sample.example".ToUpperInvariant(),
        Email = $"{name}@sample.example",
        NormalizedEmail = $"{name}@sample.example".ToUpperInvariant(),
        EmailConfirmed = true,
        Name = $"Walker {name}",
        PersonId = PersonId.New(at),
        OrganisationId = organisation,
        Role = role,
        Status = AccountStatus.Active,
        LockoutEnabled = true,
        SecurityStamp = Guid.CreateVersion7(at).ToString("N"),
    };
}

/// <summary>The part of one organisation in one case, as the domain gives it: what it reads, since when, until when.</summary>
internal sealed record Share(OrganisationId Organisation, DataGroups Groups, DateTimeOffset From, DateTimeOffset Until);
