using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Asker = PersonId.New(At);
    private static readonly PersonId Another = PersonId.New(At);

    [Fact]
    public void A_withdrawn_organisation_is_restored_by_somebody_else_than_who_asked()
    {
        var organisation = Withdrawn();
        organisation.AskToRestore(Asker, Act());
        Refuses(Rule.SomebodyElseConfirms, () => organisation.Restore(Asker));
        Assert.False(organisation.IsActive);

        organisation.Restore(Another);
        Assert.True(organisation.IsActive);
        Assert.Null(organisation.RestoreAskedAt);
    }

    [Fact]
    public void Nobody_restores_what_nobody_has_asked_for() => Refuses(Rule.AChangeIsDecidedOnce, () => Withdrawn().Restore(Another));

    [Fact]
    public void A_request_is_made_once_and_only_for_a_withdrawn_one()
    {
        Refuses(Rule.AChangeIsDecidedOnce, () => new Organisation(OrganisationId.New(At), OrganisationKind.Ngo, "Haven", "Haven").AskToRestore(Asker, Act()));
        var organisation = Withdrawn();
        organisation.AskToRestore(Asker, Act());
        Refuses(Rule.AChangeIsDecidedOnce, () => organisation.AskToRestore(Another, Act()));
    }

    [Fact]
    public void A_refused_request_is_gone()
    {
        var organisation = Withdrawn();
        organisation.AskToRestore(Asker, Act());
        organisation.LeaveWithdrawn();
        Refuses(Rule.AChangeIsDecidedOnce, () => organisation.Restore(Another));
        Refuses(Rule.AChangeIsDecidedOnce, organisation.LeaveWithdrawn);
    }

    private static Organisation Withdrawn()
    {
        var organisation = new Organisation(OrganisationId.New(At), OrganisationKind.Ngo, "Haven", "Haven");
        organisation.Withdraw();
        return organisation;
    }

    private static Act Act() => new(UserId.New(At), Role.Administrator, OrganisationId.New(At), At);

    private static void Refuses(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
