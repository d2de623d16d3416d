using System.Security.Claims;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Accounts;

/// <summary>An account as claims, and back. The ticket itself stays on the server; it is made anew from the account on every request.</summary>
public static class PersonClaims
{
    private const string Person = "person";
    private const string Organisation = "organisation";
    private const string Kind = "kind";
    private const string Role = "role";
    private const string Manager = "manager";
    public const string Name = "name";
    public const string OrganisationSv = "organisation-sv";
    public const string OrganisationEn = "organisation-en";

    public static ClaimsPrincipal Principal(Account account, Organisation organisation) => new(new ClaimsIdentity(Of(account, organisation), SessionHandler.Name, Name, Role));

    /// <summary>The account as somebody who acts, without a session.</summary>
    public static Actor Actor(Account account, Organisation organisation) => new(account.UserId, account.PersonId, account.OrganisationId, organisation.Kind, account.Role, account.IsManager);

    private static IEnumerable<Claim> Of(Account account, Organisation organisation) =>
    [
        new(ClaimTypes.NameIdentifier, account.Id.ToString()),
        new(Person, account.PersonId.ToString()),
        new(Organisation, account.OrganisationId.ToString()),
        new(Kind, organisation.Kind.ToString()),
        new(Role, account.Role.ToString()),
        new(Manager, account.IsManager ? "yes" : "no"),
        new(Name, account.Name),
        new(OrganisationSv, organisation.NameSv),
        new(OrganisationEn, organisation.NameEn),
    ];

    /// <returns>Null when the principal is nobody, or somebody half signed in.</returns>
    public static Actor? Actor(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Guid.TryParse(principal.FindFirstValue(Person), out var person)
        && Guid.TryParse(principal.FindFirstValue(Organisation), out var organisation)
        && Enum.TryParse<OrganisationKind>(principal.FindFirstValue(Kind), out var kind)
        && Enum.TryParse<Role>(principal.FindFirstValue(Role), out var role)
            ? new(UserId.From(user), PersonId.From(person), OrganisationId.From(organisation), kind, role, principal.FindFirstValue(Manager) == "yes")
            : null;
}
