using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Cases;

public sealed class AssessTests
{
    private static readonly Act Act = new(UserId.From(Guid.NewGuid()), Role.SocialWorker, OrganisationId.From(Guid.NewGuid()), new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));

    private static readonly DateOnly Today = new(2026, 3, 16);

    [Fact]
    public void However_many_signs_there_are_the_person_stays_presumed()
    {
        var draft = Case.Start("2026-000001", Act);
        draft.Assess("AdultLabour", IloIndicators.Delphi.ToDictionary(i => i.Code, _ => nameof(IndicatorAnswer.Yes)), "All of them", Today, null, Act);

        Assert.Equal(IdentificationStatus.Presumed, draft.Identification);
        Assert.Null(draft.FormallyIdentifiedOn);
        Assert.Contains(draft.TakeEvents(), e => e is Assessed { Kind: "Assessed", OccurredOn: not null });
    }

    [Fact]
    public void Only_listed_signs_and_answers_are_kept()
    {
        var draft = Case.Start("2026-000001", Act);
        IntakeTests.Broken(Rule.CodesAreListed, () => draft.Assess("ILO11", new Dictionary<string, string> { ["ILO12"] = "Yes" }, "x", Today, null, Act));
        IntakeTests.Broken(Rule.CodesAreListed, () => draft.Assess("ILO11", new Dictionary<string, string> { ["ILO1"] = "Perhaps" }, "x", Today, null, Act));
        IntakeTests.Broken(Rule.CodesAreListed, () => draft.Assess("ILO11", new Dictionary<string, string> { ["ILO1"] = "7" }, "x", Today, null, Act));
        draft.Assess("ILO11", new Dictionary<string, string> { ["ILO1"] = "Declined" }, "x", Today, null, Act);
    }

    [Fact]
    public void An_assessment_is_not_made_tomorrow() =>
        IntakeTests.Broken(Rule.DatesAreNotInTheFuture, () => Case.Start("2026-000001", Act).Assess("ILO11", new Dictionary<string, string>(), "x", Today.AddDays(1), null, Act));
}
