using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Whereabouts;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    private readonly List<ProtectedAddress> _addresses = [];

    /// <summary>What the actor's own organisation has written down of where the person stays: that, not where.</summary>
    public IReadOnlyList<ProtectedAddress> Addresses => _addresses;

    /// <summary>Where a protected registration, or another identity, is decided, no address is kept at all.</summary>
    public static bool KeepsNoAddress(string protectedIdentity) => protectedIdentity is "SKYDDAD_FOLKBOKFORING" or "FINGERADE";

    /// <summary>Writes down where the person stays. An earlier address of the same organisation is read by nobody from now on.</summary>
    public ProtectedAddress RecordAddress(Dwelling dwelling, Act act)
    {
        Opened();
        if (act.As is not (Role.SocialWorker or Role.NgoWorker)) throw new RuleBrokenException(Rule.OnlyWhoSheltersKnowsTheAddress);
        if (KeepsNoAddress(Facts.ProtectedIdentity)) throw new RuleBrokenException(Rule.AProtectedRegistrationHasNoAddress);
        if (!IsOnTeam(act.By, act)) throw new RuleBrokenException(Rule.AGrantIsForTheTeam);
        Current(act)?.Replace(act);
        var address = new ProtectedAddress(Id, dwelling, act);
        _addresses.Add(address);
        Record(new AddressRecorded(Id, address.Id, address.Contents[0].Id, act));
        return address;
    }

    /// <summary>A manager names somebody of the team who may read it, until when, and why.</summary>
    public AddressGrant GrantAddress(GrantTerms terms, Act act)
    {
        if (!terms.ByManager) throw new RuleBrokenException(Rule.AGrantIsAManagers);
        if (terms.To == act.By || terms.ToPerson == terms.ByPerson) throw new RuleBrokenException(Rule.NobodyGrantsThemselves);
        if (!IsOnTeam(terms.To, act)) throw new RuleBrokenException(Rule.AGrantIsForTheTeam);
        if (terms.Until < act.Day || terms.Until > act.Day.AddDays(AddressGrant.MostDays)) throw new RuleBrokenException(Rule.AGrantEnds, ("latest", act.Day.AddDays(AddressGrant.MostDays)));
        if (string.IsNullOrWhiteSpace(terms.Why)) throw new RuleBrokenException(Rule.AStepIsExplained);
        var address = Current(act) ?? throw new RuleBrokenException(Rule.AnAddressIsRecordedFirst);
        var grant = address.Grant(terms.To, terms.Until, terms.Why, act);
        Record(new AddressGranted(Id, address.Id, grant.Id, terms.To, terms.Until, act));
        return grant;
    }

    /// <summary>A manager takes a grant back: from this moment its person reads nothing.</summary>
    public void EndAddressGrant(Guid id, bool byManager, Act act)
    {
        if (!byManager) throw new RuleBrokenException(Rule.AGrantIsAManagers);
        var address = Current(act);
        if (address?.Grants.SingleOrDefault(g => g.Id == id && g.HoldsAt(act.At)) is not { } grant) throw new RuleBrokenException(Rule.AGrantEndsOnce);
        grant.End(act);
        Record(new AddressGrantEnded(Id, address.Id, id, grant.UserId, act));
    }

    private bool IsOnTeam(UserId user, Act act) => _team.Any(m => m.IsOnTeam && m.OrganisationId == act.For && m.UserId == user);

    private ProtectedAddress? Current(Act act) => _addresses.SingleOrDefault(a => a.OrganisationId == act.For && a.ReplacedAt is null);
}
