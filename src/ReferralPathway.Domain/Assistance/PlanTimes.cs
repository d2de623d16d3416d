using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Assistance;

/// <summary>When a plan is gone through again. Swedish days.</summary>
public static class PlanTimes
{
    public const int ReviewAfterDays = 30;

    /// <summary>A reflection period runs out: the plan is reviewed while there is time to decide what comes after it.</summary>
    public const int BeforeReflectionEnds = 7;

    /// <summary>No plan goes unseen longer than this.</summary>
    public const int LongestDays = 365;

    /// <summary>The day that the form suggests.</summary>
    /// <param name="reflectionEnds">Last day of a running reflection period.</param>
    public static DateOnly SuggestedReview(DateOnly today, DateOnly? reflectionEnds) => DueOn(today.AddDays(ReviewAfterDays), today, reflectionEnds);

    /// <summary>The day on which a review is due (L4): the day that was set, or a week before a reflection period ends, when that is earlier and not yet behind.</summary>
    /// <param name="since">The day on which the plan was last gone through.</param>
    public static DateOnly DueOn(DateOnly set, DateOnly since, DateOnly? reflectionEnds) =>
        reflectionEnds?.AddDays(-BeforeReflectionEnds) is { } before && before > since && before < set ? before : set;

    /// <summary>The day on which whoever answers for the plan is reminded.</summary>
    public static DateOnly RemindOn(DateOnly review) => review.AddDays(-7);
}
