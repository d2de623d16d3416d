using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class BreakGlassTests
{
    private const string Reason = "She is at the emergency ward tonight.";

    [Fact]
    public void It_lasts_four_hours_and_opens_neither_whereabouts_nor_health()
    {
        var theCase = OpenCase();
        theCase.BreakTheGlass(Reason, Birgitta);

        Assert.Equal(Birgitta.At.AddHours(4), Assert.Single(theCase.BreakGlass).Until);
        Assert.Equal(DataGroups.Of(DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative), BreakGlass.Opens);
    }

    [Fact]
    public void The_manager_is_told_and_has_to_review_it()
    {
        var theCase = OpenCase();
        theCase.BreakTheGlass(Reason, Birgitta);
        var happened = Assert.Single(theCase.TakeEvents());

        Assert.True(Assert.IsType<WorkChange.Open>(Assert.Single(WorkList.After(happened))).Item is { Kind: WorkKind.ReviewBreakGlass, ManagersOnly: true });
        Assert.True(Assert.Single(Notices.After(happened)) is { Kind: NoticeKind.GlassBroken, ManagersOnly: true });
    }

    [Fact]
    public void Breaking_the_glass_is_explained() => Assert.Equal(Rule.BreakingTheGlassIsExplained, Breaks(() => OpenCase().BreakTheGlass("in a hurry", Birgitta)));

    [Fact]
    public void It_is_reviewed_once_and_by_somebody_else()
    {
        var theCase = OpenCase();
        theCase.BreakTheGlass(Reason, Birgitta);
        var glass = theCase.BreakGlass[0];

        Assert.Equal(Rule.SomebodyElseReviewsABreakGlass, Breaks(() => theCase.ReviewBreakGlass(glass.Id, true, Birgitta)));
        theCase.ReviewBreakGlass(glass.Id, false, Jonas);

        Assert.Equal((false, Jonas.By), (glass.WasJustified, glass.ReviewedBy!.Value));
        Assert.Equal(Rule.ABreakGlassIsReviewedOnce, Breaks(() => theCase.ReviewBreakGlass(glass.Id, true, Jonas)));
    }
}
