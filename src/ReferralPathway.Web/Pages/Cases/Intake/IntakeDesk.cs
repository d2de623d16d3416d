using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>What every page of the intake works with.</summary>
public sealed class IntakeDesk(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t)
{
    public CaseInHand Hand => hand;

    public PathwayDb Db => db;

    public Wording T => t;

    public Act Act => current.Act;

    public DateOnly Today => current.Today;
}
