using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Audit.Unusual;

/// <summary>Of every organisation.</summary>
public sealed class IndexModel(PathwayDb db) : UnusualListModel(db)
{
    protected override IQueryable<UnusualReading> Theirs { get; } = db.UnusualReadings;

    public override string Here => "/audit/unusual";
}
