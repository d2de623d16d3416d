using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Domain.Tests.Organisations;

public sealed class AbsenceTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 3, 16);
    private static readonly OrganisationId Malmo = OrganisationId.New(At);
    private static readonly Colleague Jonas = Of(Malmo);
    private static readonly Colleague Birgitta = Of(Malmo);
    private static readonly Act ByJonas = new(Jonas.User, Role.SocialWorker, Malmo, At);

    [Fact]
    public void Away_from_the_first_to_the_last_day_or_until_one_is_back()
    {
        var away = Absence.Say(Jonas, Monday, Monday.AddDays(4), Birgitta, [], ByJonas);
        Assert.Equal([false, true, true, false], new[] { -1, 0, 4, 5 }.Select(days => away.IsOn(Monday.AddDays(days))));

        away.End(ByJonas);
        Assert.False(away.IsOn(Monday));
    }

    [Fact]
    public void It_is_said_ahead_and_once()
    {
        Refuses(Rule.AnAbsenceIsSaidAhead, Monday.AddDays(-1), Monday);
        Refuses(Rule.AnAbsenceIsSaidAhead, Monday.AddDays(2), Monday.AddDays(1));

        var said = Absence.Say(Jonas, Monday, Monday.AddDays(4), null, [], ByJonas);
        Refuses(Rule.AnAbsenceIsSaidOnce, Monday.AddDays(4), Monday.AddDays(9), null, said);
        said.End(ByJonas);
        Assert.NotNull(Absence.Say(Jonas, Monday.AddDays(4), Monday.AddDays(9), null, [said], ByJonas));
    }

    [Fact]
    public void A_deputy_is_another_colleague_in_the_same_role_who_works_here()
    {
        foreach (var no in new[] { Birgitta with { Person = Jonas.Person }, Birgitta with { Role = Role.NgoWorker }, Birgitta with { Works = false }, Of(OrganisationId.New(At)) })
            Refuses(Rule.ADeputyIsAColleague, Monday, Monday, no);
        Assert.Equal(Birgitta.User, Absence.Say(Jonas, Monday, Monday, Birgitta, [], ByJonas).Deputy);
    }

    [Fact]
    public void Whoever_is_away_themselves_does_not_stand_in()
    {
        var hers = Absence.Say(Birgitta, Monday.AddDays(3), Monday.AddDays(5), null, [], ByJonas);

        Refuses(Rule.ADeputyIsThere, Monday, Monday.AddDays(3), Birgitta, hers);
        Assert.NotNull(Absence.Say(Jonas, Monday, Monday.AddDays(2), Birgitta, [hers], ByJonas));
    }

    private static void Refuses(Rule rule, DateOnly from, DateOnly to, Colleague? deputy = null, params Absence[] others) =>
        Assert.Equal(rule, Assert.Throws<RuleBrokenException>(() => Absence.Say(Jonas, from, to, deputy, others, ByJonas)).Rule);

    private static Colleague Of(OrganisationId organisation) => new(UserId.New(At), PersonId.New(At), organisation, Role.SocialWorker, Works: true);
}
