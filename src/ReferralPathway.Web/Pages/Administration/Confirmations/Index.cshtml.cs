using ReferralPathway.Data;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Administration.Confirmations;

/// <summary>A second administrator decides.</summary>
public sealed class IndexModel(PathwayDb db, Staff staff) : DecisionModel(db, staff)
{
    protected override IQueryable<AccountChange> Theirs { get; } = db.AccountChanges.Where(c => c.Decider == ChangeDecider.Administrators);

    protected override string Onward => "/administration";
}
