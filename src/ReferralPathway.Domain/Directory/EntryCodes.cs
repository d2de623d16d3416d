namespace ReferralPathway.Domain.Directory;

/// <summary>What a contact helps with; an entry may have several.</summary>
public enum HelpKind
{
    /// <summary>Advice to professionals, without naming anybody (S1-02).</summary>
    Advice,
    /// <summary>Regional coordination (S1-26).</summary>
    Coordination,
    /// <summary>Counselling and outreach (S1-24).</summary>
    Counselling,
    /// <summary>Shelter, protected housing and long-term support (S1-27).</summary>
    Shelter,
    /// <summary>Report of a crime, investigation, protection of the person (S1-08).</summary>
    Police,
    /// <summary>Asylum and residence permits (S1-12).</summary>
    Permits,
    /// <summary>Lawyer, counsel for the injured party.</summary>
    Legal,
    /// <summary>Social services of a municipality.</summary>
    SocialServices,
    /// <summary>Voluntary return (S1-32).</summary>
    Return,
}

/// <summary>Whom a contact is for; none named means everybody.</summary>
public enum TargetGroup
{
    Professionals,
    Adults,
    Children,
    Women,
    Men,
    TransPeople,
    Families,
}

/// <summary>Whether a contact can take on more people (S1-27: capacity varies).</summary>
public enum Capacity
{
    Unknown,
    Accepting,
    Limited,
    Full,
}

public enum ChannelType
{
    Phone,
    Mobile,
    /// <summary>112, 114 14: works in Sweden only, and is no E.164 number.</summary>
    ShortCode,
    Email,
    Website,
    VisitingAddress,
    PostalAddress,
}
