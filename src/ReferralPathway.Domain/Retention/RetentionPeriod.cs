using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Retention;

/// <summary>By which rule an organisation's copy of a case is kept (DOMAIN 9.3).</summary>
public enum RetentionRule
{
    /// <summary>The personal file of a social board: five years after its last entry (SoL 16:1).</summary>
    SocialFile,
    /// <summary>An inquiry about a child: not before the child is thirty (SoL 16:2 a).</summary>
    ChildInquiry,
    /// <summary>A child that was placed outside its home: never (SoL 16:2).</summary>
    PlacedChild,
    /// <summary>A municipality whose files are kept for research: never (SoL 16:4).</summary>
    Research,
    /// <summary>A private provider: two years after its last entry (SoL 17:2).</summary>
    PrivateFile,
    /// <summary>What another authority received: two years after its part ended.</summary>
    ReceivedCopy,
}

/// <summary>What an organisation holds of a case, as far as it decides how long it is kept. Days are Swedish days.</summary>
/// <param name="EndedOn">When the organisation's part ended; for whoever leads, when the case was closed. Null: it goes on.</param>
/// <param name="LastEntryOn">When the organisation last wrote something.</param>
/// <param name="WasInquired">The social board opened an inquiry about a child.</param>
/// <param name="ThirtyOn">The first day on which the child is thirty for certain, whatever its age was within the group that is known.</param>
public sealed record KeptCopy(OrganisationKind Kind, bool KeepsForResearch, DateOnly? EndedOn, DateOnly LastEntryOn, bool WasPlaced, bool WasInquired, DateOnly ThirtyOn);

/// <summary>How long a copy is kept.</summary>
/// <param name="From">The first day on which it may be erased, and is; null: it is kept, or its case goes on.</param>
/// <param name="AtTheLatest">The day by which the law wants it erased; null where it names none.</param>
public sealed record RetentionPeriod(RetentionRule Rule, DateOnly? From, DateOnly? AtTheLatest)
{
    private const int SocialYears = 5;
    private const int PrivateYears = 2;
    private const int ReceivedYears = 2;

    /// <summary>The age before which the files of an inquiry about a child are not erased.</summary>
    public const int KeptUntilAge = 30;

    public static RetentionPeriod Of(KeptCopy copy)
    {
        var rule = RuleOf(copy);
        // A day is over before anything that it starts is.
        DateOnly? from = copy.EndedOn is not { } ended ? null : rule switch
        {
            RetentionRule.PlacedChild or RetentionRule.Research => null,
            RetentionRule.SocialFile => After(copy.LastEntryOn, ended, SocialYears),
            RetentionRule.ChildInquiry => Later(After(copy.LastEntryOn, ended, SocialYears), copy.ThirtyOn),
            RetentionRule.PrivateFile => After(copy.LastEntryOn, ended, PrivateYears),
            _ => After(ended, ended, ReceivedYears),
        };
        return new(rule, from, rule == RetentionRule.SocialFile && from is { } day ? new DateOnly(day.Year + 1, 12, 31) : null);
    }

    private static RetentionRule RuleOf(KeptCopy copy) => copy.Kind switch
    {
        OrganisationKind.Municipality when copy.KeepsForResearch => RetentionRule.Research,
        OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach when copy.WasPlaced => RetentionRule.PlacedChild,
        OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach when copy.WasInquired => RetentionRule.ChildInquiry,
        OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach => RetentionRule.SocialFile,
        OrganisationKind.Ngo or OrganisationKind.NgoPlatform or OrganisationKind.Lawyer => RetentionRule.PrivateFile,
        _ => RetentionRule.ReceivedCopy,
    };

    /// <summary>The day after so many years; nothing is erased while the part goes on.</summary>
    private static DateOnly After(DateOnly since, DateOnly ended, int years) => Later(since.AddYears(years).AddDays(1), ended.AddDays(1));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
