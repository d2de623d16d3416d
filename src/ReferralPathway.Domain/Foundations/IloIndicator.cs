namespace ReferralPathway.Domain.Foundations;

/// <summary>One of the 67 Delphi indicators.</summary>
/// <param name="AdultLabour">Its weight for exploitation of an adult's work; null when it is not weighed there.</param>
/// <param name="ChildLabour">Its weight for exploitation of a child's work; null when it is not weighed there.</param>
public sealed record IloIndicator(string Code, IloDimension Dimension, string Sv, string En, IloWeight? AdultLabour, IloWeight? ChildLabour)
{
    public IloWeight? WeightFor(IloProfile profile) => profile switch
    {
        IloProfile.AdultLabour => AdultLabour,
        IloProfile.ChildLabour => ChildLabour,
        _ => null,
    };

    public string In(string language) => language == "en" ? En : Sv;
}
