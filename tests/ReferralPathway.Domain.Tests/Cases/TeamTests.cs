using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class TeamTests
{
    [Fact]
    public void Whoever_starts_a_case_is_responsible() => Assert.True(Assert.Single(Case.Start("2026-000001", Jonas).Team).IsResponsible);

    [Fact]
    public void A_colleague_is_added_once()
    {
        var theCase = OpenCase();
        theCase.AddToTeam(Birgitta.By, responsible: false, Jonas);

        Assert.Equal(Rule.AColleagueIsAddedOnce, Breaks(() => theCase.AddToTeam(Birgitta.By, responsible: false, Jonas)));
    }

    [Fact]
    public void Somebody_is_always_responsible()
    {
        var theCase = OpenCase();
        Assert.Equal(Rule.TheTeamHasSomebodyResponsible, Breaks(() => theCase.RemoveFromTeam(Jonas.By, Jonas)));
        theCase.AddToTeam(Birgitta.By, responsible: false, Jonas);
        Assert.Equal(Rule.TheTeamHasSomebodyResponsible, Breaks(() => theCase.RemoveFromTeam(Jonas.By, Jonas)));

        theCase.MakeResponsible(Birgitta.By, Jonas);
        theCase.RemoveFromTeam(Jonas.By, Birgitta);

        Assert.Equal(Birgitta.By, Assert.Single(theCase.Team, m => m.IsOnTeam).UserId);
        Assert.Equal(Birgitta.By, Assert.Single(theCase.Team, m => m.IsOnTeam && m.IsResponsible).UserId);
    }

    [Fact]
    public void A_new_responsible_colleague_relieves_the_old_one()
    {
        var theCase = OpenCase();
        theCase.AddToTeam(Birgitta.By, responsible: true, Jonas);

        Assert.Equal(Birgitta.By, Assert.Single(theCase.Team, m => m.IsResponsible).UserId);
    }

    [Fact]
    public void The_team_of_one_organisation_is_not_changed_by_another()
    {
        var theCase = OpenCase();

        Assert.Equal(Rule.TheTeamHasSomebodyResponsible, Breaks(() => theCase.RemoveFromTeam(Jonas.By, Police)));
        Assert.Equal(Rule.TheTeamHasSomebodyResponsible, Breaks(() => theCase.MakeResponsible(Jonas.By, Police)));
    }

    [Fact]
    public void Whoever_stands_in_is_on_the_team_as_long_as_the_colleague_is_away()
    {
        var (theCase, absence) = (OpenCase(), Guid.CreateVersion7(Jonas.At));
        theCase.StandIn(Jonas.By, Birgitta.By, absence, Jonas);
        theCase.StandIn(Jonas.By, Birgitta.By, absence, Jonas);
        Assert.Equal(absence, Assert.Single(theCase.Team, m => m.UserId == Birgitta.By).Absence);

        theCase.EndStandIn(absence, Jonas);
        Assert.Equal(Jonas.By, Assert.Single(theCase.Team, m => m.IsOnTeam).UserId);
        Assert.Equal(["stands-in", "stood-in"], theCase.TakeEvents().Cast<TeamChanged>().Select(e => e.Change));
    }

    [Fact]
    public void Whoever_came_to_answer_for_the_case_while_standing_in_stays()
    {
        var (theCase, absence) = (OpenCase(), Guid.CreateVersion7(Jonas.At));
        theCase.StandIn(Jonas.By, Birgitta.By, absence, Jonas);
        theCase.MakeResponsible(Birgitta.By, Birgitta);

        theCase.EndStandIn(absence, Jonas);

        var stays = Assert.Single(theCase.Team, m => m.UserId == Birgitta.By);
        Assert.True(stays is { IsOnTeam: true, Absence: null });
    }

    [Fact]
    public void Nobody_stands_in_on_the_team_of_another_organisation()
    {
        var theCase = OpenCase();
        theCase.StandIn(Jonas.By, Police.By, Guid.CreateVersion7(Jonas.At), Police);

        Assert.Single(theCase.Team);
    }

    [Fact]
    public void The_case_of_a_closed_account_passes_to_whoever_is_there()
    {
        var manager = UserId.New(Jonas.At);
        var theCase = OpenCase();
        theCase.PassOn(Jonas.By, [], null, Jonas);
        Assert.Equal(Jonas.By, Assert.Single(theCase.Team, m => m.IsOnTeam).UserId);

        theCase.StandIn(Jonas.By, Birgitta.By, Guid.CreateVersion7(Jonas.At), Jonas);
        theCase.PassOn(Jonas.By, [Birgitta.By, manager], manager, Jonas);
        Assert.True(Assert.Single(theCase.Team, m => m.IsOnTeam) is { IsResponsible: true, Absence: null } one && one.UserId == Birgitta.By);

        theCase.PassOn(Birgitta.By, [manager], manager, Jonas);
        Assert.True(Assert.Single(theCase.Team, m => m.IsOnTeam) is { IsResponsible: true } last && last.UserId == manager);
    }
}
