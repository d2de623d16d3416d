using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    /// <summary>The lead asks whether another organisation knows the same person.</summary>
    /// <param name="known">What can be compared; null when it is too little.</param>
    /// <param name="mayAsk">Within what may be asked in a day.</param>
    /// <exception cref="RuleBrokenException"/>
    public void AskOthers(Likeness? known, bool mayAsk, Act act)
    {
        Opened();
        if (Facts.IsProtected) throw new RuleBrokenException(Rule.AProtectedPersonIsNotLookedFor);
        if (known is null) throw new RuleBrokenException(Rule.ComparingNeedsANumberOrANameAndADay);
        if (!mayAsk) throw new RuleBrokenException(Rule.ChecksAreFew);
        Record(new OthersAsked(Id, act));
    }
}
