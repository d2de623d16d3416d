using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Audit.Unusual;

/// <summary>One finding of any organisation, with all readings of that week.</summary>
public sealed class ShowModel(PathwayDb db, CurrentPerson current, Wording t) : UnusualModel(db, current, t)
{
    protected override IQueryable<UnusualReading> Theirs { get; } = db.UnusualReadings;

    public override string Onward => "/audit/unusual";
}
