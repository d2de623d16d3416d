using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnOrganisation.Unusual;

/// <summary>One finding of the manager's own organisation.</summary>
public sealed class ShowModel(PathwayDb db, CurrentPerson current, Wording t) : UnusualModel(db, current, t)
{
    protected override IQueryable<UnusualReading> Theirs { get; } = db.UnusualReadings.Where(u => u.OrganisationId == current.Who.Organisation);

    public override string Onward => "/organisation/unusual";
}
