using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>A case in a list: masked. Initials only for the team; a protected person has none anywhere.</summary>
public sealed record CaseLine(
    CaseId Id, string Reference, CaseStatus Status, IdentificationStatus Identification, string? Initials, string? Gender, string? AgeGroup, bool IsProtected,
    string? LegalStatus, string? Municipality, DateTimeOffset ChangedAt, bool OnTeam, bool Leads, bool Ended, string? Responsible);
