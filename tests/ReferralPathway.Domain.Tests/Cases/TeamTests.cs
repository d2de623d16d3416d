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
}
