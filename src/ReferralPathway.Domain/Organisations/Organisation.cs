using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Organisations;

/// <summary>An agency, municipality or NGO whose staff use the system, or that takes part by telephone and letter alone.</summary>
public sealed class Organisation
{
    private Organisation() { }

    public Organisation(OrganisationId id, OrganisationKind kind, string nameSv, string nameEn, string? municipality = null, string? region = null, string? mail = null)
    {
        Id = id;
        Kind = kind;
        NameSv = nameSv;
        NameEn = nameEn;
        Municipality = municipality;
        Region = region;
        Mail = mail;
        IsActive = true;
    }

    public OrganisationId Id { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public string NameSv { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Four-digit code, for a municipality and its outreach centres.</summary>
    public string? Municipality { get; private set; }

    /// <summary>Coordination region, for a regional coordinator.</summary>
    public string? Region { get; private set; }

    /// <summary>Function mailbox for notices; they carry no personal details.</summary>
    public string? Mail { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>Counts what was done to it; whoever saves says which one they saw.</summary>
    public int Revision { get; private set; }

    /// <summary>The account that changed it last; null while nobody has.</summary>
    public UserId? ChangedBy { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>What was done last, in the word of the audit.</summary>
    public string? ChangedHow { get; private set; }

    /// <summary>Somebody changed it: whoever was slower learns who did what.</summary>
    /// <param name="how">The word of the audit.</param>
    public void Changed(string how, Act act)
    {
        Revision++;
        (ChangedBy, ChangedAt, ChangedHow) = (act.By, act.At, how);
    }

    public string Name(string language) => language == "en" ? NameEn : NameSv;

    public void Rename(string nameSv, string nameEn, string? mail)
    {
        NameSv = nameSv;
        NameEn = nameEn;
        Mail = mail;
    }

    /// <summary>Who has asked that it be restored, and the person behind that account; null while nobody has.</summary>
    public UserId? RestoreAskedBy { get; private set; }

    public PersonId? RestoreAskedByPerson { get; private set; }

    public DateTimeOffset? RestoreAskedAt { get; private set; }

    /// <summary>A withdrawn organisation cannot be chosen as a new recipient and its accounts cannot sign in; what it took part in stays.</summary>
    public void Withdraw() => IsActive = false;

    /// <summary>Restored, its accounts read again what they could: so another person has to confirm it.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.AChangeIsDecidedOnce"/>: it works, or somebody has asked.</exception>
    public void AskToRestore(PersonId person, Act act)
    {
        if (IsActive || RestoreAskedAt is not null) throw new RuleBrokenException(Rule.AChangeIsDecidedOnce);
        (RestoreAskedBy, RestoreAskedByPerson, RestoreAskedAt) = (act.By, person, act.At);
    }

    /// <exception cref="RuleBrokenException"><see cref="Rule.SomebodyElseConfirms"/>, or nobody has asked.</exception>
    public void Restore(PersonId person)
    {
        if (RestoreAskedByPerson == person) throw new RuleBrokenException(Rule.SomebodyElseConfirms);
        LeaveWithdrawn();
        IsActive = true;
    }

    /// <summary>What was asked is refused, or taken back.</summary>
    /// <exception cref="RuleBrokenException">Nobody has asked.</exception>
    public void LeaveWithdrawn()
    {
        if (RestoreAskedAt is null) throw new RuleBrokenException(Rule.AChangeIsDecidedOnce);
        (RestoreAskedBy, RestoreAskedByPerson, RestoreAskedAt) = (null, null, null);
    }
}
