namespace ReferralPathway.Domain.Foundations;

public enum IndicatorAnswer
{
    Yes,
    No,
    Unknown,

    /// <summary>The person does not want to say.</summary>
    Declined,
}
