using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Domain.Tests.Organisations;

public sealed class AccountChangeTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Organisation Haven = new(OrganisationId.New(At), OrganisationKind.Ngo, "Haven", "Haven");
    private static readonly Organisation Operator = new(OrganisationId.New(At), OrganisationKind.Operator, "Förvaltningen", "Operator");
    private static readonly (UserId Account, PersonId Person) Subject = (UserId.New(At), PersonId.New(At));
    private static readonly PersonId Asker = PersonId.New(At);
    private static readonly PersonId Another = PersonId.New(At);

    [Theory]
    [InlineData(OrganisationKind.Ngo, Role.NgoWorker, false, 0, ChangeDecider.Managers)]
    [InlineData(OrganisationKind.Ngo, Role.NgoWorker, false, 2, ChangeDecider.Managers)]
    [InlineData(OrganisationKind.Ngo, Role.NgoWorker, true, 1, ChangeDecider.Managers)]
    [InlineData(OrganisationKind.Ngo, Role.NgoWorker, true, 0, ChangeDecider.Administrators)]
    [InlineData(OrganisationKind.Operator, Role.Administrator, false, 0, ChangeDecider.Administrators)]
    [InlineData(OrganisationKind.Operator, Role.Auditor, true, 3, ChangeDecider.Administrators)]
    public void Managers_decide_but_for_a_first_manager_and_the_operators_own(OrganisationKind kind, Role role, bool manager, int others, ChangeDecider decider)
    {
        var organisation = new Organisation(OrganisationId.New(At), kind, "Namn", "Name");
        Assert.Equal(decider, AccountChange.Ask(AccountChangeKind.Enable, Subject, organisation, role, manager, others, Asker, Act(Role.Administrator, Operator)).Decider);
    }

    [Fact]
    public void A_role_that_does_not_fit_the_organisation_is_refused() =>
        Refuses(Rule.RoleFitsTheOrganisation, () => Asked(AccountChangeKind.Role, Role.InvestigationLeader));

    [Fact]
    public void Neither_who_asked_nor_whom_it_is_about_decides()
    {
        Refuses(Rule.SomebodyElseConfirms, () => Asked().Confirm(Asker, true, Act(Role.NgoWorker, Haven)));
        Refuses(Rule.SomebodyElseConfirms, () => Asked().Confirm(Subject.Person, true, Act(Role.NgoWorker, Haven)));
        Refuses(Rule.SomebodyElseConfirms, () => Asked().Refuse(Asker, true, Act(Role.NgoWorker, Haven)));
    }

    [Fact]
    public void A_change_is_decided_where_it_belongs()
    {
        Refuses(Rule.AChangeIsConfirmedWhereItBelongs, () => Asked().Confirm(Another, false, Act(Role.NgoWorker, Haven)));
        Refuses(Rule.AChangeIsConfirmedWhereItBelongs, () => Asked().Confirm(Another, true, Act(Role.SocialWorker, Operator)));
        Refuses(Rule.AChangeIsConfirmedWhereItBelongs, () => Asked().Confirm(Another, false, Act(Role.Administrator, Operator)));
        Refuses(Rule.AChangeIsConfirmedWhereItBelongs, () => Asked(manager: true, others: 0).Confirm(Another, true, Act(Role.NgoWorker, Haven)));
        var first = Asked(manager: true, others: 0);
        first.Confirm(Another, false, Act(Role.Administrator, Operator));
        Assert.Equal(ChangeState.Confirmed, first.State);
    }

    [Fact]
    public void A_change_is_decided_once()
    {
        var change = Asked();
        change.Confirm(Another, true, Act(Role.NgoWorker, Haven));
        Refuses(Rule.AChangeIsDecidedOnce, () => change.Refuse(Another, true, Act(Role.NgoWorker, Haven)));
        Refuses(Rule.AChangeIsDecidedOnce, () => change.Withdraw(Act(Role.Administrator, Operator)));
    }

    [Fact]
    public void A_new_account_is_confirmed_only_when_its_person_has_taken_the_link()
    {
        var change = Asked(AccountChangeKind.NewAccount);
        Refuses(Rule.AnInvitationIsAcceptedFirst, () => change.Confirm(Another, true, Act(Role.NgoWorker, Haven)));
        change.Accepted();
        change.Confirm(Another, true, Act(Role.NgoWorker, Haven));
        Assert.Equal(ChangeState.Confirmed, change.State);
    }

    private static AccountChange Asked(AccountChangeKind kind = AccountChangeKind.Enable, Role role = Role.NgoWorker, bool manager = false, int others = 1) =>
        AccountChange.Ask(kind, Subject, Haven, role, manager, others, Asker, Act(Role.Administrator, Operator));

    private static Act Act(Role role, Organisation organisation) => new(UserId.New(At), role, organisation.Id, At);

    private static void Refuses(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
