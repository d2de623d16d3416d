using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnOrganisation;

/// <summary>A manager says it of somebody who cannot, and sees who is away.</summary>
[RuleAt("Input.From", nameof(Rule.AnAbsenceIsSaidAhead), nameof(Rule.AnAbsenceIsSaidOnce))]
[RuleAt("Input.Deputy", nameof(Rule.ADeputyIsAColleague), nameof(Rule.ADeputyIsThere))]
public sealed class AwayModel(PathwayDb db, CurrentPerson current, Wording t) : AbsenceModel(db, current, t)
{
    public override string Here => "/organisation/away";

    public override bool ForOthers => true;
}
