using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Audit;

/// <summary>How much somebody read in one week for one organisation: counts of different cases, and not which.</summary>
/// <param name="Week">The Monday with which it begins, a Swedish day.</param>
/// <param name="Cases">Different cases that were opened one by one, or taken along in a table.</param>
/// <param name="AfterHours">Of these, those that were opened outside <see cref="OfficeHours"/>.</param>
public sealed record ReadingWeek(UserId Reader, OrganisationId Organisation, DateOnly Week, int Cases, int AfterHours);
