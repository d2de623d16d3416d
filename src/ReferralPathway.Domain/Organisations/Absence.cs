using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Organisations;

/// <summary>
/// Somebody is away, and a colleague stands in: joins the teams of their open cases for those days, and has their work and messages on the own desk. Said before or
/// on the first day, never of days that have passed; ended by its last day, or by the person being back.
/// </summary>
public sealed class Absence
{
    private Absence() { }

    /// <param name="deputy">Null when no colleague can: then the managers are told instead.</param>
    /// <param name="others">What has been said of the same person, and of the deputy.</param>
    /// <exception cref="RuleBrokenException">The days are past or backwards or taken, or the deputy is no colleague who is there.</exception>
    public static Absence Say(Colleague away, DateOnly from, DateOnly to, Colleague? deputy, IEnumerable<Absence> others, Act act)
    {
        if (from < act.Day || to < from) throw new RuleBrokenException(Rule.AnAbsenceIsSaidAhead);
        var meanwhile = others.Where(o => o.EndedAt is null && o.FromOn <= to && o.ToOn >= from).ToList();
        if (meanwhile.Any(o => o.Account == away.User)) throw new RuleBrokenException(Rule.AnAbsenceIsSaidOnce);
        if (deputy is not null)
        {
            // Somebody with two accounts would stand in for themselves, and check what they have done (four eyes).
            if (deputy.Person == away.Person || deputy.Organisation != away.Organisation || deputy.Role != away.Role || !deputy.Works) throw new RuleBrokenException(Rule.ADeputyIsAColleague);
            if (meanwhile.Any(o => o.Account == deputy.User)) throw new RuleBrokenException(Rule.ADeputyIsThere);
        }
        return new() { Id = Guid.CreateVersion7(act.At), Account = away.User, Organisation = away.Organisation, FromOn = from, ToOn = to, Deputy = deputy?.User, SaidBy = act.By, SaidAt = act.At };
    }

    public Guid Id { get; private set; }

    public UserId Account { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>The last Swedish day.</summary>
    public DateOnly ToOn { get; private set; }

    public UserId? Deputy { get; private set; }

    /// <summary>The person themselves, or a manager.</summary>
    public UserId SaidBy { get; private set; }

    public DateTimeOffset SaidAt { get; private set; }

    /// <summary>Back before the last day, or taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOn(DateOnly day) => EndedAt is null && FromOn <= day && day <= ToOn;

    public void End(Act act) => EndedAt ??= act.At;
}

/// <summary>Somebody who works somewhere, as far as it matters for standing in.</summary>
/// <param name="Works">The account is active.</param>
public sealed record Colleague(UserId User, PersonId Person, OrganisationId Organisation, Role Role, bool Works);
