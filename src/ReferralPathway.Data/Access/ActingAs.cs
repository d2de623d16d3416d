using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Access;

/// <summary>What the database is told at the start of each transaction: who acts, for whom, in which role, and at which instant. Its policies read nothing else.</summary>
public sealed record ActingAs(UserId? User, OrganisationId? Organisation, string Role, DateTimeOffset At)
{
    public static ActingAs Person(Actor actor, DateTimeOffset at) => new(actor.User, actor.Organisation, actor.Role.ToString(), at);

    public static ActingAs Nobody(DateTimeOffset at) => new(null, null, "Anonymous", at);

    public static ActingAs System(DateTimeOffset at) => new(Act.System, null, "System", at);
}
