using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Whereabouts;

/// <summary>
/// That one organisation knows where a person stays (DG4): who wrote it down, when, and which persons may read it. The address itself is another record, sealed under a
/// key of its own. Nobody reads it by role: not a colleague, not a manager, not the lead; only a person to whom it was granted by name, and for a time.
/// </summary>
public sealed class ProtectedAddress
{
    private readonly List<SealedAddress> _contents = [];
    private readonly List<AddressGrant> _grants = [];

    private ProtectedAddress() { }

    internal ProtectedAddress(CaseId caseId, Dwelling dwelling, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        OrganisationId = act.For;
        RecordedBy = act.By;
        RecordedAt = act.At;
        _contents.Add(new(this, dwelling, act));
        // Whoever writes it down knows it already.
        _grants.Add(new(this, act.By, act.Day.AddDays(AddressGrant.FirstDays), null, act));
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The organisation that knows: no other learns that there is an address.</summary>
    public OrganisationId OrganisationId { get; private set; }

    public UserId RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>A later address took its place: nobody reads this one any longer.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    public IReadOnlyList<AddressGrant> Grants => _grants;

    internal IReadOnlyList<SealedAddress> Contents => _contents;

    internal void Replace(Act act) => ReplacedAt = act.At;

    internal AddressGrant Grant(UserId to, DateOnly until, string why, Act act)
    {
        foreach (var earlier in _grants.Where(g => g.UserId == to && g.EndedAt is null)) earlier.End(act);
        var grant = new AddressGrant(this, to, until, why, act);
        _grants.Add(grant);
        return grant;
    }
}

/// <summary>DG4: where the person stays, as it was written down once. Sealed under its own key.</summary>
public sealed class SealedAddress
{
    private SealedAddress() { }

    internal SealedAddress(ProtectedAddress address, Dwelling dwelling, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        AddressId = address.Id;
        CaseId = address.CaseId;
        Dwelling = new(dwelling);
    }

    public Guid Id { get; private set; }

    public Guid AddressId { get; private set; }

    public CaseId CaseId { get; private set; }

    public Sealed<Dwelling> Dwelling { get; private set; } = null!;
}

/// <summary>Where a person stays, and what somebody who comes there has to know.</summary>
public sealed record Dwelling(string Address, string? Note = null);

/// <summary>One person may read where another stays, until a day, for a reason. It ends by itself, and with the person's place on the team.</summary>
public sealed class AddressGrant
{
    /// <summary>How long whoever wrote the address down reads it again without being asked why.</summary>
    public const int FirstDays = 30;

    public const int MostDays = 90;

    private AddressGrant() { }

    internal AddressGrant(ProtectedAddress address, UserId to, DateOnly until, string? why, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        AddressId = address.Id;
        CaseId = address.CaseId;
        OrganisationId = act.For;
        UserId = to;
        GrantedBy = act.By;
        GrantedAt = act.At;
        Until = SwedishCalendar.StartOf(until.AddDays(1));
        Why = why is null ? null : new(why);
    }

    public Guid Id { get; private set; }

    public Guid AddressId { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public UserId UserId { get; private set; }

    public UserId GrantedBy { get; private set; }

    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>The instant at which it ends by itself.</summary>
    public DateTimeOffset Until { get; private set; }

    public Sealed<string>? Why { get; private set; }

    /// <summary>When it was taken back, or its person left the team.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool HoldsAt(DateTimeOffset at) => EndedAt is null && GrantedAt <= at && at < Until;

    internal void End(Act act) => EndedAt = act.At;
}

/// <summary>What a manager decides when somebody is to know where a person stays.</summary>
/// <param name="ToPerson">The staff person behind the account: nobody grants it to themselves by another account.</param>
public sealed record GrantTerms(UserId To, PersonId ToPerson, PersonId ByPerson, bool ByManager, DateOnly Until, string Why);
