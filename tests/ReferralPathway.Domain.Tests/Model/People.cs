using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Model;

/// <summary>An organisation that may meet the case.</summary>
internal sealed record House(string Name, OrganisationKind Kind, OrganisationId Id)
{
    public override string ToString() => Name;
}

/// <summary>Somebody who may try anything.</summary>
/// <param name="Self">Who it is, whatever account they use: what takes four eyes compares these.</param>
internal sealed record Person(string Name, House At, Role Role, bool Manager, UserId Id, PersonId Self)
{
    public Actor AsActor => new(Id, Self, At.Id, At.Kind, Role, Manager);

    public override string ToString() => Name;
}

/// <summary>Everybody: each role, two organisations of the kinds that meet others of their kind, colleagues and managers, and one who works at two desks.</summary>
internal static class People
{
    private static int _made;

    public static readonly House Malmo = House("Malmö", OrganisationKind.Municipality);
    public static readonly House Lund = House("Lund", OrganisationKind.Municipality);
    public static readonly House Haven = House("Haven", OrganisationKind.Ngo);
    public static readonly House South = House("Region South", OrganisationKind.RegionalCoordinator);
    public static readonly House West = House("Region West", OrganisationKind.RegionalCoordinator);
    public static readonly House Police = House("Police", OrganisationKind.Police);
    public static readonly House Prosecutor = House("Prosecutor", OrganisationKind.Prosecutor);
    public static readonly House Agency = House("Migration Agency", OrganisationKind.MigrationAgency);
    public static readonly House Counsel = House("Counsel", OrganisationKind.Lawyer);
    public static readonly House Iom = House("IOM", OrganisationKind.Iom);
    public static readonly House Jamy = House("Gender Equality Agency", OrganisationKind.NationalCoordinator);
    public static readonly House Operator = House("Operator", OrganisationKind.Operator);

    public static readonly House[] Houses = [Malmo, Lund, Haven, South, West, Police, Prosecutor, Agency, Counsel, Iom, Jamy, Operator];

    private static readonly Person InTwoHouses = Person("Malmö.2", Malmo, Role.SocialWorker);

    public static readonly Person[] All =
    [
        Person("Malmö.1", Malmo, Role.SocialWorker), InTwoHouses, Person("Malmö.manager", Malmo, Role.SocialWorker, manager: true),
        Person("Lund.1", Lund, Role.SocialWorker), Person("Lund.manager", Lund, Role.SocialWorker, manager: true),
        Person("Haven.1", Haven, Role.NgoWorker), Person("Haven.manager", Haven, Role.NgoWorker, manager: true),
        Person("South.1", South, Role.RegionalCoordinator), Person("South.2 (Malmö.2)", South, Role.RegionalCoordinator, self: InTwoHouses), Person("West.1", West, Role.RegionalCoordinator),
        Person("Police.1", Police, Role.InvestigationLeader), Person("Police.manager", Police, Role.InvestigationLeader, manager: true),
        Person("Prosecutor.1", Prosecutor, Role.InvestigationLeader),
        Person("Agency.1", Agency, Role.MigrationOfficer), Person("Agency.2", Agency, Role.MigrationOfficer),
        Person("Counsel.1", Counsel, Role.Lawyer),
        Person("IOM.1", Iom, Role.IomCaseworker),
        Person("Jämy.1", Jamy, Role.NationalCoordinator),
        Person("Administrator", Operator, Role.Administrator), Person("Auditor", Operator, Role.Auditor),
    ];

    /// <summary>The sweep, which acts for whoever leads the case.</summary>
    public static Person Night(House lead) => new("the night", lead, Role.System, false, Act.System, PersonId.From(Act.System.Value));

    public static House Of(OrganisationId id) => Houses.Single(h => h.Id == id);

    public static Person Of(Act act) => All.Single(p => p.Id == act.By);

    private static House House(string name, OrganisationKind kind) => new(name, kind, OrganisationId.From(Number()));

    private static Person Person(string name, House at, Role role, bool manager = false, Person? self = null)
    {
        var id = UserId.From(Number());
        return new(name, at, role, manager, id, self?.Self ?? PersonId.From(id.Value));
    }

    private static Guid Number() => new(++_made, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>Reads the arguments of an act out of one number, so that a sequence that was shrunk still says the same of each act that is left.</summary>
internal sealed class Draw(int seed)
{
    private ulong _state = (uint)seed * 0x9E3779B97F4A7C15UL + 0xD1B54A32D192ED03UL;

    public int Below(int n)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1DUL >> 33) % (uint)n);
    }

    public int Seed() => Below(int.MaxValue);

    /// <summary>So many times in a hundred.</summary>
    public bool Often(int percent) => Below(100) < percent;

    public T One<T>(params ReadOnlySpan<T> of) => of[Below(of.Length)];

    /// <summary>The first, unless now and then another.</summary>
    public T Mostly<T>(T usual, params ReadOnlySpan<T> rarely) => Often(88) || rarely.Length == 0 ? usual : rarely[Below(rarely.Length)];

    public T? Among<T>(IReadOnlyList<T> all) where T : class => all.Count == 0 ? null : all[Below(all.Count)];

    /// <summary>A day: today most often, yesterday, tomorrow, some days ago, or a day that an earlier act made important, and the days beside it.</summary>
    public DateOnly Day(DateOnly today, params ReadOnlySpan<DateOnly?> important)
    {
        if (important.Length > 0 && Often(25) && important[Below(important.Length)] is { } marked) return marked.AddDays(Below(3) - 1);
        return today.AddDays(Below(20) switch { < 13 => 0, < 15 => -1, 15 => 1, 16 => -7, 17 => -40, 18 => 30, _ => -2 });
    }
}
