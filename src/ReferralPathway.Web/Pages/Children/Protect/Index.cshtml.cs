using ReferralPathway.Data;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children.Protect;

/// <summary>The social board assesses, decides, inquires, places, and tells the reporter (SoL 19:6, 20:1–3, 22:5).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : ChildStepModel(db, hand, current, t)
{
    protected override string Folder => "protect";
}
