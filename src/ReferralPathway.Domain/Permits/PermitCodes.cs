namespace ReferralPathway.Domain.Permits;

/// <summary>The two permits of utlänningslagen (2005:716) 5:15: the second paragraph's thirty days of reflection, the first paragraph's temporary residence.</summary>
public enum PermitKind { ReflectionPeriod, TemporaryPermit }

/// <summary>
/// How an application stands. Granted is not the same as running: the dates of the decision say when it does. An appeal reopens a refusal or a revocation.
/// </summary>
public enum PermitStatus { Draft, Submitted, Granted, Refused, Withdrawn, Appealed, Revoked, Ended }

public enum ExtensionStatus { Submitted, Granted, Refused, Withdrawn }

public enum ApplicantKind { InvestigationLeader, SocialBoard }

/// <summary>With whom the leader talked before a direct application (S1-18).</summary>
public enum DialogueWith { Person, AssistanceProvider }
