using ReferralPathway.Data;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children.Say;

/// <summary>What whoever works with the child learns: its own words, who represents it, whether a guardian is suspected; and that the reporter wants to know.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ChildStepModel(db, hand, current, t)
{
    protected override string Folder => "say";
}
