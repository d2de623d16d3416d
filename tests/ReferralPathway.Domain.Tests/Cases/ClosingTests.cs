using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class ClosingTests
{
    [Fact]
    public void A_closed_case_says_why_and_when_and_can_be_reopened()
    {
        var theCase = OpenCase();

        theCase.Close("LOST_CONTACT", referralsInTheAir: 0, Jonas);
        Assert.Equal((CaseStatus.Closed, "LOST_CONTACT", Jonas.Day), (theCase.Status, theCase.ClosedBecause, theCase.ClosedOn!.Value));
        theCase.Reopen("She called again.", Jonas);

        Assert.Equal((CaseStatus.Open, null, null), (theCase.Status, theCase.ClosedBecause, theCase.ClosedOn));
        Assert.Equal([nameof(CaseClosed), nameof(CaseReopened)], theCase.TakeEvents().Select(e => e.Kind));
    }

    [Fact]
    public void Referrals_in_the_air_keep_the_case_open()
    {
        var theCase = OpenCase();

        Assert.Equal(Rule.OpenReferralsKeepTheCaseOpen, Breaks(() => theCase.Close("INTEGRATED", referralsInTheAir: 1, Jonas)));
        Assert.Equal(CaseStatus.Open, theCase.Status);
    }

    [Fact]
    public void A_case_closes_for_a_listed_reason_only() => Assert.Equal(Rule.CodesAreListed, Breaks(() => OpenCase().Close("TIRED", 0, Jonas)));

    [Fact]
    public void A_closed_case_takes_nothing_new()
    {
        var theCase = OpenCase();
        theCase.Close("TRANSFERRED", 0, Jonas);

        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => theCase.RecordDanger(true, Jonas)));
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => theCase.Close("TRANSFERRED", 0, Jonas)));
    }

    [Fact]
    public void Only_a_closed_case_is_reopened() => Assert.Equal(Rule.OnlyAClosedCaseIsReopened, Breaks(() => OpenCase().Reopen("Why not.", Jonas)));

    [Fact]
    public void A_case_is_reopened_and_a_person_put_back_for_a_reason_that_is_written_down()
    {
        var theCase = Acting.OpenCase();
        theCase.RuleOut("The signs had another explanation.", Acting.Jonas);
        Assert.Equal(Rule.AStepIsExplained, Acting.Breaks(() => theCase.PutBack("  ", Acting.Jonas)));
        theCase.Close("RULED_OUT", 0, Acting.Jonas);
        Assert.Equal(Rule.AStepIsExplained, Acting.Breaks(() => theCase.Reopen("", Acting.Jonas)));
        theCase.Reopen("She came back.", Acting.Jonas);
        theCase.PutBack("New signs.", Acting.Jonas);
    }
}
