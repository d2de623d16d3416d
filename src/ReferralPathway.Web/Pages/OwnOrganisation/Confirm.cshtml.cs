using ReferralPathway.Data;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.OwnOrganisation;

/// <summary>A manager decides, for the organisation.</summary>
public sealed class ConfirmModel(PathwayDb db, CurrentPerson current, Staff staff) : DecisionModel(db, staff)
{
    protected override IQueryable<AccountChange> Theirs { get; } = db.AccountChanges.Where(c => c.Decider == ChangeDecider.Managers && c.Organisation == current.Who.Organisation);

    protected override string Onward => "/organisation";
}
