using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Access;

/// <summary>Who is signed in: the account, the staff person behind it, the organisation, the role.</summary>
public sealed record Actor(UserId User, PersonId Person, OrganisationId Organisation, OrganisationKind Kind, Role Role, bool IsManager)
{
    public Act ActAt(DateTimeOffset at) => new(User, Role, Organisation, at);
}
