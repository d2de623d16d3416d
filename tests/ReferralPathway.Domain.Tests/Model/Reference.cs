using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Model;

/// <summary>
/// The reference model: what a case is according to section 3 of the domain reference, as plain as it can be. Each room adds its own state in its own file. It borrows
/// the vocabulary of the product (roles, data groups, days, code lists), and none of its methods.
/// </summary>
internal sealed partial class Reference
{
    private readonly Dictionary<Person, Relation> _standing = [];
    private readonly HashSet<House> _once = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 2, 27, 8, 0, 0, TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public House? Lead { get; set; }

    public HashSet<Person> Team { get; } = [];

    /// <summary>Always before noon, so that a day is the same day in Stockholm.</summary>
    public void Wait(int days)
    {
        Now = days == 0 ? Now.AddSeconds(7) : new DateTimeOffset(Now.Date.AddDays(days), TimeSpan.Zero).AddHours(8);
        if (days > 0) Settle();
    }

    /// <summary>How somebody stands to the case. In the product the database works this out (decision 0006); here it follows from section 2.1.</summary>
    public Relation StandingOf(Person who)
    {
        if (_standing.TryGetValue(who, out var known)) return known;
        var onTeam = Team.Contains(who);
        return _standing[who] = Lead is null ? Relation.None
            : who.At == Lead ? onTeam ? Relation.LeadTeam : Relation.LeadColleague
            : TakesPart(who.At) ? onTeam ? Relation.PartTeam : Relation.PartColleague
            : _once.Contains(who.At) ? onTeam ? Relation.Former : Relation.FormerColleague
            : Relation.None;
    }

    /// <summary>Something has changed: who takes part is worked out anew.</summary>
    public void Settle()
    {
        _standing.Clear();
        if (Lead is null) return;
        foreach (var house in People.Houses) if (house == Lead || TakesPart(house)) _once.Add(house);
    }

    private bool TakesPart(House house) => Rooms.Rooms.All.Any(room => room.GivesPart(this, house));
}
