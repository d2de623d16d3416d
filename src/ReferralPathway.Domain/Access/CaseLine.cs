using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>A case in a list: masked. Initials only for the team; a protected person has none anywhere, and of a part that has ended only the reference is left.</summary>
/// <param name="Status">Null where the organisation's part has ended.</param>
/// <param name="Responsible">The name of the colleague who answers for it in the reader's organisation.</param>
public sealed record CaseLine(
    CaseId Id, string Reference, CaseStatus? Status, IdentificationStatus? Identification, string? Initials, string? Gender, string? AgeGroup, bool IsProtected,
    string? Municipality, DateTimeOffset ChangedAt, bool OnTeam, bool Leads, bool Ended, string? Responsible);
