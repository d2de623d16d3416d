using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount;

/// <summary>When one is away oneself, and for whom one stands in.</summary>
[RuleAt("Input.From", nameof(Rule.AnAbsenceIsSaidAhead), nameof(Rule.AnAbsenceIsSaidOnce))]
[RuleAt("Input.Deputy", nameof(Rule.ADeputyIsAColleague), nameof(Rule.ADeputyIsThere))]
public sealed class AwayModel(PathwayDb db, CurrentPerson current, Wording t) : AbsenceModel(db, current, t)
{
    public override string Here => "/account/away";

    public override bool ForOthers => false;
}
