using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Organisations;

/// <summary>
/// A step that would let somebody read cases: asked for by an administrator, and without effect until another person has confirmed it. A manager of the
/// organisation confirms; where there is no other manager to do it, a second administrator, and that only for managers and for the operator's own accounts.
/// So an administrator alone can make nobody a reader.
/// </summary>
public sealed class AccountChange
{
    private AccountChange() { }

    /// <param name="subject">The account that the change is about, and the person behind it.</param>
    /// <param name="role">The role it is to have.</param>
    /// <param name="managersBeside">How many active managers the organisation has beside the account itself.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.RoleFitsTheOrganisation"/></exception>
    public static AccountChange Ask(AccountChangeKind kind, (UserId Account, PersonId Person) subject, Organisation organisation, Role role, bool isManager, int managersBeside, PersonId askedBy, Act act)
    {
        if (!OrganisationKinds.RolesOf(organisation.Kind).Contains(role)) throw new RuleBrokenException(Rule.RoleFitsTheOrganisation, ("role", role), ("kind", organisation.Kind));
        return new()
        {
            Id = Guid.CreateVersion7(act.At),
            Kind = kind,
            Account = subject.Account,
            Person = subject.Person,
            Organisation = organisation.Id,
            Role = role,
            IsManager = isManager,
            Decider = organisation.Kind == OrganisationKind.Operator || isManager && managersBeside == 0 ? ChangeDecider.Administrators : ChangeDecider.Managers,
            AskedBy = act.By,
            AskedByPerson = askedBy,
            AskedFor = act.For,
            AskedAt = act.At,
            IsReady = kind != AccountChangeKind.NewAccount,
        };
    }

    /// <summary>The first administrators of an installation, whom nobody could confirm.</summary>
    public static AccountChange Installed(UserId account, PersonId person, Organisation organisation, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Kind = AccountChangeKind.NewAccount,
        Account = account,
        Person = person,
        Organisation = organisation.Id,
        Role = Role.Administrator,
        Decider = ChangeDecider.Administrators,
        State = ChangeState.Confirmed,
        AskedBy = Act.System,
        AskedFor = organisation.Id,
        AskedAt = at,
        IsReady = true,
        DecidedBy = Act.System,
        DecidedAt = at,
    };

    public Guid Id { get; private set; }

    public AccountChangeKind Kind { get; private set; }

    public UserId Account { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public Role Role { get; private set; }

    public bool IsManager { get; private set; }

    public ChangeDecider Decider { get; private set; }

    public ChangeState State { get; private set; }

    public UserId AskedBy { get; private set; }

    public PersonId AskedByPerson { get; private set; }

    /// <summary>The organisation of the administrator who asked.</summary>
    public OrganisationId AskedFor { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>A new account is confirmed only after its person has taken the link, so that it can be asked who that was.</summary>
    public bool IsReady { get; private set; }

    public UserId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The person has taken the link and set a password.</summary>
    public void Accepted() => IsReady = true;

    /// <exception cref="RuleBrokenException">Decided before, not ready, or not this person's to decide.</exception>
    public void Confirm(PersonId person, bool isManager, Act act)
    {
        if (!IsReady) throw new RuleBrokenException(Rule.AnInvitationIsAcceptedFirst);
        Decide(ChangeState.Confirmed, person, isManager, act);
    }

    /// <exception cref="RuleBrokenException">Decided before, or not this person's to decide.</exception>
    public void Refuse(PersonId person, bool isManager, Act act) => Decide(ChangeState.Refused, person, isManager, act);

    /// <summary>Taken back by whoever administers.</summary>
    /// <exception cref="RuleBrokenException">Decided before.</exception>
    public void Withdraw(Act act) => Settle(ChangeState.Withdrawn, act);

    private void Decide(ChangeState state, PersonId person, bool isManager, Act act)
    {
        if (person == AskedByPerson || person == Person) throw new RuleBrokenException(Rule.SomebodyElseConfirms);
        var belongs = Decider == ChangeDecider.Administrators ? act.As == Role.Administrator : isManager && act.For == Organisation;
        if (!belongs) throw new RuleBrokenException(Rule.AChangeIsConfirmedWhereItBelongs);
        Settle(state, act);
    }

    private void Settle(ChangeState state, Act act)
    {
        State = State switch
        {
            ChangeState.Waiting => state,
            _ => throw new RuleBrokenException(Rule.AChangeIsDecidedOnce),
        };
        DecidedBy = act.By;
        DecidedAt = act.At;
    }
}

public enum AccountChangeKind
{
    /// <summary>An invitation.</summary>
    NewAccount,
    /// <summary>Another role within what the organisation's kind allows.</summary>
    Role,
    /// <summary>The manager's flag, given or taken.</summary>
    Manager,
    /// <summary>The second factor is taken off, so that another can be set up.</summary>
    SecondFactor,
    /// <summary>A disabled account works again.</summary>
    Enable,
}

public enum ChangeDecider { Managers, Administrators }

public enum ChangeState { Waiting, Confirmed, Refused, Withdrawn }
