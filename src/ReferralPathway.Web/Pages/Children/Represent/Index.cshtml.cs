using ReferralPathway.Data;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children.Represent;

/// <summary>The social board or the Migration Agency applies for a guardian, and decides whether the family is looked for.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ChildStepModel(db, hand, current, t)
{
    protected override string Folder => "represent";
}
