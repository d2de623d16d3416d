namespace ReferralPathway.Domain.Foundations;

/// <summary>What a person does on the pathway. Every account has exactly one role, in exactly one organisation.</summary>
public enum Role
{
    /// <summary>Socialsekreterare at a municipality's social services or outreach centre (S1-01, S1-24).</summary>
    SocialWorker,
    /// <summary>Regionkoordinator, one of seven regions (S1-26, S1-34).</summary>
    RegionalCoordinator,
    /// <summary>Förundersökningsledare: police or prosecutor (S1-08).</summary>
    InvestigationLeader,
    /// <summary>Handläggare at the Migration Agency (S1-12, S1-15).</summary>
    MigrationOfficer,
    /// <summary>Worker of an NGO or a shelter (S1-27).</summary>
    NgoWorker,
    /// <summary>Lawyer or counsel for the injured party (S1-01).</summary>
    Lawyer,
    /// <summary>Caseworker of IOM in Helsinki (S1-36, S4-04).</summary>
    IomCaseworker,
    /// <summary>National coordinator at the Gender Equality Agency: advises, never learns an identity (S1-02, S1-05).</summary>
    NationalCoordinator,
    /// <summary>Keeps directory, organisations and accounts; reads no case.</summary>
    Administrator,
    /// <summary>Reads who read what and when, never the content.</summary>
    Auditor,
    /// <summary>The sweeper: does what falls due by time alone. No account has this role, and no row of the access table names it.</summary>
    System,
}
