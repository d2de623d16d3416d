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

    public string Name(string language) => language == "en" ? NameEn : NameSv;

    public void Rename(string nameSv, string nameEn, string? mail)
    {
        NameSv = nameSv;
        NameEn = nameEn;
        Mail = mail;
    }

    /// <summary>A withdrawn organisation cannot be chosen as a new recipient and its accounts cannot sign in; what it took part in stays.</summary>
    public void Withdraw() => IsActive = false;

    public void Restore() => IsActive = true;
}
