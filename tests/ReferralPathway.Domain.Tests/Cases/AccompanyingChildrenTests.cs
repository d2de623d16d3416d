using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class AccompanyingChildrenTests
{
    private static readonly string[] Two = ["2026-000002", "2026-000003"];

    [Fact]
    public void Each_child_who_came_along_has_a_draft_of_its_own_with_what_is_the_same_for_both()
    {
        var mother = With("0-11", "12-14");

        var children = mother.StartForChildren(Two, Jonas);

        Assert.Equal(Two, children.Select(c => c.Reference));
        Assert.All(children, c => Assert.Equal((CaseStatus.Draft, Jonas.For, Jonas.By), (c.Status, c.Lead, c.StartedBy)));
        Assert.All(children, c => Assert.Equal(IntakeParts.None, c.Intake));
        Assert.Equal(["0-11", "12-14"], children.Select(c => c.Facts.AgeGroup));
        Assert.All(children, c => Assert.Equal((mother.Facts.DetectedOn, mother.Facts.DetectedBy, "No", 0), (c.Facts.DetectedOn, c.Facts.DetectedBy, c.Facts.Unaccompanied, c.Facts.AccompanyingChildren)));
        Assert.All(children, c => Assert.Equal(["ro"], c.Facts.Languages));
        Assert.All(children, c => Assert.Empty(c.Consents));
        Assert.Null(children[0].Facts.LegalStatus);
        Assert.Equal(children.Select(c => c.Id.Value), mother.TakeEvents().OfType<ChildCaseStarted>().Select(e => e.Record!.Value));
    }

    [Theory]
    [InlineData("U18,", "U18", "U18")]
    [InlineData("0-11,12-14,15-17", null, null)]
    [InlineData("", null, null)]
    public void Where_nobody_said_which_child_is_how_old_it_is_left_open(string ages, string? first, string? second)
    {
        var children = With(ages.Split(',', StringSplitOptions.RemoveEmptyEntries)).StartForChildren(Two, Jonas);

        Assert.Equal([first, second], children.Select(c => c.Facts.AgeGroup));
    }

    [Fact]
    public void A_protected_identity_protects_the_child_from_the_first_moment()
    {
        var mother = With("0-11");
        mother.RecordIdentity(new() { FamilyName = "Kanarienko" }, "SEKRETESSMARKERING", Jonas);

        var child = mother.StartForChildren(["2026-000002"], Jonas)[0];

        Assert.True(mother.Facts.IsProtected);
        Assert.True(child.Facts.IsProtected);
    }

    private static Case With(params string[] ages)
    {
        var mother = OpenCase();
        mother.RecordPerson(new() { Gender = "F", AgeGroup = "25-34", Languages = ["ro"], AccompanyingChildren = 2, AccompanyingAges = ages }, Jonas);
        mother.TakeEvents();
        return mother;
    }
}
