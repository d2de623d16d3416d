using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Letters;

/// <summary>A letter was given to somebody.</summary>
public sealed class DeliveryTests
{
    private static DeliveryTerms Terms => new() { Kind = LetterKind.Plan, Source = Guid.CreateVersion7(Jonas.At), Way = DeliveryWay.HandedOver, On = Jonas.Day, Language = "sv", Template = 0, Groups = DataGroups.None };

    [Fact]
    public void It_is_written_down_how_to_whom_when_and_by_whom()
    {
        var one = OpenCase();
        var delivery = one.DeliverLetter(Terms with { Receiver = " The clerk " }, Jonas);

        Assert.Equal((DeliveryWay.HandedOver, null, Jonas.Day, Jonas.By, Jonas.For, "The clerk"), (delivery.Way, delivery.To, delivery.On, delivery.Recorder, delivery.RecordedBy, delivery.Receiver!.Value));
        var happened = Assert.IsType<LetterDelivered>(Assert.Single(one.TakeEvents()));
        Assert.Equal([("letter", "Plan"), ("delivery", "HandedOver")], happened.Details);
    }

    [Theory]
    [InlineData(DeliveryWay.Post)]
    [InlineData(DeliveryWay.SecureMail)]
    public void Nothing_is_sent_to_a_person_who_has_not_said_that_letters_are_safe(DeliveryWay way)
    {
        Assert.Equal(Rule.NoLetterIsSentToThePersonUnasked, Breaks(() => OpenCase().DeliverLetter(Terms with { Way = way }, Jonas)));
        Assert.Equal(way, OpenCase().DeliverLetter(Terms with { Way = way, LettersAreSafe = true }, Jonas).Way);
        Assert.Equal(way, OpenCase().DeliverLetter(Terms with { Way = way, To = Police.For }, Jonas).Way);
    }

    [Fact]
    public void It_is_given_on_a_day_of_the_case_that_has_been()
    {
        Assert.Equal(Rule.DatesAreNotInTheFuture, Breaks(() => OpenCase().DeliverLetter(Terms with { On = Jonas.Day.AddDays(1) }, Jonas)));
        Assert.Equal(Rule.ALetterFollowsTheCase, Breaks(() => OpenCase().DeliverLetter(Terms with { On = Jonas.Day.AddDays(-1) }, Jonas)));
        Assert.Equal(Rule.CaseIsOpenForThis, Breaks(() => Case.Start("2026-000002", Jonas).DeliverLetter(Terms, Jonas)));
    }
}
