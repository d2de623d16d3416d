using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class IloIndicatorsTests
{
    [Fact]
    public void There_are_eleven_quick_indicators_and_sixty_seven_in_six_dimensions()
    {
        Assert.Equal(11, IloIndicators.Quick.Items.Count);
        Assert.Equal(67, IloIndicators.Delphi.Count);
        Assert.Equal(
            [("DR", 10), ("CR", 10), ("VR", 16), ("EX", 9), ("CD", 15), ("VD", 7)],
            IloIndicators.Dimensions.Select(dimension => (dimension.Code, IloIndicators.Delphi.Count(indicator => indicator.Dimension == dimension))));
    }

    [Fact]
    public void An_indicator_is_worded_in_both_languages()
    {
        Assert.Equal("Deceived about the nature of the job, location or employer", IloIndicators.Delphi[0].In("en"));
        Assert.Equal("Vilseledd om arbetets art, plats eller arbetsgivare", IloIndicators.Delphi[0].In("sv"));
        Assert.Equal("Deceptive recruitment", IloIndicators.Delphi[0].Dimension.In("en"));
    }

    [Theory]
    [InlineData(false, 0, 0, 0)]
    [InlineData(false, 1, 0, 0)]
    [InlineData(true, 2, 0, 0)]
    [InlineData(true, 1, 1, 0)]
    [InlineData(true, 1, 0, 1)]
    [InlineData(true, 0, 3, 0)]
    [InlineData(false, 0, 2, 0)]
    [InlineData(true, 0, 2, 1)]
    [InlineData(false, 0, 1, 1)]
    public void A_dimension_is_positive_by_the_combination_rule(bool positive, int strong, int medium, int weak)
    {
        // Coercion at destination, adult: four strong indicators, ten medium, one weak.
        var answers = Some(IloWeight.Strong, strong).Concat(Some(IloWeight.Medium, medium)).Concat(Some(IloWeight.Weak, weak));

        var result = Assess(IloProfile.AdultLabour, "CD", [.. answers.Select(indicator => (indicator.Code, IndicatorAnswer.Yes))]);

        Assert.Equal((strong, medium, weak), (result.Strong, result.Medium, result.Weak));
        Assert.Equal(positive, result.IsPositive);

        static IEnumerable<IloIndicator> Some(IloWeight weight, int count) =>
            IloIndicators.Delphi.Where(indicator => indicator.Dimension.Code == "CD" && indicator.AdultLabour == weight).Take(count);
    }

    [Fact]
    public void Many_weak_signs_alone_make_no_dimension_positive()
    {
        var result = Assess(IloProfile.AdultLabour, "VR", ("VR15", IndicatorAnswer.Yes), ("VR16", IndicatorAnswer.Yes));

        Assert.Equal(2, result.Weak);
        Assert.False(result.IsPositive);
    }

    [Fact]
    public void The_same_answers_weigh_more_for_a_child()
    {
        (string, IndicatorAnswer)[] answers = [("CR02", IndicatorAnswer.Yes), ("CR03", IndicatorAnswer.Yes)];

        Assert.False(Assess(IloProfile.AdultLabour, "CR", answers).IsPositive);
        Assert.True(Assess(IloProfile.ChildLabour, "CR", answers).IsPositive);
    }

    [Fact]
    public void An_indicator_that_is_not_weighed_for_a_profile_is_present_but_does_not_count()
    {
        var result = Assess(IloProfile.ChildLabour, "VR", ("VR08", IndicatorAnswer.Yes), ("VR01", IndicatorAnswer.Yes), ("VR02", IndicatorAnswer.Yes));

        Assert.Equal(3, result.Present);
        Assert.Equal(2, result.Medium);
        Assert.False(result.IsPositive);
    }

    [Theory]
    [InlineData(IloProfile.AdultSexual)]
    [InlineData(IloProfile.ChildSexual)]
    public void Without_weights_no_dimension_is_called_positive_or_negative(IloProfile profile)
    {
        var result = Assess(profile, "CR", ("CR01", IndicatorAnswer.Yes), ("CR02", IndicatorAnswer.Yes));

        Assert.Null(result.IsPositive);
        Assert.Equal(2, result.Present);
    }

    [Fact]
    public void Only_yes_counts_and_what_is_not_known_is_counted_apart()
    {
        var result = Assess(IloProfile.AdultLabour, "CD", ("CD01", IndicatorAnswer.Yes), ("CD02", IndicatorAnswer.No), ("CD03", IndicatorAnswer.Unknown), ("CD04", IndicatorAnswer.Declined));

        Assert.Equal((1, 1, 2), (result.Present, result.Strong, result.NotKnown));
        Assert.False(result.IsPositive);
    }

    [Fact]
    public void An_answer_counts_in_its_own_dimension_only()
    {
        var results = IloIndicators.Assess(IloProfile.AdultLabour, new Dictionary<string, IndicatorAnswer> { ["CD01"] = IndicatorAnswer.Yes, ["CD02"] = IndicatorAnswer.Yes });

        Assert.Equal(IloIndicators.Dimensions, results.Select(result => result.Dimension));
        Assert.Equal("CD", Assert.Single(results, result => result.IsPositive is true).Dimension.Code);
    }

    [Fact]
    public void An_answer_to_an_unknown_indicator_is_refused()
    {
        Assert.False(IloIndicators.Has("ZZ01"));
        Assert.True(IloIndicators.Has("VD07"));
        Assert.Throws<ArgumentException>(() => IloIndicators.Assess(IloProfile.AdultLabour, new Dictionary<string, IndicatorAnswer> { ["ZZ01"] = IndicatorAnswer.Yes }));
    }

    private static IloAssessment Assess(IloProfile profile, string dimension, params (string Code, IndicatorAnswer Answer)[] answers) =>
        IloIndicators.Assess(profile, answers.ToDictionary(answer => answer.Code, answer => answer.Answer)).Single(result => result.Dimension.Code == dimension);
}
