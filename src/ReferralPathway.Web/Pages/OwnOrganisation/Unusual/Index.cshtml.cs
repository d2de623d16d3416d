using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.OwnOrganisation.Unusual;

/// <summary>Of the manager's own organisation.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : UnusualListModel(db)
{
    protected override IQueryable<UnusualReading> Theirs { get; } = db.UnusualReadings.Where(u => u.OrganisationId == current.Who.Organisation);

    public override string Here => "/organisation/unusual";
}
